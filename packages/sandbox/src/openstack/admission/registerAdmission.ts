/*
 * Copyright 2026 The MOSK Portal Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import { OperatorContext } from '../../operators/types';
import { KubernetesApi } from '../../simulation/context';
import { identities } from '../../simulation/identities';
import { deleteDenial, statusDenial } from './rules/statusRules';
import { specDenial } from './specDenial';

const group = 'lcm.mirantis.com';

/** Serves the operator's validating webhook. */
export async function registerAdmission(
  context: OperatorContext,
  api: KubernetesApi,
): Promise<void> {
  const stateOf = async (namespace: string, name: string) =>
    (await api.get(identities.OpenStackDeploymentStatus, { namespace, name }))
      ?.status?.osdpl?.state as string | undefined;
  const rule = (operations: string[], resource: string) => ({
    apiGroups: [group],
    apiVersions: ['v1alpha1'],
    operations,
    resources: [resource],
  });
  await context.registerWebhook({
    name: 'rockoon-admission.osh-system.svc',
    configurationName: 'rockoon-admission',
    timeoutSeconds: 30,
    rules: [
      rule(['CREATE', 'UPDATE', 'DELETE'], 'openstackdeployments'),
      rule(['UPDATE'], 'openstackdeployments/status'),
    ],
    review: async request => {
      const { operation, object, oldObject, subResource } = request;
      const { name, namespace } = (object ?? oldObject).metadata;
      const state = await stateOf(namespace, name);
      let message: string | undefined;
      if (operation === 'DELETE') {
        message = deleteDenial(state);
      } else if (subResource === 'status') {
        message = statusDenial(oldObject?.status, object.status, state);
      } else {
        const all = await api.list(identities.OpenStackDeployment, namespace);
        message = specDenial({
          spec: object.spec,
          before: oldObject?.spec,
          state,
          others: all
            .map(({ metadata }) => metadata.name)
            .filter(other => other !== name),
        });
      }
      return { allowed: message === undefined, message, code: 400 };
    },
  });
}
