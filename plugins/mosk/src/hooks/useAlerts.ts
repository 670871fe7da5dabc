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

import { useApi } from '@backstage/core-plugin-api';
import { MoskViews } from '@mosk-portal/plugin-mosk-common';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { moskApiRef } from '../api';
import { queryKeys } from '../live';

/** Alertmanager cannot be watched. It is asked at this pace, and only while the page is looked at. */
const PACE_MS = 30_000;

/** Alerts of one component, or of the whole cloud; what depends on them is asked for again when they change. */
export function useAlerts(cloud: string, component?: string) {
  const api = useApi(moskApiRef);
  const client = useQueryClient();
  const query = useQuery({
    queryKey: queryKeys.alerts(cloud, component),
    queryFn: () => api.getAlerts(cloud, component),
    refetchInterval: PACE_MS,
    refetchIntervalInBackground: false,
  });
  const effect = query.data && effectOf(query.data);
  const known = useRef(effect);
  useEffect(() => {
    if (known.current !== undefined && known.current !== effect) {
      for (const key of [
        ['mosk-clouds'],
        ['mosk-cloud', cloud],
        ['mosk-component', cloud],
      ]) {
        client.invalidateQueries({ queryKey: key });
      }
    }
    known.current = effect;
  }, [client, cloud, effect]);
  return query;
}

/** What of the alerts counts in health. */
function effectOf({ state, pipeline, alerts }: MoskViews.AlertList): string {
  return JSON.stringify([
    state,
    pipeline.watchdog,
    alerts
      .filter(alert => alert.state === 'firing')
      .map(({ id }) => id)
      .sort(),
  ]);
}
