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

import { JsonObject } from '@backstage/types';
import { cephDeployment } from '../kinds/CephDeployment';
import { ProjectedCephSpec } from '../kinds/cephSpec';
import { miraCeph } from '../kinds/MiraCeph';
import { listOf, objectOf, textOf } from '../kinds/values';
import { CloudSnapshot } from '../snapshot/types';

/** Objects that ask for a Ceph cluster. What a cloud kept of the older kind rules nothing once it has the newer. */
export function cephSpecsOf(
  snapshot: CloudSnapshot,
): readonly ProjectedCephSpec[] {
  const newer = snapshot.objects(cephDeployment);
  return newer.length > 0 ? newer : snapshot.objects(miraCeph);
}

/** What each pool of a spec is for, by the name that Rook gives the pool. */
export function poolRolesOf(spec: JsonObject): Map<string, string> {
  const pools = [
    ...listOf(spec.pools),
    ...listOf(objectOf(spec.blockStorage).pools),
  ].map(objectOf);
  return new Map(
    pools.flatMap((pool): Array<[string, string]> => {
      const name = textOf(pool.name);
      const deviceClass =
        textOf(pool.deviceClass) ?? textOf(objectOf(pool.spec).deviceClass);
      const full =
        pool.useAsFullName === true || !deviceClass
          ? name
          : `${name}-${deviceClass}`;
      return name && full ? [[full, textOf(pool.role) ?? name]] : [];
    }),
  );
}
