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

import { statusOf } from '../../kinds/helmRollout/facts';
import {
  heldBackBy,
  isOfOlderSpec,
  readRelease,
} from '../../kinds/helmRollout/readRelease';
import { failureOf } from '../../kinds/helmRollout/steps';
import { referenceOf } from '../../topology/partsOfWorkloads';
import { HealthReason } from '../types';
import { helmBundleOf } from './readHelmBundleHealth';
import { HealthReader } from './types';

/** What the HelmBundle Operator says of a release. One that no bundle asks for is judged by its workloads. */
export const readHelmReleaseHealth: HealthReader = (
  component,
  _workloads,
  context,
) => {
  const bundle = helmBundleOf(component, context);
  const [mark] = component.helmReleases;
  const release = bundle?.releases.find(
    ({ name, namespace }) =>
      name === mark?.name && namespace === mark.namespace,
  );
  if (!bundle || !release) {
    return [];
  }
  const about = `Helm release ${release.namespace}/${release.name}`;
  const entry = statusOf(bundle, release);
  const because = (
    code: string,
    state: HealthReason['state'],
    message: string,
  ): HealthReason[] => [
    {
      code,
      state,
      message: `${about} ${message}`,
      object: referenceOf(bundle),
      since: entry?.finishedAt,
    },
  ];
  const late = context.isSettling(referenceOf(bundle))
    ? 'progressing'
    : 'degraded';
  const held = heldBackBy(bundle, release);
  switch (readRelease(entry)) {
    case 'done':
      return entry && isOfOlderSpec(release, entry)
        ? because(
            'ReleaseNotUpgraded',
            late,
            `runs ${nameOf(entry)}, and ${nameOf(release)} is asked for`,
          )
        : [];
    case 'failed':
      return because(
        'ReleaseFailing',
        'degraded',
        `is not deployed: ${failureOf(entry!)}`,
      );
    case 'pending':
      return because('ReleasePending', 'progressing', `is ${entry!.status}`);
    case 'settling':
      return because(
        'ReleaseNotReady',
        late,
        'is deployed, and its workloads are not ready',
      );
    case 'unknown':
      return because(
        'UnknownState',
        'unknown',
        `has the state ${entry!.status}, of which nothing sure can be said`,
      );
    default:
      return held.length > 0
        ? because(
            'ReleaseHeldBack',
            late,
            `is not installed: it waits for ${held.join(', ')}`,
          )
        : because('ReleaseNotInstalled', late, 'is not installed yet');
  }
};

function nameOf({
  chart = 'the chart',
  version,
}: {
  chart?: string;
  version?: string;
}): string {
  return version ? `${chart} ${version}` : chart;
}
