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

/**
 * A release of OpenStack, by the name that `spec.openstack_version` uses.
 * @public
 */
export interface OpenStackRelease {
  name: string;
  /** Place in the order of releases. */
  order: number;
  /** A skip-level release: the next skip-level release can be reached from it directly. */
  skipLevel: boolean;
  /** False for releases that `spec.openstack_version` does not accept. */
  accepted: boolean;
  support: 'long-term' | 'technical' | 'migration-only' | 'denied';
}

const order = [
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
];
const skipLevel = ['yoga', 'antelope', 'caracal', 'epoxy', 'gazpacho'];
const notAccepted = ['zed', 'bobcat', 'dalmatian', 'flamingo'];
const longTerm = ['ussuri', 'victoria', 'yoga', 'antelope', 'caracal', 'epoxy'];

function supportOf(name: string): OpenStackRelease['support'] {
  if (longTerm.includes(name)) {
    return 'long-term';
  }
  if (name === 'gazpacho') {
    return 'technical';
  }
  return name === 'master' ? 'denied' : 'migration-only';
}

/**
 * Every release that the OpenStack Operator knows, oldest first.
 * @public
 */
export const openStackReleases: readonly OpenStackRelease[] = order.map(
  (name, index) => ({
    name,
    order: index + 1,
    skipLevel: skipLevel.includes(name),
    accepted: !notAccepted.includes(name),
    support: supportOf(name),
  }),
);

/**
 * The release of this name; undefined when nobody knows it.
 * @public
 */
export function findOpenStackRelease(
  name: string | undefined,
): OpenStackRelease | undefined {
  return openStackReleases.find(release => release.name === name);
}

/**
 * Negative when `a` is older than `b`; undefined when one of them is unknown.
 * @public
 */
export function compareOpenStackReleases(
  a: string | undefined,
  b: string | undefined,
): number | undefined {
  const first = findOpenStackRelease(a);
  const second = findOpenStackRelease(b);
  return first && second ? first.order - second.order : undefined;
}

/**
 * True when the release is at least `least`; false when either is unknown.
 * @public
 */
export function isReleaseAtLeast(
  release: string | undefined,
  least: string,
): boolean {
  const difference = compareOpenStackReleases(release, least);
  return difference !== undefined && difference >= 0;
}

/**
 * Whether the operator accepts this change of `spec.openstack_version`:
 * one step up, or from a skip-level release to the next one.
 * @public
 */
export function isUpgradeAllowed(from: string, to: string): boolean {
  const current = findOpenStackRelease(from);
  const wanted = findOpenStackRelease(to);
  if (!current || !wanted?.accepted || wanted.support === 'denied') {
    return false;
  }
  if (wanted.order === current.order + 1) {
    return true;
  }
  return (
    current.skipLevel &&
    skipLevel[skipLevel.indexOf(current.name) + 1] === wanted.name
  );
}

/**
 * Releases that a cloud of this release can be upgraded to, oldest first.
 * @public
 */
export function upgradeTargetsOf(from: string): readonly OpenStackRelease[] {
  return openStackReleases.filter(release =>
    isUpgradeAllowed(from, release.name),
  );
}
