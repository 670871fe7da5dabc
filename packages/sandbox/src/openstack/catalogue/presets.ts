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

import { isAtLeast } from './openstackReleases';

const core = (version: string) => [
  'app-gateway',
  'compute',
  'identity',
  'dashboard',
  'image',
  'ingress',
  'database',
  'memcached',
  'networking',
  'messaging',
  ...(isAtLeast(version, 'stein') ? ['placement'] : []),
  'coordination',
];

const compute = (version: string) => [
  ...core(version),
  'block-storage',
  'dns',
  'orchestration',
  'load-balancer',
  'key-manager',
  ...(isAtLeast(version, 'gazpacho') ? [] : ['redis']),
  'descheduler',
  'dynamic-resource-balancer',
];

const presetServices: Record<string, (version: string) => string[]> = {
  core,
  compute,
  'compute-tf': compute,
};

/** What a preset brings: the lists a user adds to, and the defaults a user overrides. */
export function presetSpec(preset: string, openstackVersion: string) {
  return {
    features: {
      services: presetServices[preset]?.(openstackVersion) ?? [],
      neutron: { backend: preset === 'compute-tf' ? 'tungstenfabric' : 'ml2' },
      stacklight: { enabled: true },
      network_policies: { enabled: isAtLeast(openstackVersion, 'yoga') },
      ssl: { public_endpoints: { enabled: true } },
    },
  };
}
