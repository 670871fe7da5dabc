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

import { moskCloudReadPermission } from '@mosk-portal/plugin-mosk-common';
import { useState } from 'react';
import { ChartHours } from '../../api';
import { useCharts } from '../../hooks/useCharts';
import { QueryView } from '../shared/QueryView';
import { Section } from '../shared/Section';
import { ChartFigure } from './ChartFigure';
import styles from './Charts.module.css';
import { HoursChoice } from './HoursChoice';

/** A few charts that answer a question of a component; nothing for one that has none. */
export function Charts({
  cloud,
  component,
}: {
  cloud: string;
  component: string;
}) {
  const [hours, setHours] = useState<ChartHours>(6);
  const charts = useCharts(cloud, component, hours);
  const configured = charts.data?.charts.some(
    ({ state }) => state !== 'not-configured',
  );
  // What is not configured is said once, by the alerts.
  if (!charts.error && !configured) {
    return null;
  }
  return (
    <Section title="Over time">
      <QueryView
        query={charts}
        subject="the charts"
        permission={moskCloudReadPermission.name}
      >
        {({ charts: shown }) => (
          <>
            {shown.some(
              ({ state }) => state === 'live' || state === 'empty',
            ) && <HoursChoice hours={hours} onChoose={setHours} />}
            <div className={styles.grid}>
              {shown.map(chart => (
                <ChartFigure key={chart.id} chart={chart} />
              ))}
            </div>
          </>
        )}
      </QueryView>
    </Section>
  );
}
