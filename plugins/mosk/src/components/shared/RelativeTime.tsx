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

import { DateTime } from 'luxon';
import { useNow } from '../../hooks/useNow';
import { formatDuration } from './formatDuration';

/** Clocks of a cluster, the portal and the browser differ by less than this. */
const CLOCK_SKEW_MS = 60_000;

export interface RelativeTimeProps {
  at: string | undefined;
  /** It is yet to come: what seems past is due. */
  upcoming?: boolean;
}

/** How long ago, or how soon; the exact time on hover. */
export function RelativeTime({ at, upcoming }: RelativeTimeProps) {
  const now = useNow();
  const time = DateTime.fromISO(at ?? '');
  if (!time.isValid) {
    return <span>at an unknown time</span>;
  }
  const difference = now - time.toMillis();
  const fromMinutesOn = (value: number) =>
    formatDuration(value < 600_000 ? value : Math.floor(value / 6e4) * 6e4);
  let words = upcoming ? 'now' : 'just now';
  if (!upcoming && difference >= 5000) {
    words = `${fromMinutesOn(difference)} ago`;
  } else if (difference <= (upcoming ? -1000 : -CLOCK_SKEW_MS)) {
    words = `in ${fromMinutesOn(-difference)}`;
  }
  return (
    <time
      dateTime={at}
      title={time.toLocaleString(DateTime.DATETIME_FULL_WITH_SECONDS)}
    >
      {words}
    </time>
  );
}
