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
import { openStackDeployment } from '../../kinds/OpenStackDeployment';
import { openStackDeploymentStatus } from '../../kinds/OpenStackDeploymentStatus';
import { CloudSnapshot } from '../../snapshot/types';
import { manifestBuilders } from '../builders';
import { parsePath, setIn } from '../path';
import { OpenStackDeploymentInput } from './input';
import { Change, ruleExamples } from './__testdata__/ruleExamples';
import { upgradeOptions } from './upgradeOptions';
import { checkDeletion, checkRotation } from './statusRules';

const builder = manifestBuilders.OpenStackDeployment;

const base: OpenStackDeploymentInput = {
  name: 'cloud-one',
  openstackRelease: 'caracal',
  preset: 'compute',
  size: 'tiny',
  publicDomainName: 'cloud.example.org',
  neutron: { tunnelInterface: 'bond0.31' },
  nova: { liveMigrationInterface: 'bond0.32' },
};

function specOf(change: Change): JsonObject {
  return Object.entries(change).reduce<JsonObject>(
    (spec, [path, value]) => setIn(spec, parsePath(path), value),
    {},
  );
}

function errorsOf(change: Change, secretSpec?: JsonObject): string[] {
  const built = builder.build({
    ...base,
    spec: specOf(change),
    secretSpec,
  } as unknown as JsonObject);
  return builder
    .check(built, {})
    .filter(({ severity }) => severity === 'error')
    .map(({ path }) => path);
}

function snapshotOf(names: string[], state?: string): CloudSnapshot {
  const metadata = (name: string) => ({
    uid: name,
    name,
    namespace: 'openstack',
    resourceVersion: '1',
    labels: {},
  });
  const objects: Record<string, unknown[]> = {
    OpenStackDeployment: names.map(name => ({ metadata: metadata(name) })),
    OpenStackDeploymentStatus: state
      ? names.map(name => ({ metadata: metadata(name), state }))
      : [],
  };
  return {
    cloud: 'one',
    revision: '1',
    complete: true,
    connection: { state: 'live', since: '2026-01-01T00:00:00Z' },
    missing: [],
    discovered: [openStackDeployment, openStackDeploymentStatus].map(
      ({ identity }) => identity.kind,
    ),
    objects: (kind: { identity: { kind: string } }) =>
      (objects[kind.identity.kind] ?? []) as never,
  };
}

const f = 'features.';
const backend = (conf: JsonObject) => ({
  type: 'statefulset',
  values: { conf },
});

describe('checkOpenStackDeployment', () => {
  it.each(ruleExamples)('rule %s', (_rule, path, bad, good) => {
    expect(errorsOf(bad)).toContain(path);
    expect(errorsOf(good)).toEqual([]);
  });

  it('tells every problem at once', () => {
    expect(
      errorsOf({ size: 'huge', colour: 'red', [`${f}services`]: ['event'] }),
    ).toEqual(
      expect.arrayContaining([
        'spec.size',
        'spec.colour',
        'spec.features.services',
      ]),
    );
  });

  it('takes free-form values only from the secrets of the run (rules 12, 13, 18)', () => {
    const cinder = `${f}cinder.volume.backends.a`;
    const good = backend({
      cinder: {
        DEFAULT: { enabled_backends: 'fast' },
        fast: { volume_backend_name: 'fast', volume_driver: 'x' },
      },
    });
    expect(errorsOf({ [cinder]: good })).toEqual([
      'spec.features.cinder.volume.backends.a.values',
    ]);
    expect(errorsOf({}, specOf({ [cinder]: good }))).toEqual([]);
    expect(errorsOf({}, specOf({ [cinder]: backend({}) }))).toEqual([
      'spec.features.cinder.volume.backends.a.values.conf.cinder.DEFAULT.enabled_backends',
    ]);
    const manila = specOf({
      [`${f}manila.share.backends.a`]: backend({
        manila: { DEFAULT: { enabled_share_backends: 'a' }, a: {} },
      }),
    });
    expect(
      errorsOf({ [`${f}services`]: ['shared-file-system'] }, manila),
    ).toHaveLength(2);
    const remote = specOf({
      [`${f}database.backup`]: {
        enabled: true,
        sync_remote: {
          enabled: true,
          remotes: { a: { path: 'p', conf: { type: 's3', provider: 'Ceph' } } },
        },
      },
    });
    expect(errorsOf({}, remote)).toEqual([
      'spec.features.database.backup.sync_remote.remotes.a.conf.access_key_id',
      'spec.features.database.backup.sync_remote.remotes.a.conf.secret_access_key',
      'spec.features.database.backup.sync_remote.remotes.a.conf.endpoint',
    ]);
  });

  it('warns of secrets at places that are not hidden', () => {
    const built = builder.build({
      ...base,
      secretSpec: specOf({
        'services.compute.nova.values.note': 'Planted',
        'services.compute.nova.note': 'Planted',
        'features.stacklight.user.password': 'Planted',
        region_name: 'Planted',
        'features.ssl.tls_proxy.enabled': true,
      }),
    } as unknown as JsonObject);
    const problems = builder
      .check(built, {})
      .filter(({ message }) => message.includes('not hidden'));
    expect(problems.map(({ path }) => path)).toEqual([
      'spec.services.compute.nova.note',
      'spec.region_name',
    ]);
    expect(problems.map(({ severity }) => severity)).toEqual([
      'warning',
      'warning',
    ]);
    expect(JSON.stringify(problems)).not.toContain('Planted');
  });

  it('takes one remote for backups of the database (rule 13)', () => {
    const remote = { path: 'p', conf: { type: 'local' } };
    const backup = (remotes: JsonObject) =>
      errorsOf(
        {},
        specOf({
          [`${f}database.backup`]: {
            enabled: true,
            sync_remote: { enabled: true, remotes },
          },
        }),
      );
    expect(backup({ a: remote, b: remote })).toEqual([
      'spec.features.database.backup.sync_remote.remotes',
    ]);
    expect(backup({ a: remote })).toEqual([]);
  });

  it('names the commands that make a Secret', () => {
    const built = builder.build({
      ...base,
      ssl: { secretName: 'hidden' },
    } as unknown as JsonObject);
    const [problem] = builder.check(built, {});
    expect(problem).toMatchObject({ severity: 'warning' });
    expect(problem.advice).toContain(
      'kubectl -n openstack create secret generic hidden --from-file=ca_cert=<file>',
    );
    expect(problem.advice).toContain(
      'openstack.lcm.mirantis.com/osdpl_secret=true',
    );
  });

  it('accepts one deployment in a namespace (rule 3)', () => {
    const built = builder.build(base as unknown as JsonObject);
    const paths = (names: string[]) =>
      builder
        .check(built, { snapshot: snapshotOf(names) })
        .map(({ path }) => path);
    expect(paths(['other'])).toEqual(['metadata.name']);
    expect(paths([])).toEqual([]);
  });

  describe('on a change of the release', () => {
    const spec = builder.build(base as unknown as JsonObject).manifest.spec;
    const check = (
      set: Change,
      options: { state?: string; live?: Change } = {},
    ) =>
      builder
        .check(builder.build({ name: 'cloud-one', edit: { set } }), {
          live: {
            spec: Object.entries(options.live ?? {}).reduce<JsonObject>(
              (all, [path, value]) => setIn(all, parsePath(path), value),
              spec ?? {},
            ),
          },
          snapshot: snapshotOf(['cloud-one'], options.state ?? 'APPLIED'),
        })
        .map(({ path }) => path);
    const version = 'spec.openstack_version';

    it('takes the next release alone while the operator is idle', () => {
      expect(check({ [version]: 'epoxy' })).toEqual([]);
      expect(
        check({ [version]: 'epoxy', 'spec.features.services': ['metering'] }),
      ).toEqual([]);
    });

    it.each<[string, string, Change, { state?: string; live?: Change }]>([
      ['26 not back', version, { [version]: 'antelope' }, {}],
      ['27 not further', version, { [version]: 'gazpacho' }, {}],
      [
        '28 not with more',
        'spec.region_name',
        { [version]: 'epoxy', 'spec.region_name': 'a' },
        {},
      ],
      [
        '29 not with pinned images',
        'spec.services.compute.nova.values.images.tags',
        { [version]: 'epoxy' },
        {
          live: {
            'services.compute.nova.values.images.tags': { a: '••••••••' },
          },
        },
      ],
      [
        '30 not while busy',
        version,
        { [version]: 'epoxy' },
        { state: 'APPLYING' },
      ],
    ])('rule %s', (_rule, path, set, options) => {
      expect(check(set, options)).toContain(path);
    });

    it('is offered as far as the cloud is ready for it', () => {
      const options = (live: JsonObject, state?: string, snapshot = {}) => {
        const { checklist, ...rest } = upgradeOptions({
          namespace: 'openstack',
          name: 'cloud-one',
          live: { spec: live },
          snapshot: { ...snapshotOf(['cloud-one'], state), ...snapshot },
        });
        return {
          ...rest,
          states: Object.fromEntries(
            checklist.map(({ id, state: each }) => [id, each]),
          ),
        };
      };
      expect(options(spec!, 'APPLIED')).toEqual({
        current: 'caracal',
        releases: ['epoxy'],
        states: {
          newer: 'passed',
          step: 'passed',
          alone: 'passed',
          images: 'passed',
          settled: 'passed',
        },
      });
      const pinned = setIn(
        spec!,
        parsePath('services.compute.nova.values.images.tags'),
        { a: 'b' },
      );
      expect(options(pinned, 'APPLYING').states).toMatchObject({
        images: 'failed',
        settled: 'failed',
      });
      expect(
        options(spec!, 'APPLYING', { complete: false }).states.settled,
      ).toBe('unknown');
      expect(options(spec!).states.settled).toBe('unknown');
      const last = { ...spec, openstack_version: 'hibiscus' };
      expect(options(last, 'APPLIED')).toMatchObject({
        releases: [],
        states: { newer: 'failed', step: 'failed' },
      });
    });

    it('leaves all of that alone when the release stays', () => {
      expect(check({ 'spec.region_name': 'a' }, { state: 'APPLYING' })).toEqual(
        [],
      );
    });
  });

  it('knows when to rotate and to delete (rules 24 and 25)', () => {
    const ids = (id?: number) => ({
      credentials: { admin: id === undefined ? {} : { rotation_id: id } },
    });
    expect(checkRotation(ids(1), ids(2), 'APPLIED')).toEqual([]);
    for (const [before, after] of [
      [1, 3],
      [2, 1],
      [0, 0.5],
      [1, undefined],
    ]) {
      expect(checkRotation(ids(before), ids(after), 'APPLIED')).toHaveLength(1);
    }
    expect(checkRotation(ids(1), ids(2), 'APPLYING')).toHaveLength(1);
    expect(checkDeletion('APPLIED')).toEqual([]);
    expect(checkDeletion('APPLYING')).toHaveLength(1);
  });
});
