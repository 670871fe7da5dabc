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

/** What the operator found of one group of daemons. */
export interface DaemonReport {
  status: 'ok' | 'failed';
  info: string[];
  issues: string[];
}

/** Bytes, as the operators write them. */
export interface Usage {
  usedBytes: string;
  availableBytes: string;
  totalBytes: string;
}

/** A look at a Ceph cluster, in the words that both generations share. */
export interface HealthReport {
  checkedAt: string;
  /** When the look last differed from the one before. */
  updatedAt: string;
  specGeneration: number;
  clusterGeneration: number;
  rookOperator: DaemonReport;
  daemons: Record<string, DaemonReport>;
  csi: Record<string, DaemonReport>;
  /** `status` of Rook's objects, by their names. */
  cluster: object;
  pools: Record<string, any>;
  stores: Record<string, any>;
  filesystems: Record<string, any>;
  deviceClasses: Record<string, Usage>;
  poolUsage: Record<string, Usage & { usedBytesPercentage: string }>;
  rebalancing: boolean;
  /** By node. */
  disks: Record<string, DaemonReport>;
  issues: string[];
}
