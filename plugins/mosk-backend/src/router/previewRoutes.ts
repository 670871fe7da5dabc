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

import { InputError, NotFoundError } from '@backstage/errors';
import { JsonObject } from '@backstage/types';
import {
  moskCloudReadPermission,
  moskResourceApplyPermission,
  openStackDeployment,
  upgradeOptions,
} from '@mosk-portal/plugin-mosk-common';
import { MoskCloud } from '@mosk-portal/plugin-mosk-node';
import { builderOf, previewChange } from '../preview/previewChange';
import { audited } from './audited';
import { MoskRouter, RouterOptions } from './types';

/** What a change would do, and which changes are possible. */
export function addPreviewRoutes(
  router: MoskRouter,
  { access, auditor, clouds }: RouterOptions,
): void {
  router.post('/clouds/:cloud/preview', async (request, response) => {
    const { kind, input, force, specVersion } = request.body;
    const cloudName = request.params.cloud;
    const credentials = await access.credentials(request);
    const preview = await audited(
      auditor,
      {
        eventId: 'change-preview',
        request,
        meta: { cloud: cloudName, kind },
      },
      async () => {
        const scope = await access.scope(
          credentials,
          moskResourceApplyPermission,
        );
        // A cloud that is not there is refused like one that may not be changed, where the person may not change all.
        const known = clouds.list().find(({ name }) => name === cloudName);
        scope.require(
          cloudName,
          known ? builderOf(kind, known).identity.kind : kind,
        );
        const principal = credentials.principal as { userEntityRef?: string };
        const result = await previewChange({
          cloud: clouds.get(cloudName),
          kind,
          input: input as JsonObject,
          force,
          specVersion,
          requester: principal.userEntityRef,
        });
        return {
          result,
          meta: {
            namespace: result.object.namespace,
            name: result.object.name,
            operation: result.operation,
            dryRun: result.dryRun.result,
            hash: result.hash,
          },
        };
      },
    );
    response.json(preview);
  });

  router.get('/clouds/:cloud/openstack/upgrade', async (request, response) => {
    const cloudName = request.params.cloud;
    const credentials = await access.credentials(request);
    const scope = await access.scope(credentials, moskCloudReadPermission);
    scope.require(cloudName, openStackDeployment.identity.kind);
    const cloud = clouds.get(cloudName);
    const deployment = findDeployment(cloud, request.query.name);
    const { namespace = '', name } = deployment.metadata;
    response.json({
      object: { kind: deployment.kind, namespace, name },
      ...upgradeOptions({
        namespace,
        name,
        live: { spec: deployment.spec },
        snapshot: cloud.snapshot(),
      }),
    });
  });
}

function findDeployment(cloud: MoskCloud, name: string | undefined) {
  const deployments = cloud.snapshot().objects(openStackDeployment);
  const names = deployments.map(one => one.metadata.name).join(', ');
  const found = deployments.filter(
    one => name === undefined || one.metadata.name === name,
  );
  if (found.length > 1) {
    throw new InputError(
      `Cloud ${cloud.name} has several OpenStackDeployments, name one: ${names}`,
    );
  }
  if (found.length === 0) {
    throw new NotFoundError(
      `Cloud ${cloud.name} has no OpenStackDeployment${
        name ? ` ${name}; it has ${names || 'none'}` : ''
      }`,
    );
  }
  return found[0];
}
