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

import { Alert } from '@backstage/ui';
import { MoskViews } from '@mosk-portal/plugin-mosk-common';
import { RelativeTime } from './RelativeTime';

const titles: Record<MoskViews.CloudConnection['state'], string> = {
  connecting: 'is being connected to',
  live: 'is connected',
  stale: 'is not heard from',
  unauthorized: 'refuses our token',
  unreachable: 'is out of reach',
  misconfigured: 'is configured wrongly',
};

/** Why what is shown of a cloud may be old, how old it is, and when it is tried again. */
export function ConnectionBanner({
  cloud,
  connection,
}: {
  cloud: string;
  connection: MoskViews.CloudConnection;
}) {
  if (connection.state === 'live') {
    return null;
  }
  return (
    <Alert
      status={connection.state === 'connecting' ? 'info' : 'warning'}
      icon
      title={`Cloud ${cloud} ${titles[connection.state] ?? connection.state}`}
      description={
        <>
          {connection.lastContactAt ? (
            <>
              What is shown is the last that is known, from{' '}
              <RelativeTime at={connection.lastContactAt} />.
            </>
          ) : (
            'Nothing has been read from it yet.'
          )}
          {connection.error && ` Reason: ${connection.error}.`}
          {connection.nextAttemptAt && (
            <>
              {' '}
              Next try <RelativeTime at={connection.nextAttemptAt} upcoming />.
            </>
          )}
          {connection.state === 'unauthorized' &&
            ' Renew the token of this cloud in the configuration of the portal.'}
        </>
      }
    />
  );
}
