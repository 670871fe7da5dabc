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

import { ObserveContext } from '../../rollout/types';
import { deployment } from '../Deployment';
import type {
  HelmBundleRelease,
  HelmReleaseStatus,
  ProjectedHelmBundle,
} from '../HelmBundle';
import { statefulSet } from '../StatefulSet';
import { ProjectedWorkload } from '../workload';
import { helmControllerFor } from './operators';

export type HelmContext = ObserveContext<ProjectedHelmBundle>;

/** What is known of a bundle at one moment. */
export interface Facts {
  object: ProjectedHelmBundle;
  /** Undefined where none is found that could handle it. */
  operator?: ProjectedWorkload;
  readAt: number;
  stuck: number;
  failing: number;
}

export function factsOf(
  { snapshot, now, delays }: HelmContext,
  object: ProjectedHelmBundle,
): Facts {
  const { state, lastContactAt, since } = snapshot.connection;
  return {
    object,
    operator: helmControllerFor(object.metadata.namespace, [
      ...snapshot.objects(deployment),
      ...snapshot.objects(statefulSet),
    ]),
    readAt:
      state === 'live' ? now.getTime() : Date.parse(lastContactAt ?? since),
    stuck: delays.stuck,
    failing: delays.failing,
  };
}

export function statusOf(
  { status }: ProjectedHelmBundle,
  { name }: Pick<HelmBundleRelease, 'name'>,
): HelmReleaseStatus | undefined {
  return Object.hasOwn(status.releases, name)
    ? status.releases[name]
    : undefined;
}

/** What a movement of one release is told by. */
export function markOf(entry: HelmReleaseStatus | undefined): string {
  return entry
    ? [
        entry.status,
        entry.success,
        entry.ready,
        entry.attempt,
        entry.finishedAt,
        entry.revision,
        entry.version,
        entry.hash,
      ].join(' ')
    : '';
}
