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

import { ClusterAddress } from '../cluster/kubeConfigOf';

/** What a process that holds objects is told. */
export interface HoldRequest {
  holder: 'inventory' | 'informer';
  /** `kubernetes` and `mosk` of a portal's configuration. */
  portalConfig: object;
  address: ClusterAddress;
  /** It waits until it holds at least so many Deployments. */
  objects: number;
}

/** What it answers. */
export interface HoldAnswer {
  objects: number;
  heapBytes: number;
}

/** Something that keeps Deployments in memory. */
export interface Holder {
  count(): number;
}
