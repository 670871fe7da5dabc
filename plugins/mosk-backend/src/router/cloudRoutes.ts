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
  MoskViews,
} from '@mosk-portal/plugin-mosk-common';
import { cloudDetail, cloudSummary, healthOf } from '../clouds/cloudSummary';
import { componentDetail } from '../clouds/componentDetail';
import { worstFirst } from '../clouds/healthOrder';
import { nodeDetail } from '../clouds/nodeDetail';
import { resourceRuling } from '../clouds/resourceRuling';
import { workloadViews } from '../clouds/workloadViews';
import { AccessScope } from '../permissions/AccessScope';
import { RolloutPresenter } from '../rollouts/RolloutPresenter';
import { openStates } from '../rollouts/types';
import { MoskRouter, RouterOptions } from './types';

/** More running rollouts than this are not shown beside a cloud. */
const mostRunning = 20;

/** How the clouds and their components are. */
export function addCloudRoutes(
  router: MoskRouter,
  { access, clouds, logger, memory, rollouts, views }: RouterOptions,
): void {
  const presenter = RolloutPresenter.create({ store: rollouts, clouds, views });

  const running = async (names: string[], scope: AccessScope) => {
    const { items } = await rollouts.list(
      { clouds: names, states: openStates, permitted: scope.criteria() },
      { limit: mostRunning * Math.max(names.length, 1) },
    );
    return presenter.summaries(items);
  };

  router.get('/clouds', async (request, response) => {
    const credentials = await access.credentials(request);
    const scope = await access.scope(credentials, moskCloudReadPermission);
    scope.requireSome();
    const seen = clouds.list().filter(cloud => scope.allows(cloud.name));
    const changing = await running(
      seen.map(cloud => cloud.name),
      scope,
    );
    const items = await Promise.all(
      seen.map(async cloud =>
        cloudSummary(
          await views.withAlerts(cloud),
          changing.filter(rollout => rollout.cloud === cloud.name),
        ),
      ),
    );
    items.sort(
      (one, other) =>
        worstFirst(one.state, other.state) ||
        other.runningRollouts.length - one.runningRollouts.length ||
        one.title.localeCompare(other.title),
    );
    response.json({ items });
  });

  router.get('/clouds/:cloud', async (request, response) => {
    const name = request.params.cloud;
    const credentials = await access.credentials(request);
    const scope = await access.scope(credentials, moskCloudReadPermission);
    scope.require(name);
    const cloud = clouds.get(name);
    response.json(
      cloudDetail(
        await views.withAlerts(cloud),
        await running([name], scope),
        await memory.since(name),
      ),
    );
  });

  router.get('/clouds/:cloud/node', async (request, response) => {
    const { cloud: cloudName } = request.params;
    const { name } = request.query;
    const credentials = await access.credentials(request);
    const scope = await access.scope(credentials, moskCloudReadPermission);
    scope.require(cloudName);
    const cloud = clouds.get(cloudName);
    const view = await views.withAlerts(cloud);
    const node = view.nodes.find(one => one.name === name);
    if (!node) {
      throw new NotFoundError(`Cloud ${cloudName} has no node ${name}`);
    }
    response.json(nodeDetail(view, node, await cloud.readPodsOnNode(name)));
  });

  router.get('/clouds/:cloud/component', async (request, response) => {
    const name = request.params.cloud;
    const credentials = await access.credentials(request);
    const scope = await access.scope(credentials, moskCloudReadPermission);
    scope.require(name);
    const cloud = clouds.get(name);
    const view = await views.withAlerts(cloud);
    const { id } = request.query;
    const component = view.topology.components.find(one => one.id === id);
    if (!component) {
      throw new NotFoundError(
        view.snapshot.complete
          ? `Cloud ${name} does not run ${id}`
          : `Cloud ${name} is not known to run ${id}: ${
              view.snapshot.connection.error ??
              'it has not been read completely yet'
            }`,
      );
    }
    const [workloads, since, lastRollout] = await Promise.all([
      workloadViews({
        cloud,
        component,
        health: healthOf(view, id).workloads,
        logger,
      }),
      memory.since(name),
      lastRolloutOf(),
    ]);
    response.json(
      componentDetail({ view, component, since, workloads, lastRollout }),
    );

    async function lastRolloutOf(): Promise<
      MoskViews.RolloutSummary | undefined
    > {
      const object = resourceRuling(view.topology, id);
      if (!object) {
        return undefined;
      }
      const { items } = await rollouts.list(
        {
          clouds: [name],
          object,
          permitted: scope.criteria(),
        },
        { limit: 1 },
      );
      return (await presenter.summaries(items))[0];
    }
  });
}
