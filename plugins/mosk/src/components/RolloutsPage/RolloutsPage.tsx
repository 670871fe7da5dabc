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

import { Flex } from '@backstage/ui';
import { EndedRollouts } from './EndedRollouts';
import { RolloutFilterBar } from './RolloutFilterBar';
import { rolloutQueries } from './rolloutQueries';
import { RunningRollouts } from './RunningRollouts';
import { useRolloutFilters } from './useRolloutFilters';

/** What is changing, what changed, who did it? */
export function RolloutsPage() {
  const { filters, setFilters } = useRolloutFilters();
  const { running, ended } = rolloutQueries(filters);
  return (
    <Flex direction="column" gap="5">
      <RolloutFilterBar filters={filters} onChange={setFilters} />
      {running && <RunningRollouts query={running} />}
      {ended && (
        <EndedRollouts
          query={ended}
          onPage={cursor => setFilters({ cursor })}
        />
      )}
    </Flex>
  );
}
