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

import { readCephWritability } from '../ceph/readCephWritability';
import { cephRollout } from './cephRollout/cephRollout';
import { ProjectedCephSpec, projectCephSpec } from './cephSpec';
import { resourceIdentities } from './identities';
import { sensitivePathsByKind } from './sensitivePaths';
import { KindDefinition } from './types';

/**
 * What is kept of a MiraCeph.
 * @public
 */
export type ProjectedMiraCeph = ProjectedCephSpec<'MiraCeph'>;

/**
 * The Ceph cluster that a cloud asks for, in MOSK up to 25.2.
 * @public
 */
export const miraCeph: KindDefinition<ProjectedMiraCeph> = {
  identity: resourceIdentities.MiraCeph,
  sensitivePaths: sensitivePathsByKind.MiraCeph,
  writable: true,
  refusesWrites: snapshot => readCephWritability(snapshot, 'MiraCeph').reason,
  rollout: cephRollout,
  project: raw =>
    projectCephSpec('MiraCeph', raw, sensitivePathsByKind.MiraCeph),
};
