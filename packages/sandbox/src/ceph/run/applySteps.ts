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

/** What the operator applies, in its order and words. */
export const applySteps = [
  'label nodes',
  'annotate nodes',
  'network policies',
  'cephcsi',
  'cephcluster',
  'cephblockpools',
  'shared filesystems',
  'storageclasses',
  'cephclients',
  'ceph object storage',
  'RBD Mirroring',
  'Openstack secret',
  'ingress proxy',
  'cluster state',
] as const;
export type ApplyStep = (typeof applySteps)[number];

/** The others are not tried before these are calm. */
export const preparations: readonly ApplyStep[] = [
  'label nodes',
  'annotate nodes',
  'network policies',
];
