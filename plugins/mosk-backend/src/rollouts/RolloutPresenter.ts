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

import { MoskViews } from '@mosk-portal/plugin-mosk-common';
import { MoskClouds } from '@mosk-portal/plugin-mosk-node';
import { CloudViews } from '../clouds/CloudViews';
import { CloudView } from '../clouds/types';
import { rolloutSummary } from './rolloutViews';
import { RolloutStore, StoredRollout } from './types';

/** Makes views of rollouts, with what the database and the live cloud add to them. */
export class RolloutPresenter {
  static create(options: {
    store: RolloutStore;
    clouds: MoskClouds;
    views: CloudViews;
  }): RolloutPresenter {
    return new RolloutPresenter(options);
  }

  private constructor(
    private readonly options: Parameters<typeof RolloutPresenter.create>[0],
  ) {}

  /** Undefined for a cloud that is not configured any more. */
  async viewOf(cloud: string): Promise<CloudView | undefined> {
    const { clouds, views } = this.options;
    const found = clouds.list().find(one => one.name === cloud);
    return found && views.of(found);
  }

  async summaries(
    rollouts: readonly StoredRollout[],
  ): Promise<MoskViews.RolloutSummary[]> {
    const views = new Map<string, CloudView | undefined>();
    for (const cloud of new Set(rollouts.map(rollout => rollout.cloud))) {
      views.set(cloud, await this.viewOf(cloud));
    }
    const usual = new Map<string, Promise<number | undefined>>();
    const usualOf = ({ object: { kind }, cause }: StoredRollout) => {
      const sort = `${kind} ${cause}`;
      const known =
        usual.get(sort) ?? this.options.store.usualSeconds(kind, cause);
      usual.set(sort, known);
      return known;
    };
    return Promise.all(
      rollouts.map(async rollout =>
        rolloutSummary(
          rollout,
          views.get(rollout.cloud),
          // Of one that ended, a list tells how long it took.
          rollout.endedAt ? undefined : await usualOf(rollout),
        ),
      ),
    );
  }

  /** Of one rollout, beside the usual duration of the others of its sort. */
  async summary(rollout: StoredRollout): Promise<MoskViews.RolloutSummary> {
    const { object, cause, id } = rollout;
    const [view, usual] = await Promise.all([
      this.viewOf(rollout.cloud),
      this.options.store.usualSeconds(object.kind, cause, id),
    ]);
    return rolloutSummary(rollout, view, usual);
  }
}
