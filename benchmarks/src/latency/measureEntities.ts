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
import { WatchEvent } from '@mosk-portal/sandbox';
import { NAMESPACE, serviceDeployment } from '../cluster/serviceDeployment';
import { latencyRows } from '../report/latencyRows';
import { ReportRow } from '../report/types';
import { rest } from './rest';
import { until } from '../until';
import { LatencyContext } from './types';

const POLL_MS = 10;

interface Round {
  entity: number;
  watch: number;
}

/** From the write of a Deployment until the catalog's API has its entity, and has it no more. */
export async function measureEntities(
  context: LatencyContext,
): Promise<ReportRow[]> {
  const { entityRounds, warmUpRounds } = context.sizes;
  const appeared: Round[] = [];
  const gone: Round[] = [];
  for (let round = -warmUpRounds; round < entityRounds; round++) {
    const name = `benchmark-${round + warmUpRounds}`;
    const appearance = await measure(context, name, 'ADDED');
    await rest();
    const disappearance = await measure(context, name, 'DELETED');
    await rest();
    if (round >= 0) {
      appeared.push(appearance);
      gone.push(disappearance);
    }
  }
  return [
    ...rows('new workload → entity in the catalog', appeared),
    ...rows('deleted workload → entity gone', gone),
  ];
}

async function measure(
  { cloud, client, watch }: LatencyContext,
  name: string,
  type: 'ADDED' | 'DELETED',
): Promise<Round> {
  const path = `catalog/entities/by-name/component/default/${cloud.name}-openstack-service-${name}`;
  const matches = (event: WatchEvent) =>
    event.type === type && event.object.metadata.name === name;
  const seen = watch.next(matches);
  const startedAt = Date.now();
  if (type === 'ADDED') {
    await cloud.adminClient.create(
      resourceIdentities.Deployment,
      serviceDeployment(name, 1),
    );
  } else {
    await cloud.adminClient.delete(
      resourceIdentities.Deployment,
      NAMESPACE,
      name,
    );
  }
  const isAsExpected = async () =>
    ((await client.find(path)) !== undefined) === (type === 'ADDED')
      ? true
      : undefined;
  const { at } = await until(isAsExpected, {
    what: `${path} follows the cluster (${type})`,
    everyMs: POLL_MS,
  });
  return { entity: at - startedAt, watch: (await seen) - startedAt };
}

function rows(what: string, rounds: Round[]): ReportRow[] {
  return latencyRows({
    what,
    durations: rounds.map(({ entity }) => entity),
    beside: 'a bare watch has the event',
    besideDurations: rounds.map(({ watch }) => watch),
  });
}
