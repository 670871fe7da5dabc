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

import { InputError } from '@backstage/errors';
import { JsonObject, JsonValue } from '@backstage/types';
import { parse } from 'yaml';
import { resourceIdentities } from '../../kinds/identities';
import { RawObject } from '../../kinds/types';
import { mergeObjects, withoutEmpty } from '../merge';
import { isObject, parsePath, setIn } from '../path';
import {
  FloatingNetworkInput,
  OpenStackDeploymentInput,
  SslSecretInput,
} from './input';

/** Namespace that the OpenStack Operator works in. */
export const defaultNamespace = 'openstack';

function secretKey(name: string, key: string): JsonObject {
  return { value_from: { secret_key_ref: { name, key } } };
}

function publicEndpoints(ssl: SslSecretInput | undefined) {
  if (!ssl?.secretName) {
    return undefined;
  }
  return {
    ca_cert: secretKey(ssl.secretName, ssl.caCertKey || 'ca_cert'),
    api_cert: secretKey(ssl.secretName, ssl.apiCertKey || 'api_cert'),
    api_key: secretKey(ssl.secretName, ssl.apiKeyKey || 'api_key'),
  };
}

function floatingNetwork(network: FloatingNetworkInput | undefined) {
  return (
    network && {
      enabled: network.enabled,
      name: network.name,
      physnet: network.physnet,
      network_type: network.networkType,
      segmentation_id: network.segmentationId,
      subnet: network.subnet && {
        range: network.subnet.range,
        pool_start: network.subnet.poolStart,
        pool_end: network.subnet.poolEnd,
        gateway: network.subnet.gateway,
      },
    }
  );
}

/** A form sends an empty list for what nobody filled in. */
function filled<T>(list: T[] | undefined): T[] | undefined {
  return list?.length ? list : undefined;
}

function features(input: OpenStackDeploymentInput) {
  const { neutron, nova } = input;
  return {
    services: filled(input.services),
    ssl: { public_endpoints: publicEndpoints(input.ssl) },
    neutron: {
      backend: neutron?.backend,
      tunnel_interface: neutron?.tunnelInterface,
      dns_servers: filled(neutron?.dnsServers),
      tenant_network_types: filled(neutron?.tenantNetworkTypes),
      external_networks: filled(neutron?.externalNetworks)?.map(network =>
        withoutEmpty({
          physnet: network.physnet,
          interface: network.interface,
          bridge: network.bridge,
          network_types: network.networkTypes,
          vlan_ranges: network.vlanRanges,
          mtu: network.mtu,
        }),
      ),
      floating_network: floatingNetwork(neutron?.floatingNetwork),
      dvr: { enabled: neutron?.dvr },
    },
    nova: {
      live_migration_interface: nova?.liveMigrationInterface,
      images: { backend: nova?.imagesBackend },
    },
  };
}

/** Spec given as an object or as YAML text. Errors never quote the text: it may be secret. */
export function readSpec(
  field: string,
  value: JsonObject | string | undefined,
): JsonObject {
  let spec: unknown = value;
  if (typeof value === 'string') {
    try {
      spec = parse(value);
    } catch {
      throw new InputError(
        `Input '${field}' is not valid YAML; check its indentation and quotes.`,
      );
    }
  }
  if (spec === undefined || spec === null) {
    return {};
  }
  if (!isObject(spec)) {
    throw new InputError(
      `Input '${field}' must hold fields of the spec by name, such as 'features:'.`,
    );
  }
  return spec;
}

function editedSpec(input: OpenStackDeploymentInput): JsonObject {
  const edits = Object.entries(input.edit?.set ?? {});
  const edited = edits.reduce<JsonObject>((object, [path, value]) => {
    const keys = parsePath(path);
    if (keys[0] !== 'spec' || keys.length < 2) {
      throw new InputError(
        `Path '${path}' cannot be edited: only fields below 'spec' can, such as 'spec.size'.`,
      );
    }
    return setIn(object, keys, value as JsonValue);
  }, {});
  return (edited.spec ?? {}) as JsonObject;
}

/**
 * The manifest of an OpenStackDeployment: whole for a creation, the edited fields for an edit.
 * Form, preview and action all use it.
 * @public
 */
export function buildOpenStackDeployment(
  input: OpenStackDeploymentInput,
): RawObject {
  if (typeof input.name !== 'string' || !input.name) {
    throw new InputError("Input 'name' is missing: it names the deployment.");
  }
  const { group, version, kind } = resourceIdentities.OpenStackDeployment;
  const typed: JsonObject = withoutEmpty({
    draft: input.draft,
    openstack_version: input.openstackRelease,
    preset: input.preset,
    size: input.size,
    public_domain_name: input.publicDomainName,
    internal_domain_name: input.internalDomainName,
    region_name: input.regionName,
    local_volume_storage_class: input.localVolumeStorageClass,
    persistent_volume_storage_class: input.persistentVolumeStorageClass,
    features: features(input),
  });
  const parts = [
    typed,
    readSpec('spec', input.spec),
    input.edit ? editedSpec(input) : {},
    readSpec('secretSpec', input.secretSpec),
  ];
  return {
    apiVersion: `${group}/${version}`,
    kind,
    metadata: {
      name: input.name,
      namespace: input.namespace || defaultNamespace,
    },
    spec: parts.reduce(mergeObjects),
  };
}
