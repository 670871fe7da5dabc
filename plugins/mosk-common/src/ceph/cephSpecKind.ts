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

import { cephDeployment } from '../kinds/CephDeployment';
import { deployment } from '../kinds/Deployment';
import { miraCeph } from '../kinds/MiraCeph';
import { CloudSnapshot } from '../snapshot/types';
import { cephOperators } from './operators';

/**
 * With which kind of object the Ceph cluster of a cloud is asked for: by the objects that are there, else by the
 * operator that runs, else by the kinds that the API server has. Undefined where the cloud has no Ceph operator.
 * @public
 */
export function cephSpecKindOf(
  snapshot: CloudSnapshot,
): 'MiraCeph' | 'CephDeployment' | undefined {
  const operators = snapshot
    .objects(deployment)
    .map(({ metadata }): string => metadata.name);
  const newest = ['CephDeployment', 'MiraCeph'] as const;
  const objects = {
    CephDeployment: snapshot.objects(cephDeployment),
    MiraCeph: snapshot.objects(miraCeph),
  };
  return (
    newest.find(kind => objects[kind].length > 0) ??
    newest.find(kind => operators.includes(cephOperators[kind].deployment)) ??
    newest.find(kind => snapshot.discovered.includes(kind))
  );
}
