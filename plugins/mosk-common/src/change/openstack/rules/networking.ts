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

import { FieldProblem } from '../../types';
import { isReleaseAtLeast } from '../../../openstack';
import { objectAt, refuse, Rule, RuleContext, valueAt } from './types';

const path = 'spec.features.neutron';

function enabled({ spec }: RuleContext, ...keys: string[]): boolean {
  return valueAt(spec, 'features', 'neutron', ...keys, 'enabled') === true;
}

function backendOf({ spec }: RuleContext): unknown {
  return valueAt(spec, 'features', 'neutron', 'backend') ?? 'ml2';
}

/** Networks that any backend shares (rule 19). */
const networks: Rule = context => {
  const neutron = objectAt(context.spec, 'features', 'neutron');
  const tungstenFabric = context.preset === 'compute-tf';
  const problems: FieldProblem[] = [];
  if (
    !tungstenFabric &&
    enabled(context, 'floating_network') &&
    !valueAt(neutron, 'floating_network', 'physnet')
  ) {
    problems.push(
      refuse(
        `${path}.floating_network.physnet`,
        'Is required while the floating network is enabled.',
        'Name the physnet of one of the external networks.',
      ),
    );
  }
  const peers = valueAt(neutron, 'bgpvpn', 'peers');
  if (
    !tungstenFabric &&
    enabled(context, 'bgpvpn') &&
    !(Array.isArray(peers) && peers.length) &&
    !enabled(context, 'bgpvpn', 'route_reflector')
  ) {
    problems.push(
      refuse(
        `${path}.bgpvpn.peers`,
        'BGP VPN needs peers or an enabled route_reflector.',
      ),
    );
  }
  const types = neutron.tenant_network_types;
  if (
    Array.isArray(types) &&
    types.includes('geneve') &&
    backendOf(context) !== 'ml2/ovn'
  ) {
    problems.push(
      refuse(
        `${path}.tenant_network_types`,
        'geneve works only with the backend ml2/ovn.',
        'Leave geneve out, or choose the backend ml2/ovn.',
      ),
    );
  }
  return problems;
};

/** What Tungsten Fabric cannot do (rule 20). */
const tungstenFabric: Rule = context => {
  if (context.preset !== 'compute-tf') {
    return [];
  }
  const unsupported = [
    ['ipsec'],
    ['bgpvpn'],
    ['extensions', 'vpnaas'],
    ['extensions', 'dynamic_routing'],
    ['extensions', 'portprober'],
  ]
    .filter(keys => enabled(context, ...keys))
    .map(keys =>
      refuse(
        `${path}.${keys.join('.')}.enabled`,
        'Does not work with the preset compute-tf.',
        'Switch it off, or choose the preset compute.',
      ),
    );
  const floating = objectAt(
    context.spec,
    'features',
    'neutron',
    'floating_network',
  );
  const together = ['network_type', 'physnet', 'segmentation_id'];
  const given = together.filter(key => floating[key]);
  const halfNamed =
    floating.enabled === true &&
    given.length > 0 &&
    given.length < together.length
      ? [
          refuse(
            `${path}.floating_network`,
            'With compute-tf, network_type, physnet and segmentation_id go together.',
            'Give all three of them, or none.',
          ),
        ]
      : [];
  const wrongBackend =
    backendOf(context) === 'ml2/ovn'
      ? [
          refuse(
            `${path}.backend`,
            'ml2/ovn does not work with the preset compute-tf.',
            'Leave the backend out, or choose the preset compute.',
          ),
        ]
      : [];
  return [...unsupported, ...halfNamed, ...wrongBackend];
};

/** What OVN cannot do (rule 21). */
const ovn: Rule = context => {
  if (backendOf(context) !== 'ml2/ovn') {
    return [];
  }
  const { release } = context;
  const problems: FieldProblem[] = [];
  if (!isReleaseAtLeast(release, 'yoga')) {
    problems.push(
      refuse(`${path}.backend`, 'ml2/ovn can be used from yoga on.'),
    );
  }
  for (const key of ['bgpvpn', 'ipsec']) {
    if (enabled(context, key)) {
      problems.push(
        refuse(
          `${path}.${key}.enabled`,
          'Does not work with the backend ml2/ovn.',
          'Switch it off, or choose the backend ml2.',
        ),
      );
    }
  }
  if (
    enabled(context, 'extensions', 'vpnaas') &&
    !isReleaseAtLeast(release, 'caracal')
  ) {
    problems.push(
      refuse(
        `${path}.extensions.vpnaas.enabled`,
        'With the backend ml2/ovn, VPN as a service is there from caracal on.',
      ),
    );
  }
  return problems;
};

/** Extensions by release, and how switches are described (rule 22). */
const extensions: Rule = context => {
  const first = {
    vpnaas: 'yoga',
    dynamic_routing: 'yoga',
    portprober: 'antelope',
  };
  const tooEarly = Object.entries(first)
    .filter(
      ([name, release]) =>
        enabled(context, 'extensions', name) &&
        !isReleaseAtLeast(context.release, release),
    )
    .map(([name, release]) =>
      refuse(
        `${path}.extensions.${name}.enabled`,
        `Is there from ${release} on.`,
        `Switch it off, or choose ${release} or later.`,
      ),
    );
  const switches = objectAt(
    context.spec,
    'features',
    'neutron',
    'baremetal',
    'ngs',
  );
  const both =
    Object.keys(objectAt(switches, 'hardware')).length > 0 &&
    switches.devices !== undefined
      ? [
          refuse(
            `${path}.baremetal.ngs.devices`,
            'Cannot be given together with hardware.',
            'Describe every switch in hardware.',
          ),
        ]
      : [];
  return [...tooEarly, ...both];
};

const whenEnabled =
  (rule: Rule): Rule =>
  context =>
    context.services.has('networking') ? rule(context) : [];

export const networkingRules: Rule[] = [
  networks,
  tungstenFabric,
  ovn,
  extensions,
].map(whenEnabled);
