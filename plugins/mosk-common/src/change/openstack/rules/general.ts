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

import { isReleaseAtLeast } from '../../../openstack';
import { refuse, Rule, valueAt } from './types';

/** The development branch is not for use (rule 2). */
const noMaster: Rule = ({ release }) =>
  release === 'master'
    ? [
        refuse(
          'spec.openstack_version',
          'The operator does not accept master.',
          'Choose a release, such as caracal.',
        ),
      ]
    : [];

/** One deployment in a namespace (rule 3). */
const onlyOne: Rule = ({ live, facts, name, namespace }) => {
  const others = facts?.deployments.filter(other => other !== name) ?? [];
  return !live && others.length
    ? [
        refuse(
          'metadata.name',
          `Namespace ${namespace} has the OpenStackDeployment ${others.join(
            ', ',
          )} already, and there can be only one.`,
          `Change ${others[0]} with the template "Change an OpenStack cloud".`,
        ),
      ]
    : [];
};

/** Strict policies for administrators came late (rule 8). */
const strictAdmin: Rule = ({ spec, release }) =>
  valueAt(spec, 'features', 'policies', 'strict_admin', 'enabled') === true &&
  !isReleaseAtLeast(release, 'yoga')
    ? [
        refuse(
          'spec.features.policies.strict_admin.enabled',
          'The strict policy for administrators is there from yoga on.',
          'Switch it off, or choose yoga or later.',
        ),
      ]
    : [];

/** Moving the ingress (rule 10). */
const ingressMigration: Rule = ({ spec }) => {
  const state = valueAt(spec, 'migration', 'ingress', 'state');
  return state === undefined || state === 'absent' || state === 'present'
    ? []
    : [refuse('spec.migration.ingress.state', 'Must be absent or present.')];
};

/** Namespaces in Vault (rule 11). */
const vaultNamespace: Rule = ({ spec, release, services }) => {
  const vault = ['features', 'barbican', 'backends', 'vault'];
  return services.has('key-manager') &&
    valueAt(spec, ...vault, 'enabled') === true &&
    valueAt(spec, ...vault, 'namespace') &&
    !isReleaseAtLeast(release, 'victoria')
    ? [
        refuse(
          'spec.features.barbican.backends.vault.namespace',
          'A namespace in Vault can be given from victoria on.',
          'Leave it out, or choose victoria or later.',
        ),
      ]
    : [];
};

export const generalRules: Rule[] = [
  noMaster,
  onlyOne,
  strictAdmin,
  ingressMigration,
  vaultNamespace,
];
