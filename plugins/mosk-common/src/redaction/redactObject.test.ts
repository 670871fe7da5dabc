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

import { sensitivePathsByKind } from '../kinds';
import { RawObject } from '../kinds/types';
import { MASK, findMasks } from './mask';
import { redactObject } from './redactObject';
import { redactText } from './redactText';

const base: RawObject = {
  apiVersion: 'lcm.mirantis.com/v1alpha1',
  kind: 'OpenStackDeployment',
  metadata: { name: 'cloud', namespace: 'openstack' },
  spec: {
    openstack_version: 'caracal',
    size: 'tiny',
    features: {
      services: ['instance-ha'],
      stacklight: { user: { username: 'watcher', password: 'Planted-one' } },
    },
    nodes: { 'rack.one::a': { features: { dpdk: true } } },
  },
};

describe('redactObject', () => {
  const kinds = Object.entries(sensitivePathsByKind).flatMap(([kind, paths]) =>
    paths.map(path => ({ kind, path })),
  );

  it.each(kinds)('hides $path of $kind', ({ kind, path }) => {
    const keys = path.split('.');
    const secrets = [
      'Planted secret',
      4711471147,
      { deep: { er: ['Planted item', { value_from: 'Planted trick' }] } },
      {
        value_from: {
          secret_key_ref: { name: 'Planted', key: 'x', more: 'Planted' },
        },
      },
    ];
    for (const secret of secrets) {
      for (const wildcard of ['any.key::x', '0']) {
        const raw: any = { kind, metadata: { name: 'x' } };
        let at = raw;
        keys.forEach((key, index) => {
          const name = key === '*' ? wildcard : key;
          at[name] ??= index === keys.length - 1 ? secret : {};
          at = at[name];
        });
        const text = JSON.stringify(redactObject(raw));
        expect(text).not.toMatch(/Planted|4711471147/);
        expect(text).toContain(MASK);
        expect(text).toContain(
          `"${keys[keys.length - 1]}"`.replace('*', wildcard),
        );
      }
    }
  });

  it('leaves references to Secrets readable, and drops what repeats the object', () => {
    const reference = {
      value_from: { secret_key_ref: { name: 'hidden', key: 'api_key' } },
    };
    const raw = structuredClone(base);
    (raw.spec!.features as any).ssl = {
      public_endpoints: { api_key: reference, ca_cert: 'Planted' },
    };
    raw.metadata.annotations = {
      'kopf.zalando.org/last-handled-configuration': '{"spec":"Planted"}',
      'kubectl.kubernetes.io/last-applied-configuration': 'Planted',
      'mosk-portal.io/task': 'abc',
    };
    raw.metadata.managedFields = [{ manager: 'Planted' }];
    const redacted = redactObject(raw);
    expect(JSON.stringify(redacted)).not.toContain('Planted');
    expect(redacted.metadata.annotations).toEqual({
      'mosk-portal.io/task': 'abc',
    });
    expect(redacted.spec!.features).toMatchObject({
      services: ['instance-ha'],
      ssl: { public_endpoints: { api_key: reference, ca_cert: MASK } },
    });
    expect(findMasks(redacted).sort()).toEqual([
      'spec.features.ssl.public_endpoints.ca_cert',
      'spec.features.stacklight.user.password',
      'spec.features.stacklight.user.username',
    ]);
    expect(raw.metadata.managedFields).toHaveLength(1);
  });

  it('hides secrets of kinds and fields that nobody listed', () => {
    const redacted = redactObject({
      kind: 'Other',
      metadata: { name: 'x', annotations: { note: 'password=Planted' } },
      spec: {
        adminPassword: 'Planted',
        url: 'https://me:Planted@host/',
        privateKey: ['Planted'],
        authSecret: 'kept-name',
      },
    });
    expect(JSON.stringify(redacted)).not.toContain('Planted');
    expect(redacted.spec!.authSecret).toBe('kept-name');
  });
});

describe('redactText', () => {
  it.each([
    '-----BEGIN RSA PRIVATE KEY-----\nPlanted\n-----END RSA PRIVATE KEY-----',
    '-----BEGIN PRIVATE KEY-----\nPlanted without an end',
    'Authorization: Bearer Planted.abc.def',
    'curl -H "Authorization: Basic UGxhbnRlZDpQbGFudGVk" Planted'.replace(
      / Planted$/,
      '',
    ),
    'mysql+pymysql://keystone:Planted@mariadb/keystone',
    'redis://:Planted@redis:6379',
    'password=Planted&user=me',
    'db_password: Planted',
    "{'admin_password': 'Planted it\\'s Planted', 'a': 1}",
    '"OIDCClientSecret": "Planted"',
    'helm upgrade --password Planted x',
    'helm upgrade --db-password=Planted x',
    "(('change', ('spec', 'features', 'x'), 'Planted', 'Planted2'),)",
    "[('add', ('spec',), None, {'a': 'Planted'})]",
    'key = AQDPlantedplanted1234567890PLANTEDplanted==',
    'X-Auth-Token: gAAAAPlanted',
  ])('hides the secret in %s', text => {
    expect(redactText(text)).toContain(MASK);
    expect(redactText(text)).not.toMatch(/Planted|UGxhbnRlZ/);
  });

  it.each([
    'Failed running some tasks.',
    'Secret openstack/cloud-hidden not found',
    'secretName: cloud-hidden',
    '3f0e6cbb5d0e1a7f2f6d8f2b1a0c9e8d7c6b5a493827160f5e4d3c2b1a09f8e7',
    '/apis/lcm.mirantis.com/v1alpha1/namespaces/openstack/OpenStackDeployment',
    'UPGRADE FAILED: timed out waiting for the condition on StatefulSet mariadb-server',
    'OpenStack version downgrade is not permitted',
  ])('leaves %s as it is', text => {
    expect(redactText(text)).toBe(text);
  });
});
