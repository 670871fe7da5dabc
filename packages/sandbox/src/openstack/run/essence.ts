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

import { KubernetesObject } from '../../simulation/context';

export const finalizer = 'lcm.mirantis.com/rockoon.osdpl-finalizer';
export const lastHandledAnnotation =
  'kopf.zalando.org/last-handled-configuration';
export const handleAnnotation = 'kopf.zalando.org/handle';

const bookkeeping = (key: string) =>
  key.startsWith('kopf.zalando.org/') ||
  key === 'kubectl.kubernetes.io/last-applied-configuration';

/** The part of a deployment whose change is worth a run. */
export interface Essence {
  spec: any;
  metadata: {
    labels?: Record<string, string>;
    annotations?: Record<string, string>;
  };
  status?: any;
}

const orUndefined = <T extends object>(value: T): T | undefined =>
  Object.keys(value).length > 0 ? value : undefined;

export function essenceOf(object: KubernetesObject): Essence {
  const { labels = {}, annotations = {} } = object.metadata;
  const { watched, credentials, certificates } = object.status ?? {};
  const essence = {
    spec: object.spec ?? {},
    metadata: {
      labels: orUndefined(labels),
      annotations: orUndefined(
        Object.fromEntries(
          Object.entries(annotations).filter(([key]) => !bookkeeping(key)),
        ),
      ),
    },
    status: orUndefined(
      JSON.parse(JSON.stringify({ watched, credentials, certificates })),
    ),
  };
  return JSON.parse(JSON.stringify(essence));
}

/** What the last complete handling saw. */
export function lastHandled(object: KubernetesObject): Essence | undefined {
  const text = object.metadata.annotations?.[lastHandledAnnotation];
  return text === undefined ? undefined : JSON.parse(text);
}
