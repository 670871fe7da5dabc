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
import { Facts } from '../shared/Facts';

const words: Record<MoskViews.OpenSearchHealthStatusEnum, string> = {
  green: 'green: every shard is in place',
  yellow: 'yellow: copies of shards are missing, nothing is lost',
  red: 'red: shards are missing, logs are lacking',
  unknown: 'unknown',
};

const count = (value: number | undefined) =>
  value === undefined ? undefined : String(value);

/** Whether logs are kept as they should be. */
export function OpenSearchFacts({
  health,
}: {
  health: MoskViews.OpenSearchHealth;
}) {
  const { status, nodes, activeShards, unassignedShards } = health;
  return (
    <Facts
      facts={[
        { label: 'OpenSearch', value: words[status] },
        { label: 'Nodes', value: count(nodes) },
        { label: 'Shards in place', value: count(activeShards) },
        { label: 'Shards without a place', value: count(unassignedShards) },
      ]}
    />
  );
}
