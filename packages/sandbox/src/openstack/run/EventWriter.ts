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

import { randomBytes } from 'node:crypto';
import { KubernetesObject, SimulationContext } from '../../simulation/context';
import { identities, typeOf } from '../../simulation/identities';

/** Tells about a deployment by Kubernetes Events. */
export class EventWriter {
  constructor(private readonly context: SimulationContext) {}

  async write(
    deployment: KubernetesObject,
    type: 'Normal' | 'Warning',
    { reason, message }: { reason: string; message: string },
  ): Promise<void> {
    const { name, namespace, uid } = deployment.metadata;
    const now = `${new Date().toISOString().slice(0, 19)}Z`;
    try {
      await this.context.api.create(identities.Event, {
        metadata: {
          name: `${name}.${randomBytes(8).toString('hex')}`,
          namespace,
        },
        involvedObject: {
          ...typeOf(identities.OpenStackDeployment),
          name,
          namespace,
          uid,
        },
        type,
        reason,
        message,
        firstTimestamp: now,
        lastTimestamp: now,
        count: 1,
        source: { component: 'kopf' },
      });
    } catch (error) {
      // An Event is a courtesy: losing one never fails a run.
      if (!this.context.signal.aborted) {
        this.context.log(`Event "${message}" was not written: ${error}`);
      }
    }
  }
}
