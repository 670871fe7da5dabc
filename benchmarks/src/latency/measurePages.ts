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
import { Page } from 'playwright-core';
import {
  NAMESPACE,
  readyStatus,
  serviceDeployment,
} from '../cluster/serviceDeployment';
import { openCloudPage } from '../portal/openCloudPage';
import { watchPage } from '../portal/watchPage';
import { latencyRows } from '../report/latencyRows';
import { ReportRow } from '../report/types';
import { rest } from './rest';
import { until } from '../until';
import { LatencyContext } from './types';

const POLL_MS = 10;
const NAME = 'benchmark-page';
const REPLICAS = 9;

/** From the write of a readiness until the open page of the cloud shows it. */
export async function measurePages(
  context: LatencyContext,
): Promise<ReportRow[]> {
  const { cloud, portal, sizes } = context;
  await cloud.adminClient.create(
    resourceIdentities.Deployment,
    serviceDeployment(NAME, REPLICAS),
  );
  await patchReady(context, 1);
  const { browser, page } = await openCloudPage(portal.baseUrl, cloud.name);
  const pages: number[] = [];
  const answers: number[] = [];
  try {
    await page.getByText(sentence(1)).first().waitFor();
    // Asking for the answer costs the portal time, so the two are measured in turn.
    for (let turn = 0; turn < sizes.warmUpRounds + sizes.pageRounds; turn++) {
      const counts = [2 * turn + 1, 2 * turn + 2].map(
        step => 1 + (step % (REPLICAS - 1)),
      );
      const shown = await measurePage(context, page, counts[0]);
      const answered = await measureAnswer(context, counts[1]);
      await page.getByText(sentence(counts[1])).first().waitFor();
      await rest();
      if (turn >= sizes.warmUpRounds) {
        pages.push(shown);
        answers.push(answered);
      }
    }
  } finally {
    await browser.close();
    await cloud.adminClient.delete(
      resourceIdentities.Deployment,
      NAMESPACE,
      NAME,
    );
  }
  return latencyRows({
    what: 'readiness changed → shown on the open page',
    durations: pages,
    beside: 'the REST answer has it',
    besideDurations: answers,
  });
}

async function measurePage(
  context: LatencyContext,
  page: Page,
  ready: number,
): Promise<number> {
  const shownAt = await watchPage(page, sentence(ready));
  const startedAt = Date.now();
  await patchReady(context, ready);
  return (await shownAt()) - startedAt;
}

async function measureAnswer(
  context: LatencyContext,
  ready: number,
): Promise<number> {
  const { client, cloud } = context;
  const startedAt = Date.now();
  await patchReady(context, ready);
  const { at } = await until(
    async () => {
      const answer = await client.find(`mosk/clouds/${cloud.name}`);
      return answer?.includes(sentence(ready)) || undefined;
    },
    { what: `the answer has “${sentence(ready)}”`, everyMs: POLL_MS },
  );
  return at - startedAt;
}

function sentence(ready: number): string {
  return `${NAME} has ${ready} of ${REPLICAS} pods ready`;
}

async function patchReady(
  { cloud }: LatencyContext,
  ready: number,
): Promise<void> {
  await cloud.adminClient.patch(
    resourceIdentities.Deployment,
    NAMESPACE,
    NAME,
    { status: readyStatus(REPLICAS, ready) },
    { subresource: 'status' },
  );
}
