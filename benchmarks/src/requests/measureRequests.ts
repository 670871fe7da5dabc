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

import { SandboxCloud } from '@mosk-portal/sandbox';
import { kubeConfigOf } from '../cluster/kubeConfigOf';
import { progress } from '../report/progress';
import { ReportRow } from '../report/types';
import { pause } from '../until';
import { startInformers } from './startInformers';

const POLLER_PER_MINUTE = 6;

type Counts = Record<string, number>;

/** Requests to the API server while nothing happens, of a portal and of informers in the same minutes. */
export async function measureRequests(options: {
  /** Cloud of the portal that runs, which saw it start. */
  portalCloud: SandboxCloud;
  /** Requests at the end of the portal's start. */
  portalStart: Counts;
  /** Cloud that nobody else asks anything. */
  informerCloud: SandboxCloud;
  restSeconds: number;
}): Promise<ReportRow[]> {
  const { portalCloud, portalStart, informerCloud, restSeconds } = options;
  const informers = await startInformers(
    kubeConfigOf({
      url: informerCloud.proxyUrl,
      caData: informerCloud.caData,
      token: informerCloud.portalToken,
    }),
    informerCloud.adminClient,
  );
  try {
    const before = await countBoth(portalCloud, informerCloud);
    progress(`Counting requests for ${restSeconds} s`);
    await pause(restSeconds * 1_000);
    const after = await countBoth(portalCloud, informerCloud);
    const perMinute = (index: number) =>
      ((after[index] - before[index]) * 60) / restSeconds;
    const polls = informers.kinds * POLLER_PER_MINUTE;
    return [
      row('requests at the start', total(portalStart), {
        beside: `${informers.kinds} informers of @kubernetes/client-node`,
        value: before[1],
      }),
      row('requests per minute at rest', perMinute(0), {
        beside: `${informers.kinds} informers of @kubernetes/client-node`,
        value: perMinute(1),
      }),
      row('requests per minute at rest', perMinute(0), {
        beside: `computed, not measured: each of ${informers.kinds} kinds listed every 10 s`,
        value: polls,
      }),
    ];
  } finally {
    await informers.stop();
  }
}

async function countBoth(...clouds: SandboxCloud[]): Promise<number[]> {
  return Promise.all(
    clouds.map(async cloud => total(await cloud.command('count-requests'))),
  );
}

function total(counts: Counts): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

function row(
  what: string,
  value: number,
  other: { beside: string; value: number },
): ReportRow {
  return {
    what,
    value: numberText(value),
    beside: other.beside,
    besideValue: numberText(other.value),
    ratio: value / other.value,
  };
}

function numberText(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(2);
}
