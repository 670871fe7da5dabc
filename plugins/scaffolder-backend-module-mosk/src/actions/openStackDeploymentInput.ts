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

/** Input of `mosk:openstackdeployment:create`: that of the builder, the cloud, and where to write. */
export const openStackDeploymentInput: InputSchema = z => {
  // Anew for each field: a shared one becomes a $ref, which the scaffolder's validator cannot follow.
  const text = () => z.string().optional();
  const texts = () => z.array(z.string()).optional();
  const externalNetwork = z.object({
    physnet: z.string(),
    interface: text(),
    bridge: z.string(),
    networkTypes: z.array(z.string()),
    vlanRanges: text(),
    mtu: z.number().optional(),
  });
  const floatingNetwork = z.object({
    enabled: z.boolean().optional(),
    name: text(),
    physnet: text(),
    networkType: text(),
    segmentationId: z.number().optional(),
    subnet: z
      .object({
        range: text(),
        poolStart: text(),
        poolEnd: text(),
        gateway: text(),
      })
      .optional(),
  });
  return z.object({
    cloud: z.string().describe('Name of the cloud'),
    name: z.string().describe('Name of the OpenStackDeployment'),
    namespace: text().describe('Namespace; openstack when left out'),
    draft: z
      .boolean()
      .optional()
      .describe('Saved, but not acted on by the operator'),
    openstackRelease: text().describe('Release of OpenStack, such as caracal'),
    preset: text().describe('core, compute or compute-tf'),
    size: text().describe('single, tiny, small or medium'),
    publicDomainName: text().describe('Domain of the public endpoints'),
    internalDomainName: text(),
    regionName: text(),
    localVolumeStorageClass: text(),
    persistentVolumeStorageClass: text(),
    services: texts().describe("Services on top of the preset's"),
    neutron: z
      .object({
        backend: text(),
        tunnelInterface: text(),
        dnsServers: texts(),
        tenantNetworkTypes: texts(),
        externalNetworks: z.array(externalNetwork).optional(),
        floatingNetwork: floatingNetwork.optional(),
        dvr: z.boolean().optional(),
      })
      .optional(),
    nova: z
      .object({ liveMigrationInterface: text(), imagesBackend: text() })
      .optional(),
    ssl: z
      .object({
        secretName: text(),
        caCertKey: text(),
        apiCertKey: text(),
        apiKeyKey: text(),
      })
      .optional()
      .describe('The Secret with the certificates of the public endpoints'),
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
          .describe('New values by path, such as spec.size'),
        remove: texts().describe('Paths to take away'),
      })
      .optional()
      .describe('Makes this an edit: only these fields are sent'),
    manifestPath: text().describe(
      'Where in the workspace to write; <name>.yaml when left out',
    ),
  });
};
