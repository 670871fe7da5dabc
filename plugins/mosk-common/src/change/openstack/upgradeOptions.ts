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

import { JsonObject } from '@backstage/types';
import { isReleaseAtLeast, upgradeTargetsOf } from '../../openstack';
import { CloudSnapshot } from '../../snapshot/types';
import { cloudFactsOf } from './cloudFacts';
import { pinnedImagesOf } from './pinnedImages';

/**
 * One thing that must hold before an upgrade is accepted.
 * @public
 */
export interface UpgradeCheck {
  id: string;
  title: string;
  state: 'passed' | 'failed' | 'unknown';
  message?: string;
}

/**
 * Where a deployment can go from its release, and what stands in the way.
 * @public
 */
export interface OpenStackUpgradeOptions {
  current: string;
  releases: string[];
  checklist: UpgradeCheck[];
}

function imagesCheck(spec: JsonObject): UpgradeCheck {
  const check = { id: 'images', title: 'No images are pinned' };
  const paths = pinnedImagesOf(spec);
  return paths.length
    ? {
        ...check,
        state: 'failed',
        message: `Remove ${paths.join(', ')} in a change of its own first.`,
      }
    : { ...check, state: 'passed' };
}

function settledCheck(state: string | undefined, known: boolean): UpgradeCheck {
  const check = {
    id: 'settled',
    title: 'The operator is done with the last change',
  };
  if (state === 'APPLIED') {
    return { ...check, state: 'passed' };
  }
  return known && state
    ? {
        ...check,
        state: 'failed',
        message: `It reports ${state}. Wait for the running rollout.`,
      }
    : {
        ...check,
        state: 'unknown',
        message: 'The portal has no state of the deployment now.',
      };
}

/**
 * Releases that an OpenStackDeployment can be upgraded to, and the rules for it read from the live cloud.
 * @public
 */
export function upgradeOptions(options: {
  namespace: string;
  name: string;
  live: { spec?: JsonObject };
  snapshot: CloudSnapshot;
}): OpenStackUpgradeOptions {
  const { namespace, name, live, snapshot } = options;
  const spec = live.spec ?? {};
  const current = `${spec.openstack_version ?? 'unknown'}`;
  const releases = upgradeTargetsOf(current).map(release => release.name);
  const facts = cloudFactsOf(snapshot, namespace, name);
  const none = `The portal knows no release after ${current}.`;
  return {
    current,
    releases,
    checklist: [
      {
        id: 'newer',
        title: 'There is a newer release',
        state: releases.some(release => isReleaseAtLeast(release, current))
          ? 'passed'
          : 'failed',
        message: releases.length ? undefined : none,
      },
      {
        id: 'step',
        title: 'It is one step, or from one skip-level release to the next',
        state: releases.length ? 'passed' : 'failed',
        message: releases.length
          ? `From ${current}: ${releases.join(', ')}.`
          : none,
      },
      {
        id: 'alone',
        title: 'Nothing else changes with it',
        state: 'passed',
        message: 'The template sends the release and nothing else.',
      },
      imagesCheck(spec),
      settledCheck(facts?.state, snapshot.complete),
    ],
  };
}
