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

import { startPortal } from '@mosk-portal/e2e';
import { startSandbox } from '@mosk-portal/sandbox';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BareWatch } from './cluster/BareWatch';
import { measureEntities } from './latency/measureEntities';
import { measurePages } from './latency/measurePages';
import { LatencyContext } from './latency/types';
import { PortalClient } from './portal/PortalClient';
import { progress, rowsSoFar } from './report/progress';
import { ReportRow } from './report/types';
import { measureRequests } from './requests/measureRequests';
import { Sizes } from './sizes';
import { until } from './until';

const START_TIMEOUT_MS = 180_000;

/** All that is measured of a portal that runs, with a cloud that runs. */
export async function measureRunningPortal(sizes: Sizes): Promise<ReportRow[]> {
  const ends = new AsyncDisposableStack();
  try {
    return await measureWith(sizes, ends);
  } finally {
    await ends.disposeAsync();
  }
}

async function measureWith(
  sizes: Sizes,
  ends: AsyncDisposableStack,
): Promise<ReportRow[]> {
  progress('Starting a cloud and the portal');
  const sandbox = await startSandbox({ cloudState: 'running', timeScale: 1 });
  ends.defer(() => sandbox.stop());
  const [cloud] = sandbox.clouds;
  const config = join(sandbox.directory, 'app-config.benchmark.yaml');
  await writeFile(
    config,
    JSON.stringify(sandbox.portalConfig({ throughProxy: true })),
    { mode: 0o600 },
  );
  const portal = await startPortal({
    folder: join(sandbox.directory, 'portal'),
    configs: [config],
  });
  ends.defer(() => portal.stop());
  const client = await PortalClient.signIn(portal.baseUrl);
  await until(() => client.find(entityPath(cloud.name)), {
    what: 'the catalog has the services of the cloud',
    everyMs: 500,
    timeoutMs: START_TIMEOUT_MS,
  });
  const portalStart = await cloud.command('count-requests');

  const watch = await BareWatch.start(
    cloud.clientFor(cloud.portalToken, { throughProxy: true }),
  );
  const context: LatencyContext = { cloud, portal, client, watch, sizes };
  progress('Measuring the way into the catalog');
  const entities = rowsSoFar(
    await measureEntities(context).finally(() => watch.stop()),
  );
  progress('Measuring the way to the open page');
  const pages = rowsSoFar(await measurePages(context));

  const quiet = await startSandbox();
  ends.defer(() => quiet.stop());
  const requests = await measureRequests({
    portalCloud: cloud,
    portalStart,
    informerCloud: quiet.clouds[0],
    restSeconds: sizes.restSeconds,
  });
  return [...entities, ...pages, ...rowsSoFar(requests)];
}

function entityPath(cloud: string): string {
  return `catalog/entities/by-name/component/default/${cloud}-openstack-service-compute`;
}
