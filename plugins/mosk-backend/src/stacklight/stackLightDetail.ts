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
import { componentSummary } from '../clouds/cloudSummary';
import { worstFirst } from '../clouds/healthOrder';
import { CloudView, HealthSince } from '../clouds/types';
import { pipelineView } from './alertViews';
import { AlertsRead, CloudStackLight } from './CloudStackLight';
import { DeliveryRead } from './readDeliveries';
import { stackLightLinks } from './stackLightLinks';
import { Answer } from './types';

/** How the monitoring of a cloud itself is. */
export async function stackLightDetail(options: {
  view: CloudView;
  since: ReadonlyMap<string, HealthSince>;
  stackLight: CloudStackLight;
  alerts: AlertsRead;
}): Promise<MoskViews.StackLightDetail> {
  const { view, since, stackLight, alerts } = options;
  const [prometheus, alertmanager, receivers, deliveries, openSearch] =
    await Promise.all([
      stackLight.prometheusVersion(),
      stackLight.alertmanagerVersion(),
      stackLight.receivers(),
      stackLight.deliveries(),
      stackLight.openSearchHealth(),
    ]);
  const { components } = view.topology;
  return {
    cloud: view.cloud.name,
    installed: components.some(({ type }) => type === 'stacklight'),
    sources: [
      // Some proxies hide the version, but pass the queries.
      sourceView(
        'prometheus',
        'Prometheus',
        'error' in prometheus && !('error' in deliveries)
          ? { ...deliveries, value: undefined }
          : prometheus,
      ),
      sourceView('alertmanager', 'Alertmanager', alertmanager),
      {
        ...sourceView('opensearch', 'OpenSearch', openSearch),
        version: undefined,
      },
    ],
    pipeline: pipelineView(alerts),
    parts: components
      .filter(
        ({ group, type }) => group === 'stacklight' && type !== 'stacklight',
      )
      .map(component => componentSummary(view, component, since))
      .sort((one, other) => worstFirst(one.state, other.state)),
    receivers: valueOf(receivers, []).map(name => ({
      name,
      failing: failingOf(name, valueOf(deliveries, [])),
    })),
    receiversMessage:
      'error' in receivers ? receivers.error.message : messageOf(deliveries),
    deliveries: valueOf(deliveries, []),
    openSearch: valueOf(openSearch, undefined),
    links: linksOf(view, stackLight),
  };
}

function sourceView(
  id: MoskViews.StackLightSource['id'],
  title: string,
  answer: Answer<unknown>,
): MoskViews.StackLightSource {
  if ('error' in answer) {
    const { failure, message } = answer.error;
    return {
      id,
      title,
      state: failure,
      message,
      nextAttemptAt: answer.nextAttemptAt?.toISOString(),
    };
  }
  const { value, asOf } = answer;
  return {
    id,
    title,
    state: 'live',
    asOf: asOf.toISOString(),
    version: typeof value === 'string' ? value : undefined,
  };
}

/** Metrics tell of receivers only where Alertmanager is told to name them. */
function failingOf(
  name: string,
  deliveries: readonly DeliveryRead[],
): boolean | undefined {
  if (!deliveries.some(({ receiver }) => receiver !== undefined)) {
    return undefined;
  }
  return deliveries.some(
    ({ receiver, failing }) => receiver === name && failing,
  );
}

function linksOf(
  view: CloudView,
  stackLight: CloudStackLight,
): MoskViews.Link[] {
  const cloud = view.topology.components.find(
    ({ type }) => type === 'mosk-cloud',
  );
  const links = [
    ...stackLightLinks(stackLight.config),
    ...(cloud?.links ?? []).map(({ title, url }) => ({ title, url })),
  ];
  const titles = links.map(({ title }) => title);
  return links.filter(({ title }, index) => titles.indexOf(title) === index);
}

function valueOf<T, D>(answer: Answer<T>, otherwise: D): T | D {
  return 'error' in answer ? otherwise : answer.value;
}

function messageOf(answer: Answer<unknown>): string | undefined {
  return 'error' in answer ? answer.error.message : undefined;
}
