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

/**
 * What the portal knows of one OpenStack service before it has seen a cloud.
 * Which services a cloud has is read from the cloud, never from this list.
 * @public
 */
export interface OpenStackService {
  /** Key in the OpenStackDeployment and its status, such as `compute`. */
  key: string;
  /** Such as `Compute (Nova)`. */
  title: string;
  /** Upstream project, such as `nova`. */
  project: string;
  summary: string;
  /** Values of the `application` label of its workloads; also its keys in `status.health`. */
  applications: readonly string[];
  /** Helm releases that install it; some only with certain features. */
  helmReleases: readonly string[];
  /** Namespace of its workloads, when it is not that of the deployment. */
  namespace?: string;
  /** Keys of services it cannot start or answer without; they count only where the cloud has them. */
  dependsOn: readonly string[];
  /** Waits for the Ceph keys, when Ceph is there. */
  needsCeph?: boolean;
  /** It has an address below the public domain of the cloud. */
  publicApi?: {
    /** First label of the host, such as `nova`. */
    host: string;
    /** Type in the service catalog of Keystone; absent for what is not an API, such as the dashboard. */
    type?: string;
  };
  /** First release that has it. */
  since?: string;
  /** Last release that has it. */
  until?: string;
  /**
   * The operator reports no health for it, as it runs Jobs only or what another operator makes of its objects:
   * where nothing of it is seen, its row in the status is all there is to judge by.
   */
  withoutHealth?: boolean;
  /** The CRD of the status object has no row for it, so the API server drops the one that the operator writes. */
  withoutStatusRow?: boolean;
}
