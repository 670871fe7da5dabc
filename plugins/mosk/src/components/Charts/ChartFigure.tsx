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

import { Link, Skeleton, Text } from '@backstage/ui';
import { MoskViews } from '@mosk-portal/plugin-mosk-common';
import { lazy, Suspense, useId } from 'react';
import { ChartLegend } from './ChartLegend';
import styles from './Charts.module.css';

/** The chart library is large, and most pages draw none. */
const ChartLines = lazy(() =>
  import('./ChartLines').then(loaded => ({ default: loaded.ChartLines })),
);

const whyNone: Record<Exclude<MoskViews.ChartStateEnum, 'live'>, string> = {
  empty: 'Nothing was measured in this time.',
  unreachable: 'StackLight does not answer',
  unauthorized: 'StackLight refuses the portal',
  misconfigured: 'StackLight is configured wrongly',
  'not-configured': 'Not known',
};

/** A question, and its answer over time; or why there is none. */
export function ChartFigure({ chart }: { chart: MoskViews.Chart }) {
  const { title, state, message, link } = chart;
  const id = useId();
  return (
    <figure className={styles.figure} aria-labelledby={id}>
      <figcaption>
        <Text as="h3" variant="body-medium" weight="bold" id={id}>
          {title}
        </Text>
      </figcaption>
      {state === 'live' ? (
        <>
          <Suspense
            fallback={<Skeleton height="160px" width="100%" aria-hidden />}
          >
            <ChartLines chart={chart} />
          </Suspense>
          <ChartLegend chart={chart} />
        </>
      ) : (
        <Text as="p" color="secondary">
          {whyNone[state]}
        </Text>
      )}
      {message && (
        <Text as="p" color="secondary">
          {message}
        </Text>
      )}
      {link && (
        <Link href={link.url} target="_blank" rel="noopener">
          {link.title}
        </Link>
      )}
    </figure>
  );
}
