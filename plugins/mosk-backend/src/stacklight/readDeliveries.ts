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

import { PrometheusClient } from './PrometheusClient';

/** Failing and tried notifications of Alertmanager's integrations. */
export interface DeliveryRead {
  integration: string;
  receiver?: string;
  failed: number;
  sent: number;
  failing: boolean;
}

/** By Alertmanager's own metrics. What was never tried is left out. */
export async function readDeliveries(
  client: PrometheusClient,
): Promise<DeliveryRead[]> {
  const of = (metric: string, window: string) =>
    client.now(
      `sum by (integration, receiver_name) (increase(alertmanager_${metric}[${window}]))`,
    );
  const [sent, failed, failing] = await Promise.all([
    of('notifications_total', '1h'),
    of('notifications_failed_total', '1h'),
    of('notifications_failed_total', '15m'),
  ]);
  const valueOf = (found: typeof sent, labels: Record<string, string>) =>
    found.find(
      one =>
        one.labels.integration === labels.integration &&
        one.labels.receiver_name === labels.receiver_name,
    )?.value ?? 0;
  return sent
    .map(({ labels, value }) => ({
      integration: labels.integration ?? 'unknown',
      receiver: labels.receiver_name,
      sent: Math.round(value),
      failed: Math.round(valueOf(failed, labels)),
      failing: valueOf(failing, labels) > 0,
    }))
    .filter(one => one.sent > 0 || one.failed > 0 || one.failing);
}
