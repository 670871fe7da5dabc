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

import {
  Alert,
  AlertState,
  readAlertSeverity,
  redactText,
} from '@mosk-portal/plugin-mosk-common';
import { z } from 'zod';
import { StackLightSource } from './StackLightSource';

const texts = z.record(z.string());

const alertSchema = z.object({
  labels: texts,
  annotations: texts.default({}),
  startsAt: z.string().optional(),
  fingerprint: z.string(),
  generatorURL: z.string().optional(),
  status: z.object({
    state: z.string(),
    silencedBy: z.array(z.string()).nullish(),
    inhibitedBy: z.array(z.string()).nullish(),
  }),
});

/** More than the version may hold secrets of receivers, so nothing else is read. */
const statusSchema = z.object({
  versionInfo: z.object({ version: z.string() }).partial().optional(),
});

const receiversSchema = z.array(z.object({ name: z.string() }));

/** What Alertmanager knows, by fixed requests. */
export class AlertmanagerClient {
  private constructor(private readonly source: StackLightSource) {}

  static create(options: { source: StackLightSource }): AlertmanagerClient {
    return new AlertmanagerClient(options.source);
  }

  /** Silenced and inhibited ones, too: they are shown apart, and one of them may be the Watchdog. */
  async alerts(): Promise<Alert[]> {
    const found = await this.source.ask(
      {
        path: '/api/v2/alerts',
        query: { active: 'true', silenced: 'true', inhibited: 'true' },
      },
      z.array(alertSchema),
    );
    return found.map(readAlert);
  }

  async version(): Promise<string | undefined> {
    const { versionInfo } = await this.source.ask(
      { path: '/api/v2/status' },
      statusSchema,
    );
    return versionInfo?.version;
  }

  /** Names only: how they are configured is nobody's business here. */
  async receivers(): Promise<string[]> {
    const found = await this.source.ask(
      { path: '/api/v2/receivers' },
      receiversSchema,
    );
    return found.map(({ name }) => name);
  }
}

function readAlert(raw: z.output<typeof alertSchema>): Alert {
  const { labels, annotations, status } = raw;
  const { summary, description, message } = annotations;
  return {
    id: raw.fingerprint,
    name: labels.alertname ?? 'unnamed',
    severity: readAlertSeverity(labels.severity),
    state: stateOf(status),
    since: raw.startsAt,
    summary: summary && redactText(summary),
    description: (description ?? message) && redactText(description ?? message),
    labels: Object.fromEntries(
      Object.entries(labels).map(([name, value]) => [name, redactText(value)]),
    ),
    inhibitedBy: status.inhibitedBy ?? [],
    generatorUrl: raw.generatorURL,
  };
}

function stateOf({
  silencedBy,
  inhibitedBy,
}: z.output<typeof alertSchema>['status']): AlertState {
  if (silencedBy?.length) {
    return 'silenced';
  }
  return inhibitedBy?.length ? 'inhibited' : 'firing';
}
