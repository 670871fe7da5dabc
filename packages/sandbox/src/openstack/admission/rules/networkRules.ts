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

import { ReviewContext, Rule } from '../types';
import { firstOf, forService, needsRelease } from './forService';

const neutronOf = ({ merged }: ReviewContext) =>
  merged.features?.neutron ?? ({} as Record<string, any>);
const isTungsten = ({ spec }: ReviewContext) => spec.preset === 'compute-tf';
const extension = (context: ReviewContext, name: string): boolean =>
  Boolean(neutronOf(context).extensions?.[name]?.enabled);

const general: Rule = context => {
  const {
    floating_network: floating,
    bgpvpn,
    backend,
    ...neutron
  } = neutronOf(context);
  if (floating?.enabled && !floating.physnet && !isTungsten(context))
    return 'features.neutron.floating_network needs physnet when it is enabled';
  if (
    bgpvpn?.enabled &&
    !bgpvpn.peers?.length &&
    !bgpvpn.route_reflector?.enabled
  )
    return 'features.neutron.bgpvpn needs peers or an enabled route_reflector';
  if (neutron.tenant_network_types?.includes('geneve') && backend !== 'ml2/ovn')
    return 'tenant network type geneve needs backend ml2/ovn';
  return undefined;
};

const tungsten: Rule = context => {
  if (!isTungsten(context)) return undefined;
  const {
    floating_network: floating,
    backend,
    ipsec,
    bgpvpn,
  } = neutronOf(context);
  if (backend === 'ml2/ovn')
    return 'backend ml2/ovn is not supported with preset compute-tf';
  if (ipsec?.enabled) return 'ipsec is not supported with preset compute-tf';
  if (bgpvpn?.enabled) return 'bgpvpn is not supported with preset compute-tf';
  const forbidden = ['vpnaas', 'dynamic_routing', 'portprober'].find(name =>
    extension(context, name),
  );
  if (forbidden) return `${forbidden} is not supported with preset compute-tf`;
  const given = ['network_type', 'physnet', 'segmentation_id'].filter(
    key => floating?.[key] !== undefined,
  );
  return floating?.enabled && given.length > 0 && given.length < 3
    ? 'features.neutron.floating_network needs all or none of network_type, physnet and segmentation_id with preset compute-tf'
    : undefined;
};

const ovn: Rule = context => {
  const { backend, bgpvpn, ipsec } = neutronOf(context);
  if (backend !== 'ml2/ovn') return undefined;
  if (bgpvpn?.enabled) return 'bgpvpn is not supported with backend ml2/ovn';
  if (ipsec?.enabled) return 'ipsec is not supported with backend ml2/ovn';
  return (
    needsRelease('backend ml2/ovn', 'yoga')(context) ??
    (extension(context, 'vpnaas')
      ? needsRelease('vpnaas with backend ml2/ovn', 'caracal')(context)
      : undefined)
  );
};

const extensions: Rule = context => {
  const since = {
    vpnaas: 'yoga',
    dynamic_routing: 'yoga',
    portprober: 'antelope',
  };
  for (const [name, release] of Object.entries(since)) {
    if (!extension(context, name)) continue;
    const reason = needsRelease(`extension ${name}`, release)(context);
    if (reason) return reason;
  }
  return undefined;
};

const genericSwitch: Rule = context => {
  const ngs = neutronOf(context).baremetal?.ngs;
  if (ngs?.hardware && ngs?.devices)
    return 'features.neutron.baremetal.ngs takes either hardware or devices';
  const incomplete = Object.entries<any>(ngs?.hardware ?? {}).find(
    ([, device]) => !device?.device_type || !device?.ip || !device?.username,
  );
  return incomplete
    ? `hardware ${incomplete[0]} of features.neutron.baremetal.ngs needs device_type, ip and username`
    : undefined;
};

/** Rules 19 to 22. */
export const networkRules: Rule[] = [
  forService(
    'networking',
    firstOf(general, tungsten, ovn, extensions, genericSwitch),
  ),
];
