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

import { Resource } from '../../kubernetes';
import { KubernetesObject, SimulationContext } from '../../simulation/context';
import { identities } from '../../simulation/identities';
import { rookNamespace } from '../rook/types';
import { ApplyRound, openStackSecret, storageClass } from './ApplyRound';
import { Companions } from './Companions';
import { OwnedObjects } from './OwnedObjects';

/** Takes a cluster down, part by part, as the operator does when its object is deleted. */
export class CephRemover {
  readonly #owned: OwnedObjects;

  constructor(
    private readonly context: SimulationContext,
    private readonly companions: Companions,
    private readonly round: ApplyRound,
  ) {
    this.#owned = new OwnedObjects(context, '');
  }

  /** One try; true when nothing is left. */
  async remove(object: KubernetesObject): Promise<boolean> {
    const { api } = this.context;
    await this.companions.remove(object, 'secret');
    await this.companions.remove(object, 'maintenance');
    await api.remove(identities.Secret, openStackSecret);
    const parts: Resource[] = [
      identities.CephObjectStore,
      identities.CephBlockPool,
      identities.CephFilesystem,
    ];
    for (const identity of parts) {
      if (await this.#owned.prune(identity, rookNamespace, [])) {
        return false;
      }
    }
    for (const { metadata, parameters } of await api.list(storageClass)) {
      if (parameters?.clusterID === rookNamespace) {
        await api.remove(storageClass, metadata);
      }
    }
    await this.companions.remove(object, 'health');
    if (await this.#owned.prune(identities.CephCluster, rookNamespace, [])) {
      return false;
    }
    await this.round.labelNodes({ nodes: [] });
    this.round.forget();
    return true;
  }
}
