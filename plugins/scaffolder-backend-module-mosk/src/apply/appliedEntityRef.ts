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

import {
  cloudEntityRef,
  entityRefOf,
  ObjectReference,
  readTopology,
} from '@mosk-portal/plugin-mosk-common';
import { MoskCloud } from '@mosk-portal/plugin-mosk-node';

/**
 * The entity of an applied object: that of the component which stands for it, and until one is known, as right after a
 * creation, the name that it is going to have. The cloud's for kinds without an entity of their own.
 */
export function appliedEntityRef(
  cloud: MoskCloud,
  object: ObjectReference,
): string {
  const { kind, namespace, name } = object;
  const component = readTopology(cloud.snapshot(), cloud).components.find(
    ({ resource }) =>
      resource?.kind === kind &&
      resource.name === name &&
      (resource.namespace ?? '') === (namespace ?? ''),
  );
  if (component) {
    return entityRefOf(cloud.name, component);
  }
  if (kind === 'OpenStackDeployment') {
    return entityRefOf(cloud.name, {
      id: `openstack-deployment/${name}`,
      type: 'openstack-deployment',
    });
  }
  return kind === 'HelmBundle'
    ? entityRefOf(cloud.name, {
        id: `helm-bundle/${namespace}.${name}`,
        type: 'helm-bundle',
      })
    : cloudEntityRef(cloud.name);
}
