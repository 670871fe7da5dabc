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
import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';

export interface RolloutFilters {
  cloud: string[];
  kind: string[];
  state: MoskViews.RolloutState[];
  person: string;
  /** Where the page of ended rollouts starts; set back when another filter changes. */
  cursor: string | undefined;
}

/** Filters of the list, kept in the address so that they can be shared. */
export function useRolloutFilters() {
  const [params, setParams] = useSearchParams();
  const filters = useMemo<RolloutFilters>(
    () => ({
      cloud: params.getAll('cloud'),
      kind: params.getAll('kind'),
      state: params.getAll('state') as MoskViews.RolloutState[],
      person: params.get('person') ?? '',
      cursor: params.get('cursor') ?? undefined,
    }),
    [params],
  );
  const setFilters = useCallback(
    (change: Partial<RolloutFilters>) => {
      const next = { ...filters, cursor: undefined, ...change };
      const address = new URLSearchParams();
      next.cloud.forEach(value => address.append('cloud', value));
      next.kind.forEach(value => address.append('kind', value));
      next.state.forEach(value => address.append('state', value));
      if (next.person) {
        address.set('person', next.person);
      }
      if (next.cursor) {
        address.set('cursor', next.cursor);
      }
      setParams(address);
    },
    [filters, setParams],
  );
  return { filters, setFilters };
}
