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
  RawObject,
  redactText,
  ResourceIdentity,
} from '@mosk-portal/plugin-mosk-common';
import { KubernetesConnection, resourcePath } from '../clusters';
import { listAll } from '../inventory/listAll';
import { WarningEventView } from '../types';

const events: ResourceIdentity = {
  group: '',
  version: 'v1',
  kind: 'Event',
  plural: 'events',
  namespaced: true,
};

/** More than these nobody reads. */
const limit = 200;

interface CoreEvent extends RawObject {
  reason?: string;
  message?: string;
  count?: number;
  eventTime?: string;
  lastTimestamp?: string;
  firstTimestamp?: string;
  series?: { count?: number; lastObservedTime?: string };
  involvedObject: { kind?: string; namespace?: string; name?: string };
}

/** Lists the warnings of a namespace, newest first. */
export async function readWarnings(
  connection: KubernetesConnection,
  options: { namespace: string; timeoutMs: number },
): Promise<WarningEventView[]> {
  const { items } = await listAll({
    connection,
    path: resourcePath(events, options.namespace),
    query: { fieldSelector: 'type=Warning' },
    project: raw => warningView(raw as CoreEvent),
    timeoutMs: options.timeoutMs,
  });
  return items
    .sort((one, other) => Date.parse(other.at) - Date.parse(one.at))
    .slice(0, limit);
}

function warningView(raw: CoreEvent): WarningEventView {
  const { involvedObject: object } = raw;
  return {
    reason: redactText(raw.reason ?? ''),
    message: redactText(raw.message ?? ''),
    at:
      raw.series?.lastObservedTime ??
      raw.lastTimestamp ??
      raw.eventTime ??
      raw.firstTimestamp ??
      raw.metadata.creationTimestamp ??
      '',
    count: raw.series?.count ?? raw.count,
    object: {
      kind: object.kind ?? '',
      namespace: object.namespace,
      name: object.name ?? '',
    },
  };
}
