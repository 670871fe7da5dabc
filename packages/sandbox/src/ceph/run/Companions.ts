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

import { KubernetesObject, SimulationContext } from '../../simulation/context';
import { typeOf } from '../../simulation/identities';
import { timestamp, writeStatus } from '../../simulation/writeStatus';
import { CephGeneration } from '../generation';
import { OwnedObjects } from './OwnedObjects';

/** Secret, Maintenance and Health objects that stand beside each object of the operator, with its name. */
export class Companions {
  readonly #owned: OwnedObjects;

  constructor(
    private readonly context: SimulationContext,
    private readonly generation: CephGeneration,
  ) {
    this.#owned = new OwnedObjects(context, generation.fieldManager);
  }

  async ensure(object: KubernetesObject): Promise<void> {
    const { identities, goodState, fieldManager } = this.generation;
    const { name, namespace, uid } = object.metadata;
    const owner = { ...typeOf(identities.spec), name, uid, controller: true };
    const now = timestamp();
    const statuses = {
      health: undefined,
      secret: {
        state: goodState,
        lastSecretCheck: now,
        lastSecretUpdate: now,
        secretInfo: {
          clientSecrets: [
            {
              name: 'client.admin',
              secretName: 'rook-ceph-admin-keyring',
              secretNamespace: 'rook-ceph',
            },
          ],
        },
      },
      maintenance: { state: 'Idle', lastStateCheck: now },
    };
    for (const [role, status] of Object.entries(statuses)) {
      const identity = identities[role as keyof typeof statuses];
      const { changed, live } = await this.#owned.ensure(identity, {
        metadata: { name, namespace, ownerReferences: [owner] },
      });
      if (changed && status) {
        await writeStatus(this.context, identity, live, status, fieldManager);
      }
    }
  }

  async remove(
    object: KubernetesObject,
    role: 'health' | 'secret' | 'maintenance',
  ): Promise<void> {
    await this.context.api.remove(
      this.generation.identities[role],
      object.metadata,
    );
  }

  /** References that the status of the object has to them. */
  references({ metadata: { name, namespace } }: KubernetesObject) {
    const { health, secret, maintenance } = this.generation.identities;
    return [health, secret, maintenance].map(identity => ({
      ...typeOf(identity),
      name,
      namespace,
    }));
  }
}
