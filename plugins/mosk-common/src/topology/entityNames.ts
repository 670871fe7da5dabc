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

import { Component, ComponentType } from './types';

/**
 * Kinds of the catalog that components become.
 * @public
 */
export type ComponentEntityKind = 'System' | 'Resource' | 'Component' | 'API';

const entityKinds: Record<ComponentType, ComponentEntityKind> = {
  'mosk-cloud': 'System',
  'kubernetes-cluster': 'Resource',
  'openstack-deployment': 'Resource',
  operator: 'Component',
  'openstack-service': 'Component',
  'openstack-api': 'API',
  'ceph-cluster': 'Resource',
  'ceph-pool': 'Resource',
  'ceph-csi': 'Component',
  'helm-bundle': 'Resource',
  'helm-release': 'Resource',
  stacklight: 'Component',
  'stacklight-component': 'Component',
};

const longestName = 63;

/**
 * Catalog kind of a component.
 * @public
 */
export function entityKindOf(type: ComponentType): ComponentEntityKind {
  return entityKinds[type];
}

/**
 * Name of the catalog entity of a component. It depends on the two ids alone, so that it never
 * changes for the same thing. What cannot stand in a name, or is too long, is told apart by a hash.
 * @public
 */
export function entityNameOf(
  cloud: string,
  component: Pick<Component, 'id' | 'type'>,
): string {
  const whole =
    component.type === 'mosk-cloud'
      ? cloud
      : `${cloud}-${component.id.replace(/\//g, '-')}`;
  const name = whole
    .toLowerCase()
    .replace(/[^a-z0-9._-]/g, '-')
    .replace(/[._-]{2,}/g, '-')
    .replace(/^[._-]+|[._-]+$/g, '');
  if (name === whole && name.length <= longestName) {
    return name;
  }
  const suffix = hashOf(`${cloud}\n${component.id}`);
  const head = name
    .slice(0, longestName - suffix.length - 1)
    .replace(/[._-]+$/, '');
  return head ? `${head}-${suffix}` : suffix;
}

/**
 * Reference of the catalog entity of a component, as catalogs compare them.
 * @public
 */
export function entityRefOf(
  cloud: string,
  component: Pick<Component, 'id' | 'type'>,
): string {
  const kind = entityKindOf(component.type).toLowerCase();
  return `${kind}:default/${entityNameOf(cloud, component)}`;
}

/**
 * What of the component that stands for a cloud itself is the same for every cloud: its entity is
 * known before the cloud was ever reached.
 * @public
 */
export const cloudComponent = {
  id: 'cloud',
  type: 'mosk-cloud',
} as const satisfies Pick<Component, 'id' | 'type'>;

/**
 * Reference of the catalog entity of a cloud itself.
 * @public
 */
export function cloudEntityRef(cloud: string): string {
  return entityRefOf(cloud, cloudComponent);
}

/** FNV-1a of 64 bits: short, the same everywhere, and without the crypto of either runtime. */
function hashOf(text: string): string {
  const mask = BigInt('0xffffffffffffffff');
  const prime = BigInt('0x100000001b3');
  let hash = BigInt('0xcbf29ce484222325');
  for (const byte of new TextEncoder().encode(text)) {
    // eslint-disable-next-line no-bitwise
    hash = ((hash ^ BigInt(byte)) * prime) & mask;
  }
  return hash.toString(36).padStart(13, '0').slice(0, 10);
}
