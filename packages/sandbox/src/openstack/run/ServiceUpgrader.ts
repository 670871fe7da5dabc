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

import { upgradeOrder } from '../catalogue/services';
import { SimulationContext } from '../../simulation/context';
import { DefaultWorkloadSimulator } from '../../workloads/DefaultWorkloadSimulator';
import { TemporaryError } from './errors';
import { ServiceApplier } from './ServiceApplier';
import { rowOf, Run } from './types';

/** Takes the services of a deployment to another OpenStack version, one by one. */
export class ServiceUpgrader {
  constructor(
    private readonly context: SimulationContext,
    private readonly workloads: DefaultWorkloadSimulator,
    private readonly applier: ServiceApplier,
    private readonly healthTimeout: number,
  ) {}

  async upgrade(run: Run): Promise<void> {
    const { progress, status, merged } = run;
    const enabled = new Set<string>(merged.features?.services ?? []);
    if (!progress.waitingWritten) {
      await this.workloads.suspendCronJobs('descheduler', true);
      const rows = await status.rows();
      for (const service of enabled) {
        if (rows[service]) {
          await status.rowState(service, 'WAITING');
        }
      }
      progress.waitingWritten = true;
    }
    for (const service of upgradeOrder) {
      if (enabled.has(service) && !progress.upgraded.has(service)) {
        await this.#upgradeOne(run, service);
        progress.upgraded.add(service);
      }
    }
  }

  async #upgradeOne(run: Run, service: string): Promise<void> {
    const { pause } = this.context;
    const row = rowOf(run);
    await run.status.row(service, { ...row, state: 'APPLYING' });
    await this.#waitHealthy(run, service);
    await pause('upgradeJobs', run.signal);
    await this.applier.apply(run, service, 'upgradeRelease');
    await pause('upgradePause', run.signal);
    await this.#waitHealthy(run, service);
    await run.status.row(service, { ...row, state: 'APPLIED' });
  }

  async #waitHealthy(run: Run, service: string): Promise<void> {
    const started = Date.now();
    for (;;) {
      const unhealthy = this.workloads
        .keysOf(service)
        .filter(key => !this.workloads.isReady(key));
      if (!unhealthy.length) {
        return;
      }
      if (Date.now() - started > this.healthTimeout) {
        throw new TemporaryError(
          `Timed out waiting for service ${service} to be healthy: ${unhealthy.join(
            ', ',
          )}`,
        );
      }
      await this.context.pause('healthCheck', run.signal);
    }
  }
}
