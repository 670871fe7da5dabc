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

import { openStackDeployment } from '../../kinds/OpenStackDeployment';
import { openStackDeploymentStatus } from '../../kinds/OpenStackDeploymentStatus';
import { CloudSnapshot } from '../../snapshot/types';
import type { CloudFacts } from './rules/types';

/** What the rules need to know of a cloud; undefined while the cloud was not read. */
export function cloudFactsOf(
  snapshot: CloudSnapshot,
  namespace: string,
  name: string,
): CloudFacts | undefined {
  const { kind } = openStackDeploymentStatus.identity;
  if (
    !snapshot.discovered.includes(kind) ||
    snapshot.missing.some(part => part.kind === kind)
  ) {
    return undefined;
  }
  const names = snapshot
    .objects(openStackDeployment)
    .filter(({ metadata }) => metadata.namespace === namespace)
    .map(({ metadata }) => metadata.name);
  const status = snapshot
    .objects(openStackDeploymentStatus)
    .find(
      ({ metadata }) =>
        metadata.namespace === namespace && metadata.name === name,
    );
  return { deployments: names, state: status?.state };
}
