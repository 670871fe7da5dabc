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

import { presetSpec } from '../catalogue/presets';
import { sizeDefaults } from '../catalogue/sizes';

/** The spec of an OpenStackDeployment, free-form as the API server keeps it. */
export interface DeploymentSpec {
  openstack_version: string;
  preset: string;
  size: string;
  draft?: boolean;
  features?: Record<string, any>;
  services?: Record<string, any>;
  [key: string]: any;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function merge(base: unknown, over: unknown): unknown {
  if (Array.isArray(base) && Array.isArray(over))
    return [...base, ...over.filter(item => !base.includes(item))];
  if (!isObject(base) || !isObject(over))
    return over === undefined ? base : over;
  const result: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(over))
    result[key] = merge(base[key], value);
  return result;
}

/** Preset, size and settings of the controller, overridden by the user; lists are appended to. */
export function mergeSpec(spec: DeploymentSpec): DeploymentSpec {
  const defaults = {
    ...presetSpec(spec.preset, spec.openstack_version),
    artifacts: {
      images_base_url: 'mirantis.azurecr.io',
      binary_base_url: 'https://binary.mirantis.com',
    },
    internal_domain_name: 'cluster.local',
    local_volume_storage_class: 'openstack-operator-bind-mounts',
  };
  const size = {
    features: {
      messaging: {
        components_with_dedicated_messaging: sizeDefaults(spec.size)
          .dedicatedMessaging,
      },
    },
  };
  return merge(merge(defaults, size), spec) as DeploymentSpec;
}
