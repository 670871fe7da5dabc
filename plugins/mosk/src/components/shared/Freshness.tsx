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
import { RiTimeLine } from '@remixicon/react';
import { RelativeTime } from './RelativeTime';
import { StateChip } from './StateChip';

/** How fresh the data of a cloud is; what is live and at rest has no age, as nothing new is sent then. */
export function Freshness({
  connection,
}: {
  connection: MoskViews.CloudConnection;
}) {
  if (connection.state === 'live') {
    return (
      <Text as="span" variant="body-small" color="secondary">
        Live
      </Text>
    );
  }
  return (
    <StateChip
      tone="warning"
      icon={RiTimeLine}
      word={
        connection.lastContactAt ? (
          <>
            Data from <RelativeTime at={connection.lastContactAt} />
          </>
        ) : (
          'No data yet'
        )
      }
    />
  );
}
