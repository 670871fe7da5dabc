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
import { moskCloudReadPermission } from '@mosk-portal/plugin-mosk-common';
import { Request } from 'express';
import { CloudView } from '../clouds/types';
import { alertListView } from '../stacklight/alertViews';
import { chartListView } from '../stacklight/chartViews';
import { stackLightDetail } from '../stacklight/stackLightDetail';
import { MoskRouter, RouterOptions } from './types';

/** What StackLight knows of a cloud. Whoever may see the cloud may see it. */
export function addStackLightRoutes(
  router: MoskRouter,
  { access, clouds, memory, stackLights, views }: RouterOptions,
): void {
  const visible = async (
    request: Request<any, any, any, any>,
    name: string,
  ) => {
    const credentials = await access.credentials(request);
    const scope = await access.scope(credentials, moskCloudReadPermission);
    scope.require(name);
    return clouds.get(name);
  };

  router.get('/clouds/:cloud/alerts', async (request, response) => {
    const name = request.params.cloud;
    const cloud = await visible(request, name);
    const { component } = request.query;
    const { topology } = await views.of(cloud);
    const read = await stackLights.alerts(name);
    response.json(
      alertListView({
        read,
        topology,
        component,
        config: stackLights.of(name).config,
        now: new Date(),
      }),
    );
  });

  router.get('/clouds/:cloud/charts', async (request, response) => {
    const name = request.params.cloud;
    const cloud = await visible(request, name);
    const view = await views.of(cloud);
    response.json(
      await chartListView({
        component: findComponent(view, request.query.component),
        hours: request.query.hours ?? 6,
        stackLight: stackLights.of(name),
        hasOpenSearch: view.topology.components.some(
          ({ id }) => id === 'stacklight/opensearch',
        ),
        now: new Date(),
      }),
    );
  });

  router.get('/clouds/:cloud/stacklight', async (request, response) => {
    const name = request.params.cloud;
    const cloud = await visible(request, name);
    const [view, since, alerts] = await Promise.all([
      views.withAlerts(cloud),
      memory.since(name),
      stackLights.alerts(name),
    ]);
    response.json(
      await stackLightDetail({
        view,
        since,
        stackLight: stackLights.of(name),
        alerts,
      }),
    );
  });
}

function findComponent({ topology, cloud }: CloudView, id: string) {
  const found = topology.components.find(one => one.id === id);
  if (!found) {
    throw new NotFoundError(`Cloud ${cloud.name} is not known to run ${id}`);
  }
  return found;
}
