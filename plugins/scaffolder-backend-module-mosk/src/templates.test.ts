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
  fillInput,
  manifestBuilders,
  openStackReleases,
} from '@mosk-portal/plugin-mosk-common';
import { JsonObject } from '@backstage/types';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';

const folder = resolve(__dirname, '../../../templates');
const read = (path: string) =>
  parse(readFileSync(resolve(folder, path), 'utf8'));

const formData: Record<string, JsonObject> = {
  'openstack-cloud': {
    cloud: 'one',
    name: 'cloud-one',
    openstackRelease: 'caracal',
    preset: 'compute',
    size: 'tiny',
    publicDomainName: 'cloud.example.org',
    neutron: { tunnelInterface: 'bond0.31' },
    nova: { liveMigrationInterface: 'bond0.32' },
    ssl: { secretName: 'hidden' },
    spec: 'features:\n  telemetry:\n    mode: autoscaling\n',
  },
  'openstack-change': {
    deployment: { cloud: 'one', namespace: 'openstack', name: 'cloud-one' },
    changes: {
      specVersion: '7',
      set: { 'spec.size': 'small' },
      remove: [],
    },
  },
  'openstack-upgrade': {
    deployment: { cloud: 'one', namespace: 'openstack', name: 'cloud-one' },
    upgrade: { release: 'epoxy' },
  },
  'helm-bundle': {
    cloud: 'one',
    name: 'extras',
    namespace: 'osh-system',
    acknowledgeOverwrite: false,
    releases: [
      {
        name: 'metrics-ui',
        namespace: 'osh-system',
        chart: 'internal/metrics-ui',
        version: '0.9.1',
        values: 'replicas: 2',
      },
    ],
  },
  'ceph-cluster': {
    cloud: 'one',
    name: 'rook-ceph',
    publicNetworks: ['10.20.0.0/24'],
    clusterNetworks: ['10.21.0.0/24'],
    nodes: [
      {
        name: 'store-1',
        roles: ['mon', 'mgr'],
        devices: [{ path: '/dev/disk/by-id/a', deviceClass: 'ssd' }],
      },
    ],
    pools: [{ name: 'kubernetes', default: true, deviceClass: 'ssd' }],
    openStackPools: { replicas: 3 },
    objectStore: {},
  },
  'ceph-add-osd-nodes': {
    deployment: {
      cloud: 'one',
      namespace: 'ceph-lcm-mirantis',
      name: 'rook-ceph',
    },
    nodes: {
      specVersion: '7',
      added: [{ name: 'store-2' }],
      set: { 'spec.nodes': [{ name: 'store-1' }, { name: 'store-2' }] },
    },
  },
};
/** The action that makes the manifest, and the object that it makes of the form above. */
const made: Record<string, [string, { namespace: string; name: string }]> = {
  'helm-bundle': [
    'mosk:helmbundle:create',
    { namespace: 'osh-system', name: 'extras' },
  ],
  'ceph-cluster': [
    'mosk:miraceph:create',
    { namespace: 'ceph-lcm-mirantis', name: 'rook-ceph' },
  ],
  'ceph-add-osd-nodes': [
    'mosk:miraceph:create',
    { namespace: 'ceph-lcm-mirantis', name: 'rook-ceph' },
  ],
};
const madeByDefault: (typeof made)[string] = [
  'mosk:openstackdeployment:create',
  { namespace: 'openstack', name: 'cloud-one' },
];
const edited: Record<string, string[] | undefined> = {
  'openstack-cloud': undefined,
  'openstack-change': ['spec.size'],
  'openstack-upgrade': ['spec.openstack_version'],
  'ceph-add-osd-nodes': ['spec.nodes'],
};

describe('templates', () => {
  const names = (read('all.yaml').spec.targets as string[]).map(
    target => target.split('/')[1],
  );

  it('are all registered', () => {
    expect(names).toEqual(Object.keys(formData));
  });

  it.each(names)('%s applies what it previews', name => {
    const { metadata, spec } = read(`${name}/template.yaml`);
    const [createAction, object] = made[name] ?? madeByDefault;
    expect(metadata.name).toBe(name);
    const { preview } = spec.parameters.at(-1).properties;
    const options = preview['ui:options'];
    const [create, apply, wait] = spec.steps;
    const { cloud, secretSpec, ...input } = create.input;
    expect([create, apply, wait].map(step => step.action)).toEqual([
      createAction,
      'mosk:apply',
      'mosk:rollout:wait',
    ]);
    expect(options.input).toEqual(input);
    expect(options.cloud).toBe(cloud);
    expect(apply.input.cloud).toBe(cloud);
    // A secret that was left empty is no part of the run; one that was filled in must not be missing.
    expect(secretSpec).toBe(
      options.secretSpec &&
        `\${{ '${options.secretSpec}' if parameters.${options.secretSpec} else '' }}`,
    );
    expect(apply.input.secretSpec).toBe(secretSpec);

    const filled = fillInput(options.input, formData[name]);
    const built = manifestBuilders[options.kind].build(filled);
    expect(built.manifest.metadata).toEqual(object);
    expect(built.editedPaths).toEqual(edited[name]);
    expect(JSON.stringify(built.manifest)).not.toContain('${{');
  });

  it('offer each release that a new cloud may have, newest first', () => {
    const [page] = read('openstack-cloud/template.yaml').spec.parameters;
    const { openstackRelease } = page.properties;
    const wanted = openStackReleases
      .filter(({ accepted, skipLevel, support }) =>
        Boolean(accepted && skipLevel && support === 'long-term'),
      )
      .map(({ name }) => name)
      .reverse();
    expect(openstackRelease.enum).toEqual(wanted);
    expect(openstackRelease.default).toBe(wanted[0]);
    expect(openstackRelease.enumNames).toHaveLength(wanted.length);
  });
});
