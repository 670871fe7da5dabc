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

/** Every OpenStack release in order of time, also those the operator never ran. */
export const openstackReleases = [
  'queens',
  'rocky',
  'stein',
  'train',
  'ussuri',
  'victoria',
  'wallaby',
  'xena',
  'yoga',
  'zed',
  'antelope',
  'bobcat',
  'caracal',
  'dalmatian',
  'epoxy',
  'flamingo',
  'gazpacho',
  'master',
] as const;

/** Releases that may be upgraded from one straight to the next. */
export const slurpReleases = [
  'yoga',
  'antelope',
  'caracal',
  'epoxy',
  'gazpacho',
] as const;

/** Position of a release in time; -1 for an unknown one. */
export function releaseNumber(release: string): number {
  return (openstackReleases as readonly string[]).indexOf(release);
}

/** True when `release` is `other` or newer. */
export function isAtLeast(release: string, other: string): boolean {
  return releaseNumber(release) >= releaseNumber(other);
}
