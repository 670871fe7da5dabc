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

import { LoggerService } from '@backstage/backend-plugin-api';
import { CloudAlerts, Rollout } from '@mosk-portal/plugin-mosk-common';
import { MoskCloud } from '@mosk-portal/plugin-mosk-node';
import { openStates, RolloutStore } from '../rollouts/types';
import { readCloudView } from './readCloudView';
import { CloudView } from './types';

/** More running rollouts in one cloud change nothing more about its health. */
const mostRollouts = 100;

type RunningRollout = Pick<Rollout, 'object' | 'state'>;

interface Known {
  key: string;
  view: CloudView;
  running: readonly RunningRollout[];
}

/** Views of clouds, computed once for each snapshot however many pages are open. */
export class CloudViews {
  private readonly known = new WeakMap<MoskCloud, Known>();
  private readonly knownWithAlerts = new WeakMap<MoskCloud, Known>();

  static create(options: {
    rollouts: Pick<RolloutStore, 'list'>;
    logger: LoggerService;
    /** Alerts of a cloud; undefined for one where none are to be had. */
    alerts?: (cloud: string) => Promise<CloudAlerts | undefined>;
  }): CloudViews {
    return new CloudViews(
      options.rollouts,
      options.logger,
      options.alerts ?? (async () => undefined),
    );
  }

  private constructor(
    private readonly rollouts: Pick<RolloutStore, 'list'>,
    private readonly logger: LoggerService,
    private readonly alerts: (
      cloud: string,
    ) => Promise<CloudAlerts | undefined>,
  ) {}

  /** By what Kubernetes tells. Asks nothing of StackLight, so it may be called while nobody looks. */
  of(cloud: MoskCloud): Promise<CloudView> {
    return this.read(cloud, this.known, undefined);
  }

  /** For somebody who looks: with the alerts of now, where the cloud has any. */
  async withAlerts(cloud: MoskCloud): Promise<CloudView> {
    const alerts = await this.alerts(cloud.name);
    return alerts
      ? this.read(cloud, this.knownWithAlerts, alerts)
      : this.of(cloud);
  }

  private async read(
    cloud: MoskCloud,
    views: WeakMap<MoskCloud, Known>,
    alerts: CloudAlerts | undefined,
  ): Promise<CloudView> {
    const running = await this.running(cloud);
    const snapshot = cloud.snapshot();
    const key = JSON.stringify([
      snapshot.revision,
      running.map(({ object, state }) => [object, state]),
      alerts,
    ]);
    const known = views.get(cloud);
    if (known?.key === key) {
      return known.view;
    }
    const view = readCloudView(cloud, snapshot, running, alerts);
    views.set(cloud, { key, view, running });
    return view;
  }

  /** Health is worth showing without the database, too: then by the rollouts known last. */
  private async running(cloud: MoskCloud): Promise<readonly RunningRollout[]> {
    try {
      const { items } = await this.rollouts.list(
        { clouds: [cloud.name], states: openStates },
        { limit: mostRollouts },
      );
      return items;
    } catch (error) {
      this.logger.warn(
        `Running rollouts of cloud ${cloud.name} could not be read: ${error}`,
      );
      return this.known.get(cloud)?.running ?? [];
    }
  }
}
