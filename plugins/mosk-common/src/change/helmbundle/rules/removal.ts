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

import { refuse, warn } from '../../openstack/rules/types';
import { BundleRule } from './types';

/** A bundle without releases does nothing. */
export const hasReleases: BundleRule = ({ releases }) =>
  releases.length > 0
    ? []
    : [refuse('spec.releases', 'Must have at least one release.')];

/** What is left out is uninstalled. */
export const removedReleases: BundleRule = ({ releases, liveReleases }) => {
  const names = releases.map(({ name }) => name);
  return liveReleases
    .filter(name => !names.includes(name))
    .map(name =>
      warn(
        'spec.releases',
        `Release ${name} is in the bundle now and left out here: it would be uninstalled.`,
      ),
    );
};
