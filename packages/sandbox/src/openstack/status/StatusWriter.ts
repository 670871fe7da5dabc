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
import { identities } from '../../simulation/identities';
import { isAlreadyThere, persist } from '../../simulation/retry';
import { lcmProgress, ServiceRow } from './lcmProgress';
import { timestamp } from './timestamp';

const identity = identities.OpenStackDeploymentStatus;

/** Writes the OpenStackDeploymentStatus of one deployment, one write after the other. */
export class StatusWriter {
  #tail: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly context: SimulationContext,
    private readonly deployment: KubernetesObject,
  ) {}

  /** Finds the object, or makes it as property of the deployment. */
  async ensure(): Promise<void> {
    const { api, signal } = this.context;
    const { name, namespace, uid } = this.deployment.metadata;
    await persist(signal, async () => {
      if (await api.get(identity, { namespace, name })) {
        return;
      }
      const owner = { name, uid: uid!, controller: true };
      const { group, version, kind } = identities.OpenStackDeployment;
      await api
        .create(identity, {
          metadata: {
            name,
            namespace,
            ownerReferences: [
              { apiVersion: `${group}/${version}`, kind, ...owner },
            ],
          },
          spec: {},
          status: { handle: { lastStatus: 'create' } },
        })
        .catch(error => {
          if (!isAlreadyThere(error)) {
            throw error;
          }
        });
    });
  }

  /** Writes what is said of the whole deployment, with a new timestamp. */
  async overall(fields: Record<string, unknown>): Promise<void> {
    await this.#patch(() => ({
      osdpl: { ...fields, timestamp: timestamp() },
    }));
  }

  /** Writes the row of a service, with a new timestamp. */
  async row(service: string, row: Partial<ServiceRow>): Promise<void> {
    await this.#patch(() => ({
      services: { [service]: { ...row, timestamp: timestamp() } },
    }));
  }

  /** Writes the state of a service and nothing else of its row. */
  async rowState(service: string, state: ServiceRow['state']): Promise<void> {
    await this.#patch(() => ({ services: { [service]: { state } } }));
  }

  async removeRow(service: string): Promise<void> {
    await this.#patch(() => ({ services: { [service]: null } }));
  }

  async rows(): Promise<Record<string, ServiceRow>> {
    const { api, signal } = this.context;
    const object = await persist(signal, () =>
      api.get(identity, this.deployment.metadata),
    );
    return object?.status?.services ?? {};
  }

  #patch(status: () => object): Promise<void> {
    const done = this.#tail.catch(() => {}).then(() => this.#write(status()));
    this.#tail = done.catch(() => {});
    return done;
  }

  async #write(status: object): Promise<void> {
    const { api, signal } = this.context;
    const { metadata } = this.deployment;
    const object = await persist(signal, () =>
      api.patch(identity, metadata, { status }),
    );
    // Recomputed by a handler of its own, so it comes with a write of its own.
    const { osdpl = {}, services = {} } = object.status ?? {};
    const progress = lcmProgress(osdpl, services);
    if (osdpl.state && osdpl.lcm_progress !== progress) {
      await persist(signal, () =>
        api.patch(identity, metadata, {
          status: { osdpl: { lcm_progress: progress } },
        }),
      );
    }
  }
}
