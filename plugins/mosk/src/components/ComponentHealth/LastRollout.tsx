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

import { Text } from '@backstage/ui';
import { MoskViews } from '@mosk-portal/plugin-mosk-common';
import { EndedRollout } from '../RolloutsPage/EndedRollout';
import { isEnded } from '../RolloutPage/isEnded';
import { RunningRollout } from '../shared/RunningRollout';
import { Section } from '../shared/Section';

/** The last rollout that touched it. */
export function LastRollout({
  rollout,
}: {
  rollout: MoskViews.RolloutSummary | undefined;
}) {
  if (!rollout) {
    return (
      <Section title="Last rollout">
        <Text as="p" color="secondary">
          None has been seen.
        </Text>
      </Section>
    );
  }
  return (
    <Section title={isEnded(rollout) ? 'Last rollout' : 'Rollout running now'}>
      {isEnded(rollout) ? (
        <EndedRollout rollout={rollout} />
      ) : (
        <RunningRollout rollout={rollout} />
      )}
    </Section>
  );
}
