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

import { JsonObject, JsonValue } from '@backstage/types';
import { OpenStackPreset } from '../../openstack';

/**
 * A network outside the cloud that routers and floating addresses can use.
 * @public
 */
export interface ExternalNetworkInput {
  physnet: string;
  /** Network interface of the nodes that carries it. */
  interface?: string;
  bridge: string;
  networkTypes: string[];
  vlanRanges?: string;
  mtu?: number;
}

/**
 * The network that floating addresses are taken from.
 * @public
 */
export interface FloatingNetworkInput {
  enabled?: boolean;
  name?: string;
  physnet?: string;
  networkType?: string;
  segmentationId?: number;
  subnet?: {
    range: string;
    poolStart: string;
    poolEnd: string;
    gateway: string;
  };
}

/** @public */
export interface NeutronInput {
  backend?: string;
  tunnelInterface?: string;
  dnsServers?: string[];
  tenantNetworkTypes?: string[];
  externalNetworks?: ExternalNetworkInput[];
  floatingNetwork?: FloatingNetworkInput;
  /** Distributed virtual routers. */
  dvr?: boolean;
}

/** @public */
export interface NovaInput {
  liveMigrationInterface?: string;
  imagesBackend?: string;
}

/**
 * The Secret with the certificates of the public endpoints. Its contents never pass through the portal.
 * @public
 */
export interface SslSecretInput {
  secretName: string;
  /** Keys in the Secret, when they are not `ca_cert`, `api_cert` and `api_key`. */
  caCertKey?: string;
  apiCertKey?: string;
  apiKeyKey?: string;
}

/**
 * Changes of an object that is there already, by path (`spec.size`). A list is one value.
 * @public
 */
export interface EditInput {
  set?: Record<string, JsonValue>;
  remove?: string[];
}

/**
 * What a person asks of an OpenStackDeployment: the common fields by name, all others in `spec`.
 * @public
 */
export interface OpenStackDeploymentInput {
  name: string;
  /** `openstack` when left out. */
  namespace?: string;
  /** Saved, but not acted on by the operator. */
  draft?: boolean;
  openstackRelease?: string;
  preset?: OpenStackPreset | string;
  size?: string;
  publicDomainName?: string;
  internalDomainName?: string;
  regionName?: string;
  localVolumeStorageClass?: string;
  persistentVolumeStorageClass?: string;
  /** Services on top of the preset's. */
  services?: string[];
  neutron?: NeutronInput;
  nova?: NovaInput;
  ssl?: SslSecretInput;
  /** Any other field of `spec`, merged over the ones above; an object or YAML text. */
  spec?: JsonObject | string;
  /** As `spec`, from the secrets of the template run: the only way for values that are secret all the same. */
  secretSpec?: JsonObject | string;
  /** Makes this an edit: only these fields are sent. */
  edit?: EditInput;
}
