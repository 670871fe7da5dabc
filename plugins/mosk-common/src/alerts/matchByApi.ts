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

import { openStackServices } from '../openstack/services';
import { OpenStackService } from '../openstack/types';
import { Component } from '../topology/types';
import { Alert } from './types';

/** The service of OpenStack whose API an alert is about, by its labels; else OpenStack as a whole. */
export function matchByApi(
  { name, labels }: Pick<Alert, 'name' | 'labels'>,
  components: readonly Component[],
): string[] {
  const words = [
    labels.component,
    labels.service_name,
    labels.service_type,
    labels.route,
    labels.ingress,
    labels.service,
    hostOf(labels.url),
  ].flatMap(word => word ?? []);
  for (const word of words) {
    const service = openStackServices.find(one => isNamed(one, word));
    const found = components.filter(
      ({ id }) => service && id === `openstack-service/${service.key}`,
    );
    if (found.length) {
      return found.map(({ id }) => id);
    }
  }
  return /^openstack/i.test(name)
    ? components
        .filter(({ type }) => type === 'openstack-deployment')
        .map(({ id }) => id)
    : [];
}

/** First part of the host, which is named after the service inside of the cloud as well as outside. */
function hostOf(url: string | undefined): string | undefined {
  return /^(?:https?:\/\/)?([\w-]+)/.exec(url ?? '')?.[1];
}

/** A word names a service by itself or followed by one of its parts, such as `cinder-api`. */
function isNamed(
  { key, project, applications, publicApi }: OpenStackService,
  word: string,
): boolean {
  const lower = word.toLowerCase();
  return [key, project, ...applications, publicApi?.host, publicApi?.type].some(
    known => known && (lower === known || lower.startsWith(`${known}-`)),
  );
}
