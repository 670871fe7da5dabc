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

import { JsonObject } from '@backstage/types';
import { snapshotOf } from '../../snapshot';
import { sampleCephSpec } from '../../testing/sampleCeph';
import {
  projected,
  sampleDeployment,
  sampleNode,
} from '../../testing/sampleCloud';
import {
  CheckContext,
  manifestBuilderFor,
  manifestBuilders,
} from '../builders';

const storeNode = (
  name: string,
  roles = ['mon', 'mgr'],
  more: object = {},
) => ({
  name,
  roles,
  devices: [{ path: `/dev/disk/by-id/${name}`, deviceClass: 'ssd' }],
  ...more,
});
const input = {
  name: 'rook-ceph',
  publicNetworks: ['10.20.0.0/24'],
  clusterNetworks: ['10.21.0.0/24'],
  nodes: ['store-1', 'store-2', 'store-3'].map(name => storeNode(name)),
  pools: [
    {
      name: 'kubernetes',
      role: 'kubernetes',
      default: true,
      deviceClass: 'ssd',
      replicas: 3,
    },
  ],
  openStackPools: { deviceClass: 'ssd' },
};
const kinds = ['MiraCeph', 'CephDeployment'] as const;
type Kind = (typeof kinds)[number];
const kubernetes = input.pools[0];
const nodes = ['store-1', 'store-2', 'store-3'].map(name => sampleNode(name));

/** Paths in which the kinds differ, in the words of the newer one. */
const inWords = (path: string, kind: Kind) =>
  kind === 'CephDeployment'
    ? path
    : path
        .replace(
          'spec.cluster.network.addressRanges.public',
          'spec.network.publicNet',
        )
        .replace(
          'spec.cluster.network.addressRanges.cluster',
          'spec.network.clusterNet',
        )
        .replace(
          /blockStorage\.pools(\.\d+)?(\.spec|\.storageClassOpts)?/,
          'pools$1',
        )
        .replace(/objectStores\.0\.spec/, 'rgw');

function problems(kind: Kind, more: JsonObject, context: CheckContext = {}) {
  const builder = manifestBuilders[kind];
  return builder
    .check(builder.build({ ...input, ...more } as JsonObject), context)
    .map(({ severity, path, message }) => `${severity} ${path} ${message}`);
}

const cloudWith = (
  objects: Parameters<typeof snapshotOf>[0]['objects'],
  discovered: string[] = ['MiraCeph', 'MiraCephHealth'],
) => ({ snapshot: snapshotOf({ cloud: 'lab', objects, discovered }) });

const refused: Array<[string, JsonObject, string]> = [
  [
    'no network',
    { publicNetworks: [] },
    'spec.cluster.network.addressRanges.public The public network is missing',
  ],
  [
    'all addresses',
    { clusterNetworks: ['0.0.0.0/0'] },
    'spec.cluster.network.addressRanges.cluster 0.0.0.0/0 cannot be',
  ],
  [
    'no range',
    { publicNetworks: ['10.20.0.1'] },
    'spec.cluster.network.addressRanges.public 10.20.0.1 cannot be',
  ],
  [
    'networks in each other',
    { clusterNetworks: ['10.20.0.128/25'] },
    'spec.cluster.network.addressRanges.cluster 10.20.0.128/25 overlaps 10.20.0.0/24',
  ],
  ['no nodes', { nodes: [] }, 'spec.nodes At least one node'],
  [
    'a node twice',
    { nodes: [...input.nodes, storeNode('store-1', [])] },
    'spec.nodes.3.name Node store-1 is there twice',
  ],
  [
    'a role that is none',
    {
      nodes: [
        ...input.nodes.slice(0, 2),
        storeNode('store-3', ['mon', 'boss']),
      ],
    },
    'spec.nodes.2.roles boss is no role',
  ],
  [
    'no monitor',
    { nodes: [storeNode('store-1', ['mgr'])] },
    'spec.nodes No node has the role mon',
  ],
  [
    'an even count of monitors',
    { nodes: [...input.nodes, storeNode('store-4')] },
    'spec.nodes 4 nodes have the role mon',
  ],
  [
    'no manager',
    { nodes: [storeNode('store-1', ['mon'])] },
    'spec.nodes No node has the role mgr',
  ],
  [
    'a device without a class',
    {
      nodes: [
        storeNode('store-1', ['mon', 'mgr'], { devices: [{ path: 'sdb' }] }),
      ],
    },
    'spec.nodes.0.devices.0.config.deviceClass Is required',
  ],
  [
    'a device without a path',
    {
      nodes: [
        storeNode('store-1', ['mon', 'mgr'], {
          devices: [{ deviceClass: 'ssd' }],
        }),
      ],
    },
    'spec.nodes.0.devices.0 Needs a path',
  ],
  [
    'a device twice',
    {
      nodes: [
        storeNode('store-1', ['mon', 'mgr'], {
          devices: [1, 2].map(() => ({ path: 'sdb', deviceClass: 'ssd' })),
        }),
      ],
    },
    'spec.nodes.0.devices.1 sdb of node store-1 is there twice',
  ],
  [
    'all devices',
    {
      spec: {
        nodes: [
          { name: 'store-1', roles: ['mon', 'mgr'], useAllDevices: true },
        ],
      },
    },
    'spec.nodes.0.useAllDevices Cannot be used',
  ],
  [
    'claims for devices',
    {
      spec: {
        nodes: [
          { name: 'store-1', roles: ['mon', 'mgr'], volumeClaimTemplates: [] },
        ],
      },
    },
    'spec.nodes.0.volumeClaimTemplates Cannot be used',
  ],
  [
    'a level that CRUSH does not have',
    {
      spec: {
        nodes: [
          { name: 'store-1', roles: ['mon', 'mgr'], crush: { shelf: 'a' } },
        ],
      },
    },
    'spec.nodes.0.crush.shelf Is no level',
  ],
  [
    'no default pool',
    { pools: [{ ...kubernetes, default: false }] },
    'spec.blockStorage.pools Exactly one pool must be the default, not 0',
  ],
  [
    'two default pools',
    { pools: [kubernetes, { ...kubernetes, name: 'more' }] },
    'spec.blockStorage.pools Exactly one pool must be the default, not 2',
  ],
  [
    'some of the pools for OpenStack',
    {
      openStackPools: {} as JsonObject,
      pools: [
        kubernetes,
        { name: 'vms', role: 'vms', deviceClass: 'ssd', replicas: 3 },
      ],
    },
    'spec.blockStorage.pools OpenStack needs a pool of each',
  ],
  [
    'a role of OpenStack twice',
    {
      pools: [
        kubernetes,
        { name: 'vms2', role: 'vms', deviceClass: 'ssd', replicas: 3 },
      ],
    },
    'spec.blockStorage.pools The role vms is given to more than one',
  ],
  [
    'a pool without a class',
    { pools: [{ ...kubernetes, deviceClass: '' }] },
    'spec.blockStorage.pools.0.spec.deviceClass Is required',
  ],
  [
    'a class that no device has',
    { pools: [{ ...kubernetes, deviceClass: 'hdd' }] },
    'spec.blockStorage.pools.0.spec.deviceClass No device has the class hdd',
  ],
  [
    'copies and chunks',
    { pools: [{ ...kubernetes, dataChunks: 2, codingChunks: 1 }] },
    'spec.blockStorage.pools.0.spec Must be either',
  ],
  [
    'neither copies nor chunks',
    { pools: [{ ...kubernetes, replicas: undefined } as JsonObject] },
    'spec.blockStorage.pools.0.spec Must be either',
  ],
  [
    'too few data chunks',
    {
      pools: [
        {
          ...kubernetes,
          replicas: undefined,
          dataChunks: 1,
          codingChunks: 1,
        } as JsonObject,
      ],
    },
    'spec.blockStorage.pools.0.spec.erasureCoded.dataChunks Must be 2',
  ],
  [
    'too few coding chunks',
    {
      pools: [
        {
          ...kubernetes,
          replicas: undefined,
          dataChunks: 2,
          codingChunks: 0,
        } as JsonObject,
      ],
    },
    'spec.blockStorage.pools.0.spec.erasureCoded.codingChunks Must be 1',
  ],
  [
    'no copies',
    { pools: [{ ...kubernetes, replicas: 0 }] },
    'spec.blockStorage.pools.0.spec.replicated.size Must be 1',
  ],
  [
    'copies in one node',
    { pools: [{ ...kubernetes, failureDomain: 'osd' }] },
    'spec.blockStorage.pools.0.spec.failureDomain Cannot be osd',
  ],
  [
    'more gateways than nodes',
    {
      objectStore: {
        name: 'store',
        deviceClass: 'ssd',
        instances: 4,
        port: 80,
      },
    },
    'spec.objectStorage.objectStores.0.spec.gateway 4 gateways are asked for',
  ],
  [
    'a gateway without a port',
    { objectStore: { name: 'store', deviceClass: 'ssd', instances: 1 } },
    'spec.objectStorage.objectStores.0.spec.gateway Needs a port',
  ],
  [
    'two peers',
    { spec: { rbdMirror: { peers: [{ site: 'a' }, { site: 'b' }] } } },
    'spec.rbdMirror.peers Only one peer',
  ],
];

const olderShape = {
  network: { publicNet: '10.20.0.0/24', clusterNet: '10.21.0.0/24' },
  pools: [
    {
      name: 'kubernetes',
      role: 'kubernetes',
      default: true,
      deviceClass: 'ssd',
      replicated: { size: 3 },
    },
    ...['vms', 'images', 'backup', 'volumes'].map(name => ({
      name,
      role: name,
      default: false,
      deviceClass: 'ssd',
      replicated: { size: 3 },
    })),
  ],
  objectStorage: {
    rgw: {
      name: 'store',
      gateway: { allNodes: false, instances: 2, port: 80 },
      preservePoolsOnDelete: false,
    },
  },
};
const newerShape = {
  cluster: {
    network: {
      addressRanges: { public: ['10.20.0.0/24'], cluster: ['10.21.0.0/24'] },
    },
  },
  blockStorage: {
    pools: [
      {
        name: 'kubernetes',
        role: 'kubernetes',
        storageClassOpts: { default: true },
        spec: { deviceClass: 'ssd', replicated: { size: 3 } },
      },
      ...['vms', 'images', 'backup', 'volumes'].map(name => ({
        name,
        role: name,
        spec: { deviceClass: 'ssd', replicated: { size: 3 } },
      })),
    ],
  },
  objectStorage: {
    objectStores: [
      {
        name: 'store',
        usedForOpenstack: true,
        spec: { gateway: { instances: 2, port: 80 } },
      },
    ],
  },
};

describe.each(kinds)('builder of a %s', kind => {
  const older = kind === 'MiraCeph';

  it('builds what the form asks for, finds nothing wrong, and names each problem beside its field', () => {
    const { manifest, editedPaths } = manifestBuilders[kind].build({
      ...input,
      objectStore: {
        name: 'store',
        deviceClass: 'ssd',
        instances: 2,
        port: 80,
      },
      spec: 'extraOpts: {enableProgressEvents: true}',
    } as JsonObject);
    expect(manifest).toMatchObject({
      apiVersion: 'lcm.mirantis.com/v1alpha1',
      kind,
      metadata: { name: 'rook-ceph', namespace: 'ceph-lcm-mirantis' },
    });
    expect(editedPaths).toBeUndefined();
    const { spec } = manifest as { spec: any };
    expect(spec.nodes[0]).toEqual({
      name: 'store-1',
      roles: ['mon', 'mgr'],
      devices: [
        { fullpath: '/dev/disk/by-id/store-1', config: { deviceClass: 'ssd' } },
      ],
    });
    expect(spec.extraOpts).toEqual({ enableProgressEvents: true });
    expect(spec).toMatchObject(older ? olderShape : newerShape);
    expect(
      problems(kind, {}, cloudWith(nodes, [kind, 'MiraCephHealth'])),
    ).toEqual([]);
    expect(problems(kind, { clusterNetworks: ['10.20.0.0/24'] })).toEqual([]);
  });

  it.each(refused)('refuses %s', (_, more, expected) => {
    const [path, ...words] = expected.split(' ');
    expect(problems(kind, more)).toEqual(
      expect.arrayContaining([
        expect.stringContaining(
          `error ${inWords(path, kind)} ${words.join(' ')}`,
        ),
      ]),
    );
  });

  it('refuses what is kept in chunks and must not be, more than one realm, and too few metadata servers', () => {
    const chunks = { erasureCoded: { dataChunks: 2, codingChunks: 1 } };
    const fields = {
      metadataPool: chunks,
      dataPools: [chunks],
      metadataServer: { activeCount: 1 },
    };
    const realms = [{ name: 'a' }, { name: 'b' }];
    const found = problems(kind, {
      spec: older
        ? {
            objectStorage: {
              rgw: { metadataPool: chunks },
              multiSite: { realms },
            },
            sharedFilesystem: { cephFS: [{ name: 'fs', ...fields }] },
          }
        : {
            objectStorage: {
              objectStores: [{ name: 's', spec: { metadataPool: chunks } }],
              realms,
            },
            sharedFilesystem: {
              cephFilesystems: [{ name: 'fs', spec: fields }],
            },
          },
    } as JsonObject).join('\n');
    expect(found.match(/can only be replicated/g)).toHaveLength(3);
    expect(found).toMatch(/realms Only one can be given, not 2/);
    expect(found).toMatch(/1 metadata servers are asked for, and 0 nodes/);
  });

  it('keeps secrets out of what is stored in clear', () => {
    const peers = { rbdMirror: { peers: [{ site: 'a', token: 'Planted' }] } };
    expect(problems(kind, { spec: peers })).toEqual([
      expect.stringContaining('error spec.rbdMirror.peers.0.token Must not'),
    ]);
    expect(problems(kind, { secretSpec: peers })).toEqual([]);
  });

  it('knows the nodes, the other clusters and the OpenStack of the cloud', () => {
    const known = [kind, 'MiraCephHealth'];
    expect(problems(kind, {}, cloudWith(nodes.slice(0, 2), known))).toEqual([
      expect.stringContaining(
        'error spec.nodes.2.name The cluster has no node store-3',
      ),
    ]);
    expect(
      problems(
        kind,
        { name: 'second' },
        cloudWith([...nodes, sampleCephSpec(kind)], known),
      ),
    ).toEqual([
      expect.stringContaining(
        'error metadata.name Namespace ceph-lcm-mirantis has the Ceph cluster rook-ceph already',
      ),
    ]);
    expect(
      problems(
        kind,
        { openStackPools: {} as JsonObject },
        cloudWith([...nodes, sampleDeployment()], known),
      ),
    ).toEqual([expect.stringContaining('warning')]);
    const other = older ? 'CephDeployment' : 'MiraCeph';
    expect(
      problems(
        kind,
        {},
        cloudWith([...nodes, sampleCephSpec(other)], [other, 'MiraCephHealth']),
      ),
    ).toEqual([
      expect.stringContaining(
        `error kind This cloud asks for its Ceph cluster with a ${other}`,
      ),
    ]);
  });

  it('changes the nodes of a live cluster, and only them', () => {
    const builder = manifestBuilders[kind];
    const live = builder.build(input as JsonObject).manifest;
    const edit = {
      name: 'rook-ceph',
      edit: {
        set: {
          'spec.nodes': [
            ...(live.spec!.nodes as JsonObject[]),
            {
              name: 'store-4',
              roles: [],
              devices: [{ name: 'sdb', config: { deviceClass: 'ssd' } }],
            },
          ],
        },
      },
    } as unknown as JsonObject;
    const built = builder.build(edit);
    expect(built.editedPaths).toEqual(['spec.nodes']);
    expect(Object.keys(built.manifest.spec!)).toEqual(['nodes']);
    expect(builder.check(built, { live })).toEqual([]);
    expect(
      builder.check(built, {
        live,
        ...cloudWith(nodes, [kind, 'MiraCephHealth']),
      }),
    ).toEqual([expect.objectContaining({ path: 'spec.nodes.3.name' })]);
    expect(builder.check(built, {})).toEqual([
      expect.objectContaining({ path: 'metadata.name' }),
    ]);
    expect(() =>
      builder.build({ name: 'x', edit: { set: { 'metadata.name': 'y' } } }),
    ).toThrow(/only fields below 'spec'/);
  });
});

describe('manifestBuilderFor', () => {
  it('makes the kind that the cloud has, and holds back where the management cluster rules', () => {
    const older = cloudWith([...nodes, sampleCephSpec('MiraCeph')]);
    const newer = cloudWith([], ['CephDeployment', 'MiraCeph']);
    expect(manifestBuilderFor('CephDeployment', older.snapshot)).toBe(
      manifestBuilders.MiraCeph,
    );
    expect(manifestBuilderFor('MiraCeph', newer.snapshot)).toBe(
      manifestBuilders.CephDeployment,
    );
    expect(manifestBuilderFor('HelmBundle', newer.snapshot)).toBe(
      manifestBuilders.HelmBundle,
    );
    const release = projected({
      kind: 'OpenStackDeploymentStatus',
      metadata: { name: 'osh', namespace: 'openstack', uid: 'osh' },
      status: { osdpl: { state: 'APPLIED', release: 'MOSK 25.1' } },
    });
    expect(problems('MiraCeph', {}, cloudWith([...nodes, release]))).toEqual([
      expect.stringContaining('KaaSCephCluster on the management cluster'),
    ]);
  });
});
