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

import { Flex, Text, ToggleButton } from '@backstage/ui';
import { MoskViews } from '@mosk-portal/plugin-mosk-common';
import { useState } from 'react';
import { useNow } from '../../hooks/useNow';
import { TimelineChart } from './TimelineChart';
import { timelineModel } from './timelineModel';
import { TimelineTable } from './TimelineTable';

/** A bar for each step on one time axis, or the same as a table. */
export function Timeline({ rollout }: { rollout: MoskViews.RolloutDetail }) {
  const [asTable, setAsTable] = useState(false);
  const now = useNow();
  if (!rollout.steps.length) {
    return (
      <Text as="p" color="secondary">
        No step has been reported yet.
      </Text>
    );
  }
  const model = timelineModel(rollout, now);
  return (
    <Flex direction="column" gap="2">
      <div>
        <ToggleButton size="small" isSelected={asTable} onChange={setAsTable}>
          Show as table
        </ToggleButton>
      </div>
      {asTable ? (
        <TimelineTable model={model} />
      ) : (
        <TimelineChart model={model} />
      )}
    </Flex>
  );
}
