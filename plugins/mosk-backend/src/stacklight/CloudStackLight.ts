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

import { Alert, isWatchdog } from '@mosk-portal/plugin-mosk-common';
import { AlertmanagerClient } from './AlertmanagerClient';
import { CircuitBreaker } from './CircuitBreaker';
import { BoundedHttp } from './BoundedHttp';
import { DeliveryRead, readDeliveries } from './readDeliveries';
import { OpenSearchClient, OpenSearchState } from './OpenSearchClient';
import { MetricSeries, PrometheusClient, TimeRange } from './PrometheusClient';
import { SharedAnswers } from './SharedAnswers';
import { StackLightError } from './StackLightError';
import { StackLightSource } from './StackLightSource';
import { StackLightTokens } from './StackLightTokens';
import { Answer, StackLightConfig } from './types';

/** The alerts of one cloud as they were read last, and why they are not read now. */
export interface AlertsRead {
  /** Set when they are not those of now. */
  error?: StackLightError;
  nextAttemptAt?: Date;
  asOf?: Date;
  alerts: readonly Alert[];
  watchdog: 'ok' | 'missing' | 'unknown';
}

/** Alerts that nobody could confirm for so long are not shown any more. Milliseconds. */
const longestMemory = 15 * 60_000;

/**
 * The StackLight of one cloud. Asks only when somebody wants to know, and once for all who want to know the same.
 * Nothing here throws but through the answers.
 */
export class CloudStackLight {
  private readonly answers: SharedAnswers;
  private readonly http?: BoundedHttp;
  private readonly alertmanager?: AlertmanagerClient;
  private readonly prometheus?: PrometheusClient;
  private readonly openSearch?: OpenSearchClient;
  private last?: { alerts: readonly Alert[]; asOf: Date };

  private constructor(
    readonly config: StackLightConfig | undefined,
    private readonly wrong: string | undefined,
    private readonly now: () => number,
  ) {
    this.answers = SharedAnswers.create({ now });
    if (!config) {
      return;
    }
    const { auth, ca, timeout } = config;
    const http = BoundedHttp.create({ timeout, ca });
    const tokens = StackLightTokens.create({ auth, http, now });
    const source = (title: string, url: string) =>
      StackLightSource.create({
        title,
        url,
        http,
        tokens,
        breaker: CircuitBreaker.create({ now }),
      });
    this.http = http;
    this.alertmanager =
      config.alertmanager === undefined
        ? undefined
        : AlertmanagerClient.create({
            source: source('Alertmanager', config.alertmanager),
          });
    this.prometheus =
      config.prometheus === undefined
        ? undefined
        : PrometheusClient.create({
            source: source('Prometheus', config.prometheus),
          });
    const logs = config.openSearch ?? config.openSearchDashboards;
    this.openSearch =
      logs === undefined
        ? undefined
        : OpenSearchClient.create({
            source: source(
              config.openSearch ? 'OpenSearch' : 'OpenSearch Dashboards',
              logs,
            ),
            throughDashboards: !config.openSearch,
          });
  }

  static create(
    config: StackLightConfig | { error: string } | undefined,
    options: { now?: () => number } = {},
  ): CloudStackLight {
    const { now = Date.now } = options;
    return config && 'error' in config
      ? new CloudStackLight(undefined, config.error, now)
      : new CloudStackLight(config, undefined, now);
  }

  /** Whether anything is said of alerts in the configuration, be it wrong. */
  get expectsAlerts(): boolean {
    return Boolean(this.wrong ?? this.alertmanager);
  }

  /** Whether logs may be asked for. */
  get hasLogs(): boolean {
    return Boolean(this.openSearch);
  }

  async alerts(): Promise<AlertsRead> {
    const answer = await this.ask('alerts', this.alertmanager, client =>
      client.alerts(),
    );
    if ('value' in answer) {
      const { value, asOf } = answer;
      this.last = { alerts: value, asOf };
      return {
        asOf,
        alerts: value,
        watchdog: value.some(isWatchdog) ? 'ok' : 'missing',
      };
    }
    const { error, nextAttemptAt } = answer;
    const { last } = this;
    const remembered =
      last && this.now() - last.asOf.getTime() < longestMemory
        ? last
        : undefined;
    return {
      error,
      nextAttemptAt,
      asOf: remembered?.asOf,
      alerts: remembered?.alerts ?? [],
      watchdog: 'unknown',
    };
  }

  alertmanagerVersion(): Promise<Answer<string | undefined>> {
    return this.ask('alertmanager/version', this.alertmanager, client =>
      client.version(),
    );
  }

  receivers(): Promise<Answer<string[]>> {
    return this.ask('receivers', this.alertmanager, client =>
      client.receivers(),
    );
  }

  /** By Alertmanager's own metrics. */
  deliveries(): Promise<Answer<DeliveryRead[]>> {
    return this.ask('deliveries', this.prometheus, readDeliveries);
  }

  prometheusVersion(): Promise<Answer<string | undefined>> {
    return this.ask('prometheus/version', this.prometheus, client =>
      client.version(),
    );
  }

  range(query: string, range: TimeRange): Promise<Answer<MetricSeries[]>> {
    return this.ask(
      `range ${range.to.getTime()} ${range.step} ${query}`,
      this.prometheus,
      client => client.range(query, range),
    );
  }

  openSearchHealth(): Promise<Answer<OpenSearchState>> {
    return this.ask('opensearch', this.openSearch, client => client.health());
  }

  logErrors(
    applications: readonly string[],
    range: TimeRange,
  ): Promise<Answer<Array<[number, number]>>> {
    return this.ask(
      `logs ${range.to.getTime()} ${range.step} ${applications.join()}`,
      this.openSearch,
      client => client.errors(applications, range),
    );
  }

  async stop(): Promise<void> {
    await this.http?.close();
  }

  private async ask<C, T>(
    key: string,
    client: C | undefined,
    read: (client: C) => Promise<T>,
  ): Promise<Answer<T>> {
    if (this.wrong !== undefined) {
      return { error: new StackLightError('misconfigured', this.wrong) };
    }
    return client
      ? this.answers.get(key, () => read(client))
      : {
          error: new StackLightError(
            'not-configured',
            'The configuration of this cloud has no address for it (mosk.clusters[].stackLight)',
          ),
        };
  }
}
