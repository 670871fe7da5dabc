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

import { createHash } from 'node:crypto';
import { services } from '../catalogue/services';
import { SimulationContext } from '../../simulation/context';
import { identities } from '../../simulation/identities';
import { DefaultWorkloadSimulator } from '../../workloads/DefaultWorkloadSimulator';
import { planWorkloads } from '../workloads/planWorkloads';
import { EventWriter } from './EventWriter';
import { PermanentError, TemporaryError } from './errors';
import { Faults } from './Faults';
import { rowOf, Run } from './types';

/** Between half and one and a half times as long, the same for the same service. */
function spread(service: string): number {
  const [byte] = createHash('sha256').update(service).digest();
  return 0.5 + byte / 255;
}

/** Installs or upgrades the Helm releases of services. */
export class ServiceApplier {
  constructor(
    private readonly context: SimulationContext,
    private readonly workloads: DefaultWorkloadSimulator,
    private readonly faults: Faults,
    private readonly events: EventWriter,
  ) {}

  /** All enabled services side by side; what one of them throws is told when all have ended. */
  async applyAll(run: Run): Promise<void> {
    const enabled: string[] = run.merged.features?.services ?? [];
    const outcomes = await Promise.allSettled(
      enabled
        .filter(service => !run.progress.applied.has(service))
        .map(async service => {
          await this.apply(run, service, 'helmRelease');
          run.progress.applied.add(service);
        }),
    );
    run.signal.throwIfAborted();
    const errors = outcomes.flatMap(outcome =>
      outcome.status === 'rejected' ? [outcome.reason] : [],
    );
    if (errors.some(error => error instanceof PermanentError)) {
      throw new PermanentError('Failed running some tasks.');
    }
    if (errors.length) {
      throw new TemporaryError(errors[0].message);
    }
  }

  async apply(
    run: Run,
    service: string,
    duration: 'helmRelease' | 'upgradeRelease',
  ): Promise<void> {
    const template = services.get(service);
    if (!template) {
      throw new PermanentError(`Service ${service} is not known`);
    }
    const row = rowOf(run);
    await run.status.row(service, { ...row, state: 'APPLYING' });
    try {
      if (template.needsCeph) {
        await this.#requireCeph();
      }
      const kept = new Set<string>();
      for (const { workloads } of planWorkloads(template, run.merged)) {
        if (!run.atOnce) {
          await this.context.pause(duration, run.signal, spread(service));
        }
        this.faults.check(service);
        const made = workloads.map(plan =>
          this.workloads.ensure(plan, { atOnce: run.atOnce }),
        );
        await Promise.all(made);
        workloads.forEach(({ key }) => kept.add(key));
      }
      for (const key of this.workloads.keysOf(service)) {
        if (!kept.has(key)) {
          await this.workloads.remove(key);
        }
      }
    } catch (error) {
      run.signal.throwIfAborted();
      await this.events.write(run.deployment, 'Warning', {
        reason: error instanceof PermanentError ? 'Failed' : 'Retrying',
        message: (error as Error).message,
      });
      throw error;
    }
    await this.events.write(run.deployment, 'Normal', {
      reason: `${run.cause[0].toUpperCase()}${run.cause.slice(1)}`,
      message: `${run.cause}d for ${service}`,
    });
    await run.status.row(service, { ...row, state: 'APPLIED' });
  }

  async #requireCeph(): Promise<void> {
    const key = {
      namespace: 'openstack-ceph-shared',
      name: 'openstack-ceph-keys',
    };
    if (!(await this.context.api.get(identities.Secret, key))) {
      throw new TemporaryError(
        `Secret ${key.namespace}/${key.name} is not there yet`,
      );
    }
  }
}
