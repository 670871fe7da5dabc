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
import { OperatorContext, RunningOperator } from '../operators/types';
import { installBundle } from './bundle/installBundle';
import { forward } from './front/forward';
import { Answer, Front } from './front/Front';
import { page } from './front/page';
import { LogStore } from './logs/LogStore';
import { OpenSearchDouble } from './logs/openSearchDouble';
import { CachedObjects } from './metrics/CachedObjects';
import { MetricsServer } from './metrics/MetricsServer';
import { Monitoring } from './monitoring/Monitoring';
import { scrapeInterval } from './monitoring/prometheusConfiguration';
import { receivers } from './monitoring/receivers';
import { findMonitoringPrograms, lookForMonitoringPrograms } from './programs';
import { registerStackLightCommands } from './registerStackLightCommands';
import { StackLightAddresses } from './types';

/**
 * StackLight of one cloud: simulated exporters and logs, a real Prometheus and Alertmanager. Where these two must be built
 * first, the cloud starts without them and they join when they are there.
 */
export class StackLight implements RunningOperator {
  /** Names of receivers that take nothing. */
  readonly failingReceivers = new Set<string>();
  watchdogStopped = false;
  monitoring?: Monitoring;
  #whyNot = 'Prometheus and Alertmanager are being made';
  readonly #end = new AbortController();
  readonly #fronts: Front[] = [];
  readonly #token = randomBytes(24).toString('hex');
  readonly #objects: CachedObjects;
  #addresses?: StackLightAddresses;
  #metrics?: MetricsServer;
  #joining?: Promise<void>;

  static async start(context: OperatorContext): Promise<StackLight> {
    await installBundle(context);
    const stackLight = new StackLight(context);
    await stackLight.#open();
    registerStackLightCommands(context.commands, stackLight);
    stackLight.#joining = stackLight.#join();
    return stackLight;
  }

  private constructor(private readonly context: OperatorContext) {
    this.#objects = new CachedObjects(
      context.client,
      scrapeInterval(context.timing.scale) / 2,
    );
  }

  get stackLight(): StackLightAddresses {
    return this.#addresses!;
  }

  get receivers(): readonly string[] {
    return receivers;
  }

  async stop(): Promise<void> {
    this.#end.abort();
    await Promise.all(this.#fronts.map(front => front.stop()));
    await this.monitoring?.stop();
    await this.#metrics?.stop();
  }

  /** Resolves when both programs are ready. */
  async joined(): Promise<Monitoring> {
    await this.#joining;
    if (!this.monitoring) {
      throw new Error(this.#whyNot);
    }
    return this.monitoring;
  }

  async #open(): Promise<void> {
    const logs = new LogStore(scrapeInterval(this.context.timing.scale));
    // Whoever asks, time goes on in the logs.
    const read = async () => {
      const objects = await this.#objects.read();
      logs.grow(objects);
      return objects;
    };
    this.#metrics = await MetricsServer.start({
      read,
      ownSamples: () => [
        {
          name: 'sandbox_watchdog_stopped',
          labels: {},
          value: Number(this.watchdogStopped),
        },
      ],
      receives: receiver => !this.failingReceivers.has(receiver),
    });
    const openSearch = new OpenSearchDouble({
      read,
      lines: () => logs.lines,
    });
    const onward = (name: 'prometheus' | 'alertmanager') =>
      forward(
        () =>
          this.monitoring?.[name].isRunning
            ? this.monitoring.addresses[name]
            : undefined,
        () => (this.monitoring ? `${name} is stopped` : this.#whyNot),
      );
    const logging = this.context.release?.logging ?? true;
    this.#addresses = {
      prometheus: await this.#front(onward('prometheus')),
      alertmanager: await this.#front(onward('alertmanager')),
      grafana: await this.#front(page('Grafana')),
      ...(logging && {
        openSearch: await this.#front(openSearch.direct),
        openSearchDashboards: await this.#front(openSearch.dashboards),
      }),
      token: this.#token,
      ...(!(await lookForMonitoringPrograms()) && { beingMade: true }),
    };
  }

  async #front(answer: Answer): Promise<string> {
    const front = await Front.start({ token: this.#token, answer });
    this.#fronts.push(front);
    return front.url;
  }

  async #join(): Promise<void> {
    const { log, guardian, timing } = this.context;
    try {
      if (this.stackLight.beingMade) {
        log(
          'there is no Prometheus and Alertmanager on this machine yet: the cloud goes on without alerts while they are built',
        );
      }
      const programs = await findMonitoringPrograms({ log });
      if (this.#end.signal.aborted) {
        return;
      }
      const { prometheus, alertmanager } = this.stackLight;
      const monitoring = await Monitoring.start({
        programs,
        guardian,
        metricsAddress: this.#metrics!.address,
        externalUrls: { prometheus, alertmanager },
        timeScale: timing.scale,
        log,
      });
      if (this.#end.signal.aborted) {
        await monitoring.stop();
        return;
      }
      this.monitoring = monitoring;
    } catch (error) {
      this.#whyNot = error instanceof Error ? error.message : String(error);
      log(`The cloud goes on without alerts: ${this.#whyNot}`);
    }
  }
}
