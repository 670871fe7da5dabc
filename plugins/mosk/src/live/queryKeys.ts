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

import { MoskChangeSignal } from '@mosk-portal/plugin-mosk-common';
import { QueryKey } from '@tanstack/react-query';
import { RolloutQuery } from '../api';

/** First word: what it is. Second: the cloud or the rollout that it is about, if only one. */
export const queryKeys = {
  clouds: () => ['mosk-clouds'] as const,
  cloud: (cloud: string) => ['mosk-cloud', cloud] as const,
  component: (cloud: string, id: string) =>
    ['mosk-component', cloud, id] as const,
  alerts: (cloud: string, component?: string) =>
    ['mosk-alerts', cloud, component] as const,
  node: (cloud: string, name: string) => ['mosk-node', cloud, name] as const,
  charts: (cloud: string, component: string, hours: number) =>
    ['mosk-charts', cloud, component, hours] as const,
  stackLight: (cloud: string) => ['mosk-stacklight', cloud] as const,
  rollouts: (query: RolloutQuery) => ['mosk-rollouts', query] as const,
  rollout: (id: string) => ['mosk-rollout', id] as const,
  upgrade: (cloud: string, name?: string) =>
    ['mosk-upgrade', cloud, name] as const,
};

/** True for data that a change in a cloud may have made old. */
export function isTouchedBy(key: QueryKey, signal: MoskChangeSignal): boolean {
  const [what, subject] = key;
  switch (what) {
    case 'mosk-clouds':
    case 'mosk-rollouts':
      return true;
    case 'mosk-cloud':
    case 'mosk-component':
    case 'mosk-node':
    case 'mosk-alerts':
    case 'mosk-stacklight':
    case 'mosk-upgrade':
      return subject === signal.cloud;
    case 'mosk-rollout':
      return !signal.rolloutId || subject === signal.rolloutId;
    default:
      return false;
  }
}
