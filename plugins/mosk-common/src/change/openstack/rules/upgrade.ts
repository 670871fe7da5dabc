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

import {
  compareOpenStackReleases,
  isUpgradeAllowed,
  upgradeTargetsOf,
} from '../../../openstack';
import { isAtOrBelow } from '../../edit';
import { FieldProblem } from '../../types';
import { pinnedImagesOf } from '../pinnedImages';
import { refuse, Rule, RuleContext } from './types';

const path = 'spec.openstack_version';

function currentOf({ live }: RuleContext): string | undefined {
  const current = live?.openstack_version;
  return typeof current === 'string' ? current : undefined;
}

function targetsInWords(current: string): string {
  const targets = upgradeTargetsOf(current).map(release => release.name);
  return targets.length
    ? `From ${current} go to ${targets.join(' or ')}.`
    : `There is no release after ${current} yet.`;
}

/** Releases only go up (rule 26). */
const noDowngrade: Rule = context => {
  const current = currentOf(context);
  return (compareOpenStackReleases(context.release, current) ?? 0) < 0
    ? [
        refuse(
          path,
          `${context.release} is older than ${current}, and OpenStack cannot go back.`,
          targetsInWords(current ?? ''),
        ),
      ]
    : [];
};

/** One step up, or from one skip-level release to the next (rule 27). */
const oneStep: Rule = context => {
  const current = currentOf(context);
  const { release } = context;
  return current &&
    release &&
    (compareOpenStackReleases(release, current) ?? 0) > 0 &&
    !isUpgradeAllowed(current, release)
    ? [
        refuse(
          path,
          `${release} cannot be reached from ${current} in one step.`,
          targetsInWords(current),
        ),
      ]
    : [];
};

/** The release changes alone (rule 28). */
const nothingElse: Rule = ({ changedPaths }) =>
  changedPaths
    .filter(
      changed =>
        changed !== path && !isAtOrBelow(changed, 'spec.features.services'),
    )
    .map(changed =>
      refuse(
        changed,
        'Cannot change together with the release.',
        'Upgrade first, and change this afterwards.',
      ),
    );

/** Pinned images would stay at the old release (rule 29). */
const noPinnedImages: Rule = ({ spec }) =>
  pinnedImagesOf(spec).map(pin =>
    refuse(
      pin,
      'Pins images, and an upgrade is not accepted while images are pinned.',
      'Remove the pins in a change of its own first.',
    ),
  );

/** Nothing else is going on (rule 30). */
const settled: Rule = ({ facts }) =>
  facts && facts.state !== 'APPLIED'
    ? [
        refuse(
          path,
          `The operator must be done with the last change first; it reports ${
            facts.state ?? 'no state'
          }.`,
          'Wait for the running rollout, then try again.',
        ),
      ]
    : [];

const whenReleaseChanges =
  (rule: Rule): Rule =>
  (context): FieldProblem[] =>
    context.changedPaths.includes(path) && currentOf(context)
      ? rule(context)
      : [];

export const upgradeRules: Rule[] = [
  noDowngrade,
  oneStep,
  nothingElse,
  noPinnedImages,
  settled,
].map(whenReleaseChanges);
