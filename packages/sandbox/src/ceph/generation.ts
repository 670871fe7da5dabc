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

import { Resource } from '../kubernetes';
import { KubernetesObject } from '../simulation/context';
import { WorkloadPlan } from '../workloads/types';
import { HealthReport } from './health/types';
import { WantedCluster } from './types';

/** What sets the Ceph Controller and Pelagia, which took its place, apart. */
export interface CephGeneration {
  kind: 'MiraCeph' | 'CephDeployment';
  /** Objects by what they are for. */
  identities: {
    spec: Resource;
    health: Resource;
    secret: Resource;
    maintenance: Resource;
    removal: Resource;
  };
  /** As whom it writes. */
  fieldManager: string;
  finalizer: string;
  /** Of Ceph, that it installs, as in `19.2.3`. */
  cephVersion: string;
  /** Every write of the status tells when, and which objects belong to it. */
  tellsLastRun: boolean;
  /** How it calls a Secret object that is well. */
  goodState: 'Ready' | 'Ok';
  /** Its own workloads, which are there before any cluster is. */
  workloads(): WorkloadPlan[];
  readSpec(spec: any, nodes: readonly KubernetesObject[]): WantedCluster;
  /** A merge patch that takes deprecated fields out of a spec. */
  migration(spec: any): object | undefined;
  healthStatus(report: HealthReport): object;
}

export const cephNamespace = 'ceph-lcm-mirantis';
