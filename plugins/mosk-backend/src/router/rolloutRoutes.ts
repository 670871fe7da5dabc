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

import { NotFoundError } from '@backstage/errors';
import {
  moskCloudReadPermission,
  moskManifestReadPermission,
} from '@mosk-portal/plugin-mosk-common';
import { Request } from 'express';
import { rolloutDiff } from '../rollouts/rolloutDiff';
import { RolloutPresenter } from '../rollouts/RolloutPresenter';
import { rolloutDetail } from '../rollouts/rolloutViews';
import { StoredRollout } from '../rollouts/types';
import { audited } from './audited';
import { MoskRouter, RouterOptions } from './types';

const defaultLimit = 50;

/** What changes, what changed, and who did it. */
export function addRolloutRoutes(
  router: MoskRouter,
  { access, auditor, clouds, rollouts, views }: RouterOptions,
): void {
  const presenter = RolloutPresenter.create({ store: rollouts, clouds, views });

  const readDiff = (
    request: Request<any, any, any, any, any>,
    rollout: StoredRollout,
  ) =>
    audited(
      auditor,
      {
        eventId: 'rollout-diff-read',
        request,
        meta: { cloud: rollout.cloud, rolloutId: rollout.id },
        severityLevel: 'low',
      },
      async () => ({
        result: rolloutDiff(rollout, await rollouts.specs(rollout)),
      }),
    );

  router.get('/rollouts', async (request, response) => {
    const credentials = await access.credentials(request);
    const scope = await access.scope(credentials, moskCloudReadPermission);
    scope.requireSome();
    const { query } = request;
    const page = await rollouts.list(
      {
        clouds: query.cloud,
        kinds: query.kind,
        states: query.state,
        person: query.person,
        uid: query.uid,
        generation: query.generation,
        permitted: scope.criteria(),
      },
      { limit: query.limit ?? defaultLimit, cursor: query.cursor },
    );
    response.json({
      items: await presenter.summaries(page.items),
      totalItems: page.totalItems,
      nextCursor: page.nextCursor,
    });
  });

  router.get('/rollouts/:id', async (request, response) => {
    const credentials = await access.credentials(request);
    const scope = await access.scope(credentials, moskCloudReadPermission);
    scope.requireSome();
    const { id } = request.params;
    const rollout = await rollouts.get(id);
    if (!rollout) {
      throw new NotFoundError(
        `There is no rollout ${id}; it may have ended so long ago that it was forgotten`,
      );
    }
    scope.require(rollout.cloud, rollout.object.kind);
    const manifests = await access.scope(
      credentials,
      moskManifestReadPermission,
    );
    const mayReadDiff = manifests.allows(rollout.cloud, rollout.object.kind);
    const [summary, transitions, neighbours, diff] = await Promise.all([
      presenter.summary(rollout),
      rollouts.transitions(id),
      rollouts.neighbours(rollout, scope.criteria()),
      mayReadDiff ? readDiff(request, rollout) : undefined,
    ]);
    response.json(
      rolloutDetail({
        rollout,
        summary,
        view: await presenter.viewOf(rollout.cloud),
        transitions,
        neighbours,
        diff,
      }),
    );
  });
}
