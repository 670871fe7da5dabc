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
import { ago } from './times';

const alert = (
  name: string,
  severity: MoskViews.AlertSeverity,
  more: Partial<MoskViews.Alert> = {},
): MoskViews.Alert => ({
  id: name,
  name,
  severity,
  state: 'firing',
  since: ago(600),
  summary: `${name} in words`,
  components: [
    {
      id: 'openstack-service/block-storage',
      title: 'Block storage (Cinder)',
      entityRef: 'component:mosk/north-block-storage',
    },
  ],
  labels: {},
  links: [{ title: 'Prometheus', url: `https://prometheus.example/${name}` }],
  ...more,
});

export const exampleAlerts = (): MoskViews.AlertList => ({
  state: 'live',
  asOf: ago(5),
  pipeline: { watchdog: 'ok' },
  alerts: [
    alert('CinderServiceOutage', 'critical'),
    alert('CephClusterHealthWarning', 'warning', { components: [] }),
    alert('CinderServiceDown', 'warning', {
      state: 'inhibited',
      inhibitedBy: ['CinderServiceOutage'],
    }),
  ],
});
