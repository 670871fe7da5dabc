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

import { resourceIdentities } from '@mosk-portal/plugin-mosk-common';
import { TestSandbox } from '@mosk-portal/sandbox';
import { NAMESPACE } from '../cluster/serviceDeployment';
import { progress, rowsSoFar } from '../report/progress';
import { ReportRow } from '../report/types';
import { createObjects } from './createObjects';
import { measureHolder } from './measureHolder';
import { HoldAnswer, HoldRequest } from './types';

interface Weights {
  inventory: HoldAnswer;
  informer: HoldAnswer;
}

/** Heap of our inventory beside an informer's, for the same objects; what both weigh without them is taken off. */
export async function measureMemory(
  sandbox: TestSandbox,
  sizes: readonly number[],
): Promise<ReportRow[]> {
  const [cloud] = sandbox.clouds;
  const empty = await weigh(sandbox, 0);
  const rows: ReportRow[] = [];
  let made = 0;
  for (const size of sizes) {
    progress(`Making ${size - made} Deployments`);
    await createObjects(cloud.adminClient, made, size);
    made = size;
    progress(`Holding ${size} Deployments`);
    rows.push(
      ...rowsSoFar([
        rowOf(
          { size, jsonBytes: await jsonBytes(sandbox) },
          empty,
          await weigh(sandbox, size),
        ),
      ]),
    );
  }
  return rows;
}

async function weigh(sandbox: TestSandbox, objects: number): Promise<Weights> {
  const [cloud] = sandbox.clouds;
  const request: Omit<HoldRequest, 'holder'> = {
    objects,
    portalConfig: sandbox.portalConfig(),
    address: {
      url: cloud.url,
      caData: cloud.caData,
      token: cloud.portalToken,
    },
  };
  return {
    inventory: await measureHolder({ ...request, holder: 'inventory' }),
    informer: await measureHolder({ ...request, holder: 'informer' }),
  };
}

/** Of one of the objects, as the API server sends it. */
async function jsonBytes({ clouds }: TestSandbox): Promise<number> {
  const { items } = await clouds[0].adminClient.list(
    resourceIdentities.Deployment,
    NAMESPACE,
    { labelSelector: 'application=benchmark-0', limit: 1 },
  );
  return JSON.stringify(items[0]).length;
}

function rowOf(
  objects: { size: number; jsonBytes: number },
  empty: Weights,
  full: Weights,
): ReportRow {
  const { size } = objects;

  const added = (holder: keyof Weights) =>
    full[holder].heapBytes - empty[holder].heapBytes;
  const words = (holder: keyof Weights) =>
    `${(added(holder) / 2 ** 20).toFixed(1)} MiB (${Math.round(
      added(holder) / size,
    )} bytes each)`;
  return {
    what: `heap for ${size} Deployments of ${objects.jsonBytes} bytes of JSON`,
    value: words('inventory'),
    beside: 'an informer of @kubernetes/client-node',
    besideValue: words('informer'),
    ratio: added('inventory') / added('informer'),
  };
}
