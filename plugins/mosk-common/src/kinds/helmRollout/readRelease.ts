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

import type {
  HelmBundleRelease,
  HelmReleaseStatus,
  ProjectedHelmBundle,
} from '../HelmBundle';
import { statusOf } from './facts';

/**
 * Where one release is, by what is said of it alone.
 *
 * - `absent`: nothing is said of it
 * - `settling`: installed, its workloads are not ready yet
 */
export type ReleasePosition =
  | 'absent'
  | 'pending'
  | 'settling'
  | 'done'
  | 'failed'
  | 'unknown';

/** Reads the position of a release from its entry in the status. */
export function readRelease(
  entry: HelmReleaseStatus | undefined,
): ReleasePosition {
  if (!entry?.status) {
    return entry?.success === false ? 'failed' : 'absent';
  }
  const { status, success, ready } = entry;
  // Between two tries the entry may still carry the outcome of the last one.
  if (/^(pending-|uninstall)/.test(status)) {
    return 'pending';
  }
  if (status === 'failed' || success === false) {
    return 'failed';
  }
  if (status !== 'deployed') {
    return 'unknown';
  }
  return ready === true ? 'done' : 'settling';
}

/** Releases that have to be ready before this one may be installed, and are not. */
export function heldBackBy(
  object: ProjectedHelmBundle,
  { requires }: HelmBundleRelease,
): string[] {
  return requires.filter(
    name => readRelease(statusOf(object, { name })) !== 'done',
  );
}

/** Whether an entry is about another chart or version than is asked for. */
export function isOfOlderSpec(
  wanted: HelmBundleRelease,
  entry: HelmReleaseStatus,
): boolean {
  const last = (chart: string) => chart.slice(chart.lastIndexOf('/') + 1);
  return (
    wanted.chartUrl === undefined &&
    ((wanted.version !== undefined &&
      entry.version !== undefined &&
      wanted.version !== entry.version) ||
      (wanted.chart !== undefined &&
        entry.chart !== undefined &&
        last(wanted.chart) !== last(entry.chart)))
  );
}
