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

/** How clouds of one MOSK release differ from others, as far as the sandbox shows it. */
export interface MoskRelease {
  /** As in `26.2`. */
  name: string;
  /** With which kind of object its Ceph cluster is asked for. */
  ceph: 'MiraCeph' | 'CephDeployment';
  /** StackLight comes with OpenSearch, its Dashboards and Fluentd. */
  logging: boolean;
  /** Kinds of other releases. */
  withoutKinds: readonly string[];
}

const miraCeph = [
  'MiraCeph',
  'MiraCephHealth',
  'MiraCephSecret',
  'MiraCephMaintenance',
  'CephOsdRemoveRequest',
];
const pelagia = [
  'CephDeployment',
  'CephDeploymentHealth',
  'CephDeploymentSecret',
  'CephDeploymentMaintenance',
  'CephOsdRemoveTask',
];

/** The releases that the sandbox plays; the first two are what two clouds get. */
export const moskReleases: readonly MoskRelease[] = [
  { name: '25.2', ceph: 'MiraCeph', logging: true, withoutKinds: pelagia },
  {
    name: '26.2',
    ceph: 'CephDeployment',
    logging: false,
    withoutKinds: miraCeph,
  },
];

/** Undefined for `none`: a cloud with the kinds of every release, else as one of the first. */
export function moskReleaseOf(name: string): MoskRelease | undefined {
  const found = moskReleases.find(release => release.name === name);
  if (!found && name !== 'none') {
    throw new Error(
      `There is no release ${name}; there are ${moskReleases
        .map(release => release.name)
        .join(', ')} and none`,
    );
  }
  return found;
}
