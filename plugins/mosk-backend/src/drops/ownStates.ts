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
  CloudHealth,
  ComponentHealth,
  HealthState,
} from '@mosk-portal/plugin-mosk-common';

/**
 * States of components by themselves: what is unwell because of another one is unknown until that one is well, so that
 * people are told of causes and not of all that suffers from them.
 */
export function ownStates({
  components,
}: CloudHealth): ReadonlyMap<string, HealthState> {
  const byId = new Map(components.map(one => [one.componentId, one]));
  return new Map(
    components.map(one => [
      one.componentId,
      isUnwell(one) && !isRoot(one, byId) ? 'unknown' : one.state,
    ]),
  );
}

/** How many others are unwell because of a component. */
export function sufferingFrom(id: string, { components }: CloudHealth): number {
  return components.filter(one => one.causedBy.includes(id) && isUnwell(one))
    .length;
}

function isUnwell({ state }: ComponentHealth): boolean {
  return state === 'degraded' || state === 'failed';
}

/** Of those that only stand behind each other, the first one stands for all. */
function isRoot(
  { componentId, causedBy }: ComponentHealth,
  byId: ReadonlyMap<string, ComponentHealth>,
): boolean {
  return causedBy.every(
    cause =>
      componentId < cause && byId.get(cause)?.causedBy.includes(componentId),
  );
}
