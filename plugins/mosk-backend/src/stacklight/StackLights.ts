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

import { CloudAlerts } from '@mosk-portal/plugin-mosk-common';
import { AlertsRead, CloudStackLight } from './CloudStackLight';
import { StackLightConfigs } from './readStackLightConfigs';

/** A page about health waits no longer for alerts that are not known yet. Milliseconds. */
const patience = 2_000;
/** Where they were known a moment ago, it waits this long for newer ones. */
const shortPatience = 250;
/** So long is a moment. */
const moment = 60_000;

/** The StackLight of every cloud. */
export class StackLights {
  private readonly clouds = new Map<string, CloudStackLight>();
  private readonly last = new Map<
    string,
    { read: AlertsRead; told: string; at: number }
  >();
  private readonly listeners = new Set<(cloud: string) => void>();

  private constructor(
    private readonly configs: StackLightConfigs,
    private readonly options: { now?: () => number; patience?: number },
  ) {}

  static create(
    configs: StackLightConfigs,
    options: { now?: () => number; patience?: number } = {},
  ): StackLights {
    return new StackLights(configs, options);
  }

  of(cloud: string): CloudStackLight {
    const known = this.clouds.get(cloud);
    if (known) {
      return known;
    }
    const created = CloudStackLight.create(
      this.configs.get(cloud),
      this.options,
    );
    this.clouds.set(cloud, created);
    return created;
  }

  /** The alerts of now, or why not; tells the listeners when they are others than before. */
  async alerts(cloud: string): Promise<AlertsRead> {
    const read = await this.of(cloud).alerts();
    const told = JSON.stringify([
      read.error?.message,
      read.watchdog,
      read.alerts,
    ]);
    const before = this.last.get(cloud);
    const { now = Date.now } = this.options;
    this.last.set(cloud, { read, told, at: now() });
    if (before && before.told !== told) {
      this.listeners.forEach(listener => listener(cloud));
    }
    return read;
  }

  /** As health takes them; undefined for a cloud where none are to be had. A slow Alertmanager holds nobody up. */
  async forHealth(cloud: string): Promise<CloudAlerts | undefined> {
    if (!this.of(cloud).expectsAlerts) {
      return undefined;
    }
    const { now = Date.now } = this.options;
    const last = this.last.get(cloud);
    const recent = last && now() - last.at < moment ? last.read : undefined;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<AlertsRead | undefined>(resolve => {
      timer = setTimeout(
        () => resolve(recent),
        recent ? shortPatience : this.options.patience ?? patience,
      );
    });
    try {
      return asCloudAlerts(await Promise.race([this.alerts(cloud), late]));
    } finally {
      clearTimeout(timer);
    }
  }

  /** Calls the listener when the alerts of a cloud turned out to be others than before, until the answer is called. */
  onChange(listener: (cloud: string) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  async stop(): Promise<void> {
    this.listeners.clear();
    await Promise.all([...this.clouds.values()].map(one => one.stop()));
  }
}

function asCloudAlerts(read: AlertsRead | undefined): CloudAlerts {
  return read
    ? {
        known: !read.error,
        message: read.error?.message,
        watchdog: read.watchdog,
        alerts: read.alerts,
      }
    : {
        known: false,
        message: 'Alertmanager has not answered yet',
        watchdog: 'unknown',
        alerts: [],
      };
}
