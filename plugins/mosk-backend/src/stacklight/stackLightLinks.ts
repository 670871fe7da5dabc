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
  Component,
  findOpenStackService,
  MoskViews,
} from '@mosk-portal/plugin-mosk-common';
import { StackLightConfig } from './types';

/** A little before an alert began there is something to see. Milliseconds. */
const before = 15 * 60_000;

/** Names that mean something inside of a cluster only. */
const insideOnly = /(\.svc|\.svc\.[\w.-]+|\.local|\.internal)$/;

/** An address that a browser may reach; undefined for one inside of the cluster, or of something else than a page. */
export function linkable(text: string | undefined): URL | undefined {
  if (!text || !URL.canParse(text)) {
    return undefined;
  }
  const url = new URL(text);
  const isPage = url.protocol === 'http:' || url.protocol === 'https:';
  const { hostname } = url;
  const isNamed =
    hostname.includes('.') ||
    hostname === 'localhost' ||
    hostname.startsWith('[');
  return isPage && isNamed && !insideOnly.test(hostname) && !url.username
    ? url
    : undefined;
}

/** Pages of StackLight that people may open. */
export function stackLightLinks(
  config: StackLightConfig | undefined,
): MoskViews.Link[] {
  const pages: Array<[string, string | undefined]> = [
    ['Grafana', config?.grafana],
    ['Alertmanager', config?.alertmanager],
    ['OpenSearch Dashboards', config?.openSearchDashboards],
    ['Prometheus', config?.prometheus],
  ];
  return pages.flatMap(([title, address]) => {
    const url = linkable(address);
    return url ? [{ title, url: url.href }] : [];
  });
}

/** Where there is more to see about an alert, from a little before it began. */
export function alertLinks(
  alert: { name: string; since?: string; generatorUrl?: string },
  components: ReadonlyArray<Pick<Component, 'id'>>,
  config: StackLightConfig | undefined,
  now: Date,
): MoskViews.Link[] {
  const began = Date.parse(alert.since ?? '');
  const from = new Date((Number.isNaN(began) ? now.getTime() : began) - before);
  return [
    ...link('Alertmanager', inAlertmanager(alert.name, config)),
    ...link('Prometheus', inPrometheus(alert.generatorUrl, from, now, config)),
    ...link('Logs', inLogs(components, from, config)),
  ];
}

function link(title: string, url: string | undefined): MoskViews.Link[] {
  return url ? [{ title, url }] : [];
}

function inAlertmanager(
  name: string,
  config: StackLightConfig | undefined,
): string | undefined {
  const base = linkable(config?.alertmanager);
  const filter = encodeURIComponent(`{alertname="${name}"}`);
  return (
    base &&
    `${withoutSlash(
      base,
    )}/#/alerts?filter=${filter}&silenced=true&inhibited=true`
  );
}

/** Prometheus knows itself by another address at times; its expression is shown at ours then. */
function inPrometheus(
  generator: string | undefined,
  from: Date,
  now: Date,
  config: StackLightConfig | undefined,
): string | undefined {
  if (!generator || !URL.canParse(generator)) {
    return undefined;
  }
  const expression = new URL(generator).searchParams.get('g0.expr');
  const own = linkable(config?.prometheus);
  const base = own
    ? new URL(`${withoutSlash(own)}/graph`)
    : linkable(generator);
  if (!base || !expression) {
    return undefined;
  }
  const minutes = Math.ceil((now.getTime() - from.getTime()) / 60_000);
  base.search = new URLSearchParams({
    'g0.expr': expression,
    'g0.tab': '0',
    'g0.range_input': `${minutes}m`,
    'g0.end_input': now.toISOString().slice(0, 19).replace('T', ' '),
  }).toString();
  return base.href;
}

function inLogs(
  components: ReadonlyArray<Pick<Component, 'id'>>,
  from: Date,
  config: StackLightConfig | undefined,
): string | undefined {
  const base = linkable(config?.openSearchDashboards);
  const applications = components.flatMap(
    ({ id }) =>
      (id.startsWith('openstack-service/') &&
        findOpenStackService(id.slice(id.indexOf('/') + 1))?.applications) ||
      [],
  );
  if (!base || applications.length === 0) {
    return undefined;
  }
  const query = applications
    .map(name => `orchestrator.labels.application:"${name}"`)
    .join(' or ');
  const time = `(time:(from:'${from.toISOString()}',to:now))`;
  const state = `(query:(language:kuery,query:'${query}'))`;
  return `${withoutSlash(base)}/app/discover#/?_g=${encodeURIComponent(
    time,
  )}&_a=${encodeURIComponent(state)}`;
}

function withoutSlash({ href }: URL): string {
  return href.replace(/\/+$/, '');
}
