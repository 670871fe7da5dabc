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

import { MoskViews } from '@mosk-portal/plugin-mosk-common';
import { RolloutQuery } from '../../api';
import { RolloutFilters } from './useRolloutFilters';

const running: MoskViews.RolloutState[] = [
  'stalled',
  'running',
  'paused',
  'queued',
];
const ended: MoskViews.RolloutState[] = [
  'failed',
  'done',
  'overtaken',
  'drafted',
];

export const rolloutStates = [...running, ...ended];

export const PAGE_SIZE = 25;
const MOST_RUNNING = 200;

function narrow(states: MoskViews.RolloutState[], filters: RolloutFilters) {
  return filters.state.length
    ? states.filter(state => filters.state.includes(state))
    : states;
}

/** What to ask for the two parts of the page; undefined for a part that the chosen states leave out. */
export function rolloutQueries(filters: RolloutFilters): {
  running: RolloutQuery | undefined;
  ended: RolloutQuery | undefined;
} {
  const common = {
    cloud: filters.cloud.length ? filters.cloud : undefined,
    kind: filters.kind.length ? filters.kind : undefined,
    person: filters.person || undefined,
  };
  const runningStates = narrow(running, filters);
  const endedStates = narrow(ended, filters);
  return {
    running: runningStates.length
      ? { ...common, state: runningStates, limit: MOST_RUNNING }
      : undefined,
    ended: endedStates.length
      ? {
          ...common,
          state: endedStates,
          limit: PAGE_SIZE,
          cursor: filters.cursor,
        }
      : undefined,
  };
}
