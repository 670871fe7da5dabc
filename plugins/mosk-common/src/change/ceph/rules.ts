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

import { node } from '../../kinds/Node';
import { CloudSnapshot } from '../../snapshot/types';
import { openStackDeployment } from '../../kinds/OpenStackDeployment';
import { refuse, warn } from '../openstack/rules/types';
import { FieldProblem } from '../types';
import { overlap } from './overlap';
import { CephPoolSpec, CephSpecView } from './readCephSpec';

/** What a rule sees. */
export interface CephRuleContext {
  view: CephSpecView;
  snapshot: CloudSnapshot | undefined;
}

type CephRule = (context: CephRuleContext) => FieldProblem[];

const roles = ['mon', 'mgr', 'rgw', 'mds'];
const openStackRoles = ['vms', 'images', 'backup', 'volumes'];
const reclaimPolicies = ['Retain', 'Delete'];
const crushKeys = [
  'host',
  'chassis',
  'rack',
  'row',
  'pdu',
  'pod',
  'room',
  'datacenter',
  'zone',
  'region',
  'root',
];
/** `10.20.0.0/24`, or one of IPv6. */
const range = /^(\d{1,3}(\.\d{1,3}){3}|[0-9a-fA-F:]*:[0-9a-fA-F:.]*)\/\d{1,3}$/;

const networks: CephRule = ({ view }) => [
  ...view.networks.flatMap(({ path, title, ranges }) => {
    if (ranges.length === 0) {
      return [
        refuse(
          path,
          `The ${title} is missing.`,
          'Give a range such as 10.20.0.0/24.',
        ),
      ];
    }
    return ranges
      .filter(each => !range.test(each) || /^0\.0\.0\.0\//.test(each))
      .map(each =>
        refuse(
          path,
          `${each} cannot be the ${title}: it must be a range such as 10.20.0.0/24, and not of all addresses.`,
        ),
      );
  }),
  ...overlaps(view.networks),
];

/** The same range twice is how one network is used for both; a part of the other is a slip. */
function overlaps([one, other]: CephSpecView['networks']): FieldProblem[] {
  return (other?.ranges ?? []).flatMap(inner =>
    one.ranges
      .filter(each => each !== inner && overlap(each, inner))
      .map(each =>
        refuse(
          other.path,
          `${inner} overlaps ${each} of the ${one.title}.`,
          'Give ranges apart from each other, or the same range for both networks.',
        ),
      ),
  );
}

const knownNodes: CephRule = ({ view, snapshot }) => {
  const known =
    snapshot?.objects(node).map(({ metadata }) => metadata.name) ?? [];
  const twice = view.nodes.filter(
    ({ name }, index) =>
      name !== undefined &&
      view.nodes.findIndex(other => other.name === name) < index,
  );
  return [
    ...(view.nodes.length
      ? []
      : [refuse('spec.nodes', 'At least one node is needed.')]),
    ...view.nodes.flatMap(({ path, name, raw }) => {
      if (!name) {
        return [refuse(`${path}.name`, 'Is required.')];
      }
      // A group of nodes has a name of its own.
      const isGroup =
        raw.nodeGroup !== undefined || raw.nodesByLabel !== undefined;
      return known.length && !isGroup && !known.includes(name)
        ? [
            refuse(
              `${path}.name`,
              `The cluster has no node ${name}.`,
              `It has ${known.slice(0, 10).join(', ')}${
                known.length > 10 ? ' and more' : ''
              }.`,
            ),
          ]
        : [];
    }),
    ...twice.map(({ path, name }) =>
      refuse(`${path}.name`, `Node ${name} is there twice.`),
    ),
  ];
};

const daemonRoles: CephRule = ({ view }) => {
  if (view.isExternal) {
    return [];
  }
  const count = (role: string) =>
    view.nodes.filter(one => one.roles.includes(role)).length;
  const unknown = view.nodes.flatMap(({ path, roles: given }) =>
    given
      .filter(role => !roles.includes(role))
      .map(role =>
        refuse(
          `${path}.roles`,
          `${role} is no role; there are ${roles.join(', ')}.`,
        ),
      ),
  );
  const monitors = count('mon');
  const gateways = view.gateways.reduce(
    (sum, { instances, allNodes }) => sum + (allNodes ? 0 : instances),
    0,
  );
  // Gateways may run where the monitors do when no node has their role.
  const gatewayNodes = count('rgw') || monitors;
  return [
    ...unknown,
    ...(monitors === 0
      ? [
          refuse(
            'spec.nodes',
            'No node has the role mon: at least one monitor is needed.',
          ),
        ]
      : []),
    ...(monitors >= 3 && monitors % 2 === 0
      ? [
          refuse(
            'spec.nodes',
            `${monitors} nodes have the role mon; from 3 on the count must be odd, or they may find no majority.`,
          ),
        ]
      : []),
    ...(count('mgr') === 0
      ? [
          refuse(
            'spec.nodes',
            'No node has the role mgr: at least one manager is needed.',
          ),
        ]
      : []),
    ...(gateways > gatewayNodes
      ? [
          refuse(
            view.gateways[0].path,
            `${gateways} gateways are asked for, and ${gatewayNodes} nodes can run them.`,
            'Give more nodes the role rgw, or ask for fewer instances.',
          ),
        ]
      : []),
    ...(view.metadataServers > count('mds')
      ? [
          refuse(
            'spec.sharedFilesystem',
            `${
              view.metadataServers
            } metadata servers are asked for, and ${count(
              'mds',
            )} nodes have the role mds.`,
          ),
        ]
      : []),
  ];
};

const devices: CephRule = ({ view }) =>
  view.nodes.flatMap(({ path, name, devices: own, deviceClass, raw }) => {
    const all = raw as Record<string, unknown>;
    return [
      ...['useAllDevices', 'volumeClaimTemplates']
        .filter(key => all[key] !== undefined && all[key] !== false)
        .map(key =>
          refuse(`${path}.${key}`, 'Cannot be used: name each device.'),
        ),
      ...Object.keys((all.crush as object) ?? {})
        .filter(key => !crushKeys.includes(key))
        .map(key =>
          refuse(
            `${path}.crush.${key}`,
            `Is no level of the CRUSH map; there are ${crushKeys.join(', ')}.`,
          ),
        ),
      ...own.flatMap((device, index) => [
        ...(device.device
          ? []
          : [
              refuse(
                device.path,
                'Needs a path (fullpath, all in lower case) or a name.',
                'Prefer a path below /dev/disk/by-id, which stays the same over restarts.',
              ),
            ]),
        ...(device.deviceClass || deviceClass
          ? []
          : [
              refuse(
                `${device.path}.config.deviceClass`,
                'Is required, here or for the whole node.',
                'Such as hdd, ssd or nvme.',
              ),
            ]),
        ...(device.device &&
        own.findIndex(other => other.device === device.device) < index
          ? [
              refuse(
                device.path,
                `${device.device} of node ${name} is there twice.`,
              ),
            ]
          : []),
      ]),
    ];
  });

const pools: CephRule = ({ view, snapshot }) => {
  if (view.isExternal) {
    return [];
  }
  const place = view.pools[0]?.path.replace(/\.\d+$/, '') ?? 'spec.pools';
  if (view.pools.length === 0) {
    return [refuse(place, 'At least one pool is needed.')];
  }
  const defaults = view.pools.filter(({ isDefault }) => isDefault).length;
  const classes = new Set(
    view.nodes.flatMap(one => [
      one.deviceClass,
      ...one.devices.map(({ deviceClass }) => deviceClass),
    ]),
  );
  const used = openStackRoles.filter(role =>
    view.pools.some(pool => pool.role === role),
  );
  return [
    ...(defaults === 1
      ? []
      : [
          refuse(
            place,
            `Exactly one pool must be the default, not ${defaults}.`,
          ),
        ]),
    ...(used.length && used.length < openStackRoles.length
      ? [
          refuse(
            place,
            `OpenStack needs a pool of each of the roles ${openStackRoles.join(
              ', ',
            )}; there ${used.length === 1 ? 'is' : 'are'} only ${used.join(
              ', ',
            )}.`,
          ),
        ]
      : []),
    ...(used.length === 0 && snapshot?.objects(openStackDeployment).length
      ? [
          warn(
            place,
            `The cloud runs OpenStack, which needs pools of the roles ${openStackRoles.join(
              ', ',
            )} to keep images and volumes here.`,
          ),
        ]
      : []),
    ...openStackRoles
      .filter(role => view.pools.filter(pool => pool.role === role).length > 1)
      .map(role =>
        refuse(place, `The role ${role} is given to more than one pool.`),
      ),
    ...view.pools.flatMap(pool => poolProblems(pool, classes)),
  ];
};

function poolProblems(
  pool: CephPoolSpec,
  classes: ReadonlySet<string | undefined>,
): FieldProblem[] {
  const { path, fieldPath, deviceClass, replicated, erasureCoded } = pool;
  const problems: FieldProblem[] = [];
  if (!pool.name) {
    problems.push(refuse(`${path}.name`, 'Is required.'));
  }
  if (!deviceClass) {
    problems.push(refuse(`${fieldPath}.deviceClass`, 'Is required.'));
  } else if (!classes.has(deviceClass)) {
    problems.push(
      refuse(
        `${fieldPath}.deviceClass`,
        `No device has the class ${deviceClass}.`,
        `There are devices of class ${
          [...classes].filter(Boolean).join(', ') || 'none'
        }.`,
      ),
    );
  }
  if ((replicated === undefined) === (erasureCoded === undefined)) {
    problems.push(
      refuse(
        fieldPath,
        'Must be either replicated or erasure coded.',
        'Give the number of copies, or of data and coding chunks.',
      ),
    );
  }
  if (erasureCoded) {
    for (const [key, least] of [
      ['dataChunks', 2],
      ['codingChunks', 1],
    ] as const) {
      const chunks = erasureCoded[key];
      if (typeof chunks !== 'number' || chunks < least) {
        problems.push(
          refuse(
            `${fieldPath}.erasureCoded.${key}`,
            `Must be ${least} or more.`,
          ),
        );
      }
    }
  }
  if (replicated && !(Number(replicated.size) >= 1)) {
    problems.push(refuse(`${fieldPath}.replicated.size`, 'Must be 1 or more.'));
  }
  if (pool.failureDomain === 'osd') {
    problems.push(
      refuse(
        `${fieldPath}.failureDomain`,
        'Cannot be osd: all copies could lie in one node.',
      ),
    );
  }
  if (pool.reclaimPolicy && !reclaimPolicies.includes(pool.reclaimPolicy)) {
    problems.push(
      refuse(
        `${path}.reclaimPolicy`,
        `${
          pool.reclaimPolicy
        } is no reclaim policy; there are ${reclaimPolicies.join(', ')}.`,
      ),
    );
  }
  return problems;
}

const gateways: CephRule = ({ view }) =>
  view.gateways
    .filter(({ hasPort }) => !hasPort)
    .map(({ path }) => refuse(path, 'Needs a port or a securePort.'));

const replicatedOnly: CephRule = ({ view }) =>
  view.replicatedPools
    .filter(({ pool }) => pool.erasureCoded !== undefined)
    .map(({ path, title }) => refuse(path, `${title} can only be replicated.`));

const single: CephRule = ({ view }) => [
  ...view.realms
    .filter(({ count }) => count > 1)
    .map(({ path, count }) =>
      refuse(path, `Only one can be given, not ${count}.`),
    ),
  ...(view.peers > 1
    ? [
        refuse(
          'spec.rbdMirror.peers',
          `Only one peer can be given, not ${view.peers}.`,
        ),
      ]
    : []),
];

/** What the operator would refuse the spec for after it was accepted, each as an error beside its field. */
export const cephRules: readonly CephRule[] = [
  networks,
  knownNodes,
  daemonRoles,
  devices,
  pools,
  gateways,
  replicatedOnly,
  single,
];
