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

import { findOpenStackService, isReleaseAtLeast } from '../../../openstack';
import { refuse, Rule, valueAt } from './types';

const since: Record<string, string> = {
  'instance-ha': 'victoria',
  'shared-file-system': 'yoga',
  'metric-storage': 'gazpacho',
};
/** The first release that does not have the service any more, and the last that has it. */
const goneSince: Record<string, { release: string; last: string }> = {
  event: { release: 'xena', last: 'wallaby' },
  metric: { release: 'flamingo', last: 'epoxy' },
};

function titleOf(service: string): string {
  return findOpenStackService(service)?.title ?? service;
}

/** Services that the release does not have (rules 4 and 5). */
const servicesOfRelease: Rule = ({ services, release }) =>
  [...services].flatMap(service => {
    const path = 'spec.features.services';
    const first = since[service];
    const gone = goneSince[service];
    if (first && release && !isReleaseAtLeast(release, first)) {
      return [
        refuse(
          path,
          `${titleOf(
            service,
          )} (${service}) is there from ${first} on, not in ${release}.`,
          `Leave ${service} out, or choose ${first} or later.`,
        ),
      ];
    }
    if (gone && isReleaseAtLeast(release, gone.release)) {
      return [
        refuse(
          path,
          `${titleOf(service)} (${service}) ended with ${
            gone.last
          }; ${release} does not have it.`,
          `Leave ${service} out.`,
        ),
      ];
    }
    return [];
  });

/** Bare metal needs Neutron's own networks (rule 6). */
const bareMetalPreset: Rule = ({ services, preset }) =>
  services.has('baremetal') && preset === 'compute-tf'
    ? [
        refuse(
          'spec.features.services',
          'Bare metal (baremetal) does not work with the preset compute-tf.',
          'Leave baremetal out, or choose the preset compute.',
        ),
      ]
    : [];

/** Bare metal has to be told its networks (rule 16). */
const bareMetalFeatures: Rule = ({ services, spec }) =>
  services.has('baremetal') && !valueAt(spec, 'features', 'ironic')
    ? [
        refuse(
          'spec.features.ironic',
          'Is required with the service baremetal.',
          'Give provisioning_interface and baremetal_network_name.',
        ),
      ]
    : [];

export const serviceRules: Rule[] = [
  servicesOfRelease,
  bareMetalPreset,
  bareMetalFeatures,
];
