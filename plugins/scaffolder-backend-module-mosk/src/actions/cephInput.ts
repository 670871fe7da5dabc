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

import { InputSchema } from './zod';

/** Input of `mosk:miraceph:create`: that of the builder, the cloud, and where to write. */
export const cephInput: InputSchema = z => {
  // Anew for each field: a shared one becomes a $ref, which the scaffolder's validator cannot follow.
  const text = () => z.string().optional();
  const texts = () => z.array(z.string()).optional();
  const count = () => z.number().int().optional();
  const device = z.object({
    path: z.string().describe('Such as /dev/disk/by-id/nvme-A1'),
    deviceClass: z.string().describe('Such as hdd, ssd or nvme'),
    metadataDevice: text(),
    osdsPerDevice: count(),
  });
  const node = z.object({
    name: z.string(),
    roles: texts().describe('Of mon, mgr, rgw and mds'),
    devices: z.array(device).optional(),
  });
  const pool = z.object({
    name: z.string(),
    role: text(),
    default: z.boolean().optional(),
    deviceClass: z.string(),
    replicas: count(),
    dataChunks: count(),
    codingChunks: count(),
    failureDomain: text(),
  });
  return z.object({
    cloud: z.string().describe('Name of the cloud'),
    name: z.string().describe('Name of the Ceph cluster'),
    namespace: text().describe('Namespace; ceph-lcm-mirantis when left out'),
    publicNetworks: texts().describe('Ranges such as 10.20.0.0/24'),
    clusterNetworks: texts().describe('Ranges for replication'),
    nodes: z.array(node).optional(),
    pools: z.array(pool).optional(),
    openStackPools: z
      .object({ deviceClass: text(), replicas: count() })
      .optional()
      .describe('Adds the pools that OpenStack needs'),
    objectStore: z
      .object({
        name: z.string(),
        deviceClass: z.string(),
        instances: count(),
        port: count(),
        securePort: count(),
        replicas: count(),
      })
      .optional(),
    spec: z
      .union([z.record(z.any()), z.string()])
      .optional()
      .describe(
        'Any other field of spec, as an object or YAML text; merged over the fields above',
      ),
    secretSpec: text().describe(
      'Name of the template secret with YAML text to merge over spec',
    ),
    edit: z
      .object({
        set: z
          .record(z.any())
          .optional()
          .describe('New values by path, such as spec.nodes'),
        remove: texts().describe('Paths to take away'),
      })
      .optional()
      .describe('Makes this an edit: only these fields are sent'),
    manifestPath: text().describe(
      'Where in the workspace to write; <name>.yaml when left out',
    ),
  });
};
