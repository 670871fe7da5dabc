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

import {
  ObjectReference,
  resourceIdentities,
} from '@mosk-portal/plugin-mosk-common';

const stackLight = 'stacklight';
const { plural, group } = resourceIdentities.HelmBundle;

/** Commands that show a HelmBundle in the words of its operator, and nothing of its values. */
export function helmBundleCommands({
  namespace,
  name,
}: ObjectReference): Array<{ title: string; command: string }> {
  const inside = `kubectl -n ${namespace}`;
  const operator = namespace === stackLight ? stackLight : 'kube-system';
  return [
    {
      title: 'Releases that are not ready, and why',
      command: `${inside} get ${plural}.${group} ${name} -o json | jq '.status.releaseStatuses[] | select(.ready == false) | {chart, status, attempt, message}'`,
    },
    {
      title: 'What the HelmBundle Operator is doing',
      command: `kubectl -n ${operator} logs -l app=helm-controller --tail=200`,
    },
  ];
}
