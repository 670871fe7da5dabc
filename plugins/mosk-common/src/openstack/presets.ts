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

import { compareOpenStackReleases } from './releases';
import { findOpenStackService } from './services';

/** @public */
export type OpenStackPreset = 'core' | 'compute' | 'compute-tf';

const core = [
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
  'placement',
  'coordination',
];
const compute = [
  ...core,
  'block-storage',
  'dns',
  'orchestration',
  'load-balancer',
  'key-manager',
  'redis',
  'descheduler',
  'dynamic-resource-balancer',
];

/**
 * Services that each preset switches on. They cannot be switched off again.
 * @public
 */
export const openStackPresets: Readonly<
  Record<OpenStackPreset, { summary: string; services: readonly string[] }>
> = {
  core: {
    summary: 'Servers, networks and images; no volumes',
    services: core,
  },
  compute: {
    summary: 'Core plus volumes, DNS, load balancers, orchestration and keys',
    services: compute,
  },
  'compute-tf': {
    summary: 'As compute, with Tungsten Fabric as the network',
    services: compute,
  },
};

/**
 * Services that may be named in `spec.features.services`.
 * @public
 */
export const selectableOpenStackServices: readonly string[] = [
  'alarming',
  'baremetal',
  'cloudprober',
  'event',
  'instance-ha',
  'metering',
  'metric',
  'metric-storage',
  'object-storage',
  'shared-file-system',
  'stepler',
  'tempest',
  ...compute.filter(key => key !== 'app-gateway' && key !== 'descheduler'),
];

function existsIn(key: string, release: string | undefined): boolean {
  const { since, until } = findOpenStackService(key) ?? {};
  const tooEarly = since && (compareOpenStackReleases(release, since) ?? 0) < 0;
  const tooLate = until && (compareOpenStackReleases(release, until) ?? 0) > 0;
  return !tooEarly && !tooLate;
}

/**
 * Services that a spec asks for: the preset's that the release has, and those the person added
 * (left in even where the release lacks them, as the operator refuses them rather than leave them out).
 * @public
 */
export function servicesOf(
  preset: string | undefined,
  release: string | undefined,
  extra: readonly string[] = [],
): string[] {
  const ofPreset = (
    openStackPresets[preset as OpenStackPreset]?.services ?? []
  ).filter(key => existsIn(key, release));
  return [...new Set([...ofPreset, ...extra])];
}
