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
import { exampleComponents } from './exampleClouds';
import { ago } from './times';

/** Monitoring whose e-mails do not leave, and whose logs nobody keeps. */
export const exampleStackLight = (): MoskViews.StackLightDetail => ({
  cloud: 'north',
  installed: true,
  sources: [
    {
      id: 'prometheus',
      title: 'Prometheus',
      state: 'live',
      asOf: ago(5),
      version: '3.5.0',
    },
    {
      id: 'alertmanager',
      title: 'Alertmanager',
      state: 'unreachable',
      message: 'connect ECONNREFUSED.',
      nextAttemptAt: ago(-30),
    },
    { id: 'opensearch', title: 'OpenSearch', state: 'not-configured' },
  ],
  pipeline: { watchdog: 'ok' },
  parts: [exampleComponents()[0]],
  receivers: [
    { name: 'operators-email', failing: true },
    { name: 'servicenow' },
  ],
  deliveries: [
    { integration: 'email', failed: 3, sent: 12, failing: true },
    { integration: 'webhook', failed: 0, sent: 4, failing: false },
  ],
  openSearch: { status: 'yellow', nodes: 3, unassignedShards: 7 },
  links: [{ title: 'Grafana', url: 'https://grafana.example' }],
});
