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

import { exporters } from '../metrics/exporters';
import { promDuration } from '../rules/promDuration';

/** Configuration of Prometheus. */
export function prometheusConfiguration(options: {
  metricsAddress: string;
  prometheusAddress: string;
  alertmanagerAddress: string;
  rulesFile: string;
  timeScale: number;
}): object {
  const { metricsAddress, prometheusAddress, alertmanagerAddress } = options;
  const interval = promDuration(scrapeInterval(options.timeScale));
  const job = (name: string, target: string, path: string) => ({
    job_name: name,
    metrics_path: path,
    honor_labels: true,
    static_configs: [{ targets: [target] }],
  });
  return {
    global: {
      scrape_interval: interval,
      scrape_timeout: interval,
      evaluation_interval: interval,
    },
    rule_files: [options.rulesFile],
    alerting: {
      alertmanagers: [{ static_configs: [{ targets: [alertmanagerAddress] }] }],
    },
    scrape_configs: [
      ...[...exporters.map(exporter => exporter.job), 'sandbox'].map(name =>
        job(name, metricsAddress, `/metrics/${name}`),
      ),
      job('prometheus', prometheusAddress, '/metrics'),
      job('alertmanager', alertmanagerAddress, '/metrics'),
    ],
  };
}

/** In milliseconds. Two cores cannot be asked more often than this. */
export function scrapeInterval(timeScale: number): number {
  return Math.max(500, 5_000 * timeScale);
}
