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

import { miraCeph } from '../kinds/MiraCeph';
import { cephDeployment } from '../kinds/CephDeployment';
import { resourceIdentities } from '../kinds/identities';
import { openStackDeploymentStatus } from '../kinds/OpenStackDeploymentStatus';
import { CloudSnapshot } from '../snapshot/types';

/**
 * Whether the portal may change the Ceph cluster of a cloud, and why not.
 * @public
 */
export interface CephWritability {
  writable: boolean;
  /** One sentence, for people; present when it may not. */
  reason?: string;
}

const elsewhere =
  'the Ceph cluster is ruled by KaaSCephCluster on the management cluster, which overwrites every change made here';

/**
 * Tells whether an object of this kind is the portal's to write. In MOSK up to 25.1 the management cluster writes
 * the MiraCeph; from 26.1 the CephDeployment took its place.
 * @public
 */
export function readCephWritability(
  snapshot: CloudSnapshot,
  kind: 'MiraCeph' | 'CephDeployment',
): CephWritability {
  if (kind === 'CephDeployment') {
    return { writable: true };
  }
  if (snapshot.discovered.length === 0) {
    return {
      writable: false,
      reason:
        'Not changed by the portal before the cloud was read: nothing tells yet who rules its Ceph cluster',
    };
  }
  if (snapshot.objects(cephDeployment).length > 0) {
    return {
      writable: false,
      reason:
        'Not changed by the portal: the cloud has a CephDeployment, which took the place of its MiraCeph',
    };
  }
  const release = snapshot
    .objects(openStackDeploymentStatus)
    .flatMap(status => status.release ?? [])[0];
  const older = release && isBefore252(release);
  if (older !== undefined) {
    return older
      ? {
          writable: false,
          reason: `Not changed by the portal: up to MOSK 25.1 (this is ${release}) ${elsewhere}`,
        }
      : { writable: true };
  }
  const mark = snapshot
    .objects(miraCeph)
    .flatMap(({ managementMark }) => managementMark ?? [])[0];
  if (mark) {
    return {
      writable: false,
      reason: `Not changed by the portal: by the look of the MiraCeph (${mark}) ${elsewhere}`,
    };
  }
  // MOSK 25.2 brought both the health object of this name and the right to edit the MiraCeph.
  return snapshot.discovered.includes(resourceIdentities.MiraCephHealth.kind)
    ? { writable: true }
    : {
        writable: false,
        reason: `Not changed by the portal: the cloud has no MiraCephHealth, as those up to MOSK 25.1, where ${elsewhere}`,
      };
}

/**
 * Releases read `MOSK 25.2`, `MOSK 24.3.1` or `21.0.0+25.2`, those before 2022 `11.7.3+3.5.7`.
 * @returns undefined for what is no release of MOSK
 */
function isBefore252(release: string): boolean | undefined {
  const last = release.split(/[\s+]/).pop() ?? '';
  const [, year, minor] = /^v?(\d+)\.(\d+)/.exec(last) ?? [];
  return year === undefined
    ? undefined
    : Number(year) < 25 || (Number(year) === 25 && Number(minor) < 2);
}
