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

import { useRouteRef } from '@backstage/core-plugin-api';
import { Link, Text } from '@backstage/ui';
import { MoskViews } from '@mosk-portal/plugin-mosk-common';
import { rolloutRouteRef } from '../../routes';
import { Author } from '../shared/Author';
import { rolloutTitle, wasOverAtFirstSight } from '../shared/causeWords';
import { Elapsed } from '../shared/Elapsed';
import { RelativeTime } from '../shared/RelativeTime';
import { RolloutChip } from '../shared/RolloutChip';
import styles from './EndedRollout.module.css';

/** Result, what it was, how long it took, who asked. */
export function EndedRollout({
  rollout,
}: {
  rollout: MoskViews.RolloutSummary;
}) {
  const toRollout = useRouteRef(rolloutRouteRef);
  return (
    <div className={styles.row}>
      <div>
        <RolloutChip state={rollout.state} />
      </div>
      <div className={styles.what}>
        <Link href={toRollout({ id: rollout.id })} weight="bold">
          {rolloutTitle(rollout)}
        </Link>
        {rollout.message && rollout.state === 'failed' && (
          <Text as="p" color="secondary">
            {rollout.message}
          </Text>
        )}
      </div>
      <Text as="div" color="secondary">
        {rollout.cloud} · <Author author={rollout.author} />
      </Text>
      <Text as="div" color="secondary">
        {rollout.endedAt && !wasOverAtFirstSight(rollout) && (
          <>
            took <Elapsed from={rollout.startedAt} to={rollout.endedAt} />,{' '}
          </>
        )}
        <RelativeTime at={rollout.endedAt ?? rollout.lastMovedAt} />
      </Text>
    </div>
  );
}
