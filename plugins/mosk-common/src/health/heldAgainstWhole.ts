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

import { stackLightPartOf } from '../stacklight/parts';
import { Component } from '../topology/types';
import { HealthState } from './types';

/**
 * Whether a part is counted for the whole that it is a part of. An API is as well as who provides it, and what a
 * Helm release installs is a part of its own: the release itself counts for its bundle alone.
 */
export function countsForWhole({
  type,
  partOf,
}: Pick<Component, 'type' | 'partOf'>): boolean {
  return (
    type !== 'openstack-api' &&
    (type !== 'helm-release' || Boolean(partOf?.startsWith('helm-bundle/')))
  );
}

/**
 * What the state of a part makes of the whole. A cloud whose monitoring is down works, but nobody
 * would know if it did not; and monitoring works without most of its parts. What a bundle installs is judged by itself.
 */
export function heldAgainstWhole(
  { id, type }: Pick<Component, 'id' | 'type'>,
  state: HealthState,
): HealthState {
  const isBearable =
    type === 'helm-bundle' ||
    type === 'helm-release' ||
    type === 'stacklight' ||
    (type === 'stacklight-component' && !stackLightPartOf(id)?.isVital);
  return isBearable && state === 'failed' ? 'degraded' : state;
}
