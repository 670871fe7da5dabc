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

import { KindDefinition, ProjectedObject } from '../../kinds/types';
import { resourceIdentities } from '../../kinds/identities';
import { CloudSnapshot } from '../../snapshot/types';
import type { CloudFacts } from './rules/types';

interface WithState extends ProjectedObject {
  state?: string;
}

function kindOf(
  identity: KindDefinition['identity'],
): KindDefinition<WithState> {
  return { identity } as KindDefinition<WithState>;
}

/** What the rules need to know of a cloud. */
export function cloudFactsOf(
  snapshot: CloudSnapshot,
  namespace: string,
  name: string,
): CloudFacts {
  const deployments = snapshot
    .objects(kindOf(resourceIdentities.OpenStackDeployment))
    .filter(object => object.metadata.namespace === namespace);
  const status = snapshot
    .objects(kindOf(resourceIdentities.OpenStackDeploymentStatus))
    .find(
      object =>
        object.metadata.namespace === namespace &&
        object.metadata.name === name,
    );
  return {
    deployments: deployments.map(object => object.metadata.name),
    state: status?.state,
  };
}
