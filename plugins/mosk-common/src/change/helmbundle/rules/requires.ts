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

import { JsonValue } from '@backstage/types';
import { refuse } from '../../openstack/rules/types';
import { BundleRule } from './types';

function requirementsOf(value: JsonValue | undefined): string[] {
  return Array.isArray(value)
    ? value.filter((item): item is string => typeof item === 'string')
    : [];
}

/** What a release waits for has to be in the bundle, or it waits for ever. */
export const requirementsExist: BundleRule = ({ releases }) => {
  const names = releases.map(({ name }) => name);
  return releases.flatMap(({ release, path }) =>
    requirementsOf(release.requires)
      .filter(required => !names.includes(required))
      .map(required =>
        refuse(
          `${path}.requires`,
          `Release ${required} is not in the bundle, so this one would never be installed.`,
          `Releases of the bundle: ${names.filter(Boolean).join(', ')}.`,
        ),
      ),
  );
};

/** Releases that wait for each other are never installed. */
export const noCircle: BundleRule = ({ releases }) => {
  const requirements = new Map(
    releases.map(({ name, release }) => [
      name,
      requirementsOf(release.requires),
    ]),
  );
  return releases.flatMap(({ name, path }) => {
    const circle = circleFrom(name, requirements);
    return circle
      ? [
          refuse(
            `${path}.requires`,
            `Waits for itself: ${circle.join(' requires ')}.`,
          ),
        ]
      : [];
  });
};

/** The way from a release back to itself, if there is one. */
function circleFrom(
  start: string,
  requirements: ReadonlyMap<string, readonly string[]>,
): string[] | undefined {
  const seen = new Set<string>();
  const follow = (name: string, way: string[]): string[] | undefined => {
    for (const next of requirements.get(name) ?? []) {
      if (next === start) {
        return [...way, next];
      }
      if (!seen.has(next)) {
        seen.add(next);
        const found = follow(next, [...way, next]);
        if (found) {
          return found;
        }
      }
    }
    return undefined;
  };
  return follow(start, [start]);
}
