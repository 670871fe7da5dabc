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
import { isOnlyOutOfReach } from '../shared/outOfReach';
import { compareHealth, isUnwell } from '../shared/isUnwell';

export interface Cause {
  component: MoskViews.ComponentSummary;
  /** What it drags down. */
  followers: MoskViews.ComponentSummary[];
}

function byHealthAndTitle(
  a: MoskViews.ComponentSummary,
  b: MoskViews.ComponentSummary,
) {
  return compareHealth(a, b) || a.title.localeCompare(b.title);
}

/**
 * Unwell components of `shown`, those that nothing else explains first and below each what follows from it. What drags
 * most things down comes first among equals. A cause outside of `shown` leaves its followers standing on their own.
 */
export function orderByCause(
  shown: MoskViews.ComponentSummary[],
  all: MoskViews.ComponentSummary[],
): Cause[] {
  const unwell = shown
    .filter(part => isUnwell(part) && !isOnlyOutOfReach(part))
    .sort(byHealthAndTitle);
  const isShown = new Set(unwell.map(({ id }) => id));
  const isKnown = new Set(all.filter(isUnwell).map(({ id }) => id));
  const rootOf = (part: MoskViews.ComponentSummary) =>
    part.causedBy.find(id => id !== part.id && isKnown.has(id));
  const parents = new Map<string, string>();
  for (const part of unwell) {
    const root = rootOf(part);
    if (root && isShown.has(root) && parents.get(root) !== part.id) {
      parents.set(part.id, root);
    }
  }
  // A root that itself follows from another one would hide its followers: they go up to where the chain ends.
  const topOf = (id: string) => {
    const seen = new Set<string>();
    let top = id;
    while (parents.has(top) && !seen.has(top)) {
      seen.add(top);
      top = parents.get(top)!;
    }
    return top;
  };
  const causes = unwell
    .filter(({ id }) => topOf(id) === id)
    .map(component => ({
      component,
      followers: unwell.filter(
        ({ id }) => id !== component.id && topOf(id) === component.id,
      ),
    }));
  return causes.sort(
    (a, b) =>
      compareHealth(a.component, b.component) ||
      b.followers.length - a.followers.length,
  );
}
