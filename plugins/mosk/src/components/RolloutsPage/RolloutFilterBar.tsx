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

import { Select } from '@backstage/ui';
import { MoskViews, resourceIdentities } from '@mosk-portal/plugin-mosk-common';
import { useClouds } from '../../hooks/useClouds';
import { rolloutLooks } from '../shared/RolloutChip';
import { PersonFilter } from './PersonFilter';
import styles from './RolloutFilterBar.module.css';
import { rolloutStates } from './rolloutQueries';
import { RolloutFilters } from './useRolloutFilters';

export interface RolloutFilterBarProps {
  filters: RolloutFilters;
  onChange(change: Partial<RolloutFilters>): void;
}

const kindOptions = Object.keys(resourceIdentities).map(kind => ({
  id: kind,
  label: kind,
}));
const stateOptions = rolloutStates.map(state => ({
  id: state,
  label: rolloutLooks[state].word,
}));

export function RolloutFilterBar({ filters, onChange }: RolloutFilterBarProps) {
  const clouds = useClouds();
  const known = clouds.data?.map(({ name, title }) => ({
    id: name,
    label: title,
  }));
  const cloudOptions =
    known ?? filters.cloud.map(name => ({ id: name, label: name }));
  return (
    <div className={styles.bar} role="search" aria-label="Filter rollouts">
      <Select
        label="Cloud"
        placeholder="All"
        selectionMode="multiple"
        options={cloudOptions}
        value={filters.cloud}
        onChange={value => onChange({ cloud: value.map(String) })}
      />
      <Select
        label="Kind"
        placeholder="All"
        selectionMode="multiple"
        options={kindOptions}
        value={filters.kind}
        onChange={value => onChange({ kind: value.map(String) })}
      />
      <Select
        label="State"
        placeholder="All"
        selectionMode="multiple"
        options={stateOptions}
        value={filters.state}
        onChange={value =>
          onChange({ state: value.map(String) as MoskViews.RolloutState[] })
        }
      />
      <PersonFilter
        person={filters.person}
        onChange={person => onChange({ person })}
      />
    </div>
  );
}
