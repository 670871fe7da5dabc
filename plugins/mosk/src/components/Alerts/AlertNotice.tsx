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

import { Alert, Text } from '@backstage/ui';
import { MoskViews } from '@mosk-portal/plugin-mosk-common';
import { RelativeTime } from '../shared/RelativeTime';

const titles: Record<MoskViews.StackLightState, string> = {
  live: '',
  unreachable: 'StackLight does not answer',
  unauthorized: 'StackLight refuses the portal',
  misconfigured: 'StackLight is configured wrongly',
  'not-configured': 'Alerts are not known',
};

/** Why no alerts may mean nothing: nobody answers, or the alert that always fires does not arrive. */
export function AlertNotice({ list }: { list: MoskViews.AlertList }) {
  const { state, message, asOf, nextAttemptAt, pipeline } = list;
  if (state === 'not-configured') {
    return (
      <Text as="p" color="secondary">
        {titles[state]}
        {message && `: ${message}`}
      </Text>
    );
  }
  if (state !== 'live') {
    return (
      <Alert
        status="warning"
        icon
        title={titles[state] ?? titles.unreachable}
        description={
          <>
            {message}{' '}
            {asOf ? (
              <>
                What is shown was read <RelativeTime at={asOf} />.
              </>
            ) : (
              'Its alerts are not known.'
            )}
            {nextAttemptAt && (
              <>
                {' '}
                Next try <RelativeTime at={nextAttemptAt} upcoming />.
              </>
            )}
          </>
        }
      />
    );
  }
  return pipeline.watchdog === 'ok' ? null : (
    <Alert
      status="warning"
      icon
      title={
        pipeline.watchdog === 'missing'
          ? 'Watchdog does not fire: no alert can be trusted to arrive'
          : 'Whether alerts arrive is not known'
      }
      description={pipeline.message}
    />
  );
}
