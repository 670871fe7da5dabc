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

import { RawObject } from '@mosk-portal/plugin-mosk-common';
import { KubernetesError } from '../clusters';
import { isApplyError } from './ApplyError';
import { applyFailure } from './applyFailure';
import { buildManifest, signManifest } from './buildManifest';
import { manifestHash } from './manifestHash';
import { parseWarnings } from './parseWarnings';

const live: RawObject = {
  apiVersion: 'lcm.mirantis.com/v1alpha1',
  kind: 'OpenStackDeployment',
  metadata: {
    name: 'cloud',
    namespace: 'openstack',
    uid: '1',
    resourceVersion: '7',
    labels: { ours: 'yes', theirs: 'yes' },
    annotations: { 'mosk-portal.io/task': 'old', note: 'x' },
    managedFields: [
      {
        manager: 'mosk-portal',
        operation: 'Apply',
        fieldsV1: {
          'f:metadata': {
            'f:labels': { 'f:ours': {} },
            'f:annotations': { 'f:mosk-portal.io/task': {} },
          },
          'f:spec': {
            'f:size': {},
            'f:features': {
              'f:services': {},
              'f:nova': {},
              'f:neutron': { 'f:tunnel_interface': {} },
            },
            'f:items': {
              'k:{"name":"b"}': { '.': {}, 'f:name': {}, 'f:on': {} },
            },
          },
        },
      },
      {
        manager: 'kubectl-edit',
        operation: 'Update',
        fieldsV1: {
          'f:spec': {
            'f:preset': {},
            'f:features': { 'f:nova': { 'f:vcpu_type': {} } },
          },
        },
      },
    ],
  },
  spec: {
    size: 'tiny',
    preset: 'compute',
    features: {
      services: ['a', 'b'],
      nova: { vcpu_type: 'theirs' },
      neutron: { tunnel_interface: 'ens3', backend: 'ml2' },
    },
    items: [{ name: 'a' }, { name: 'b', on: true, other: 1 }],
  },
  status: { version: '1' },
};

describe('buildManifest', () => {
  const base = {
    apiVersion: live.apiVersion,
    kind: live.kind,
    metadata: {
      name: 'cloud',
      namespace: 'openstack',
      labels: { ours: 'yes' },
    },
  };
  const owned = {
    size: 'tiny',
    features: {
      services: ['a', 'b'],
      nova: {},
      neutron: { tunnel_interface: 'ens3' },
    },
    items: [{ name: 'b', on: true }],
  };

  it('sends in an edit what the portal owns and the edited paths, lists as a whole', () => {
    const manifest: RawObject = {
      ...live,
      spec: {
        size: 'small',
        preset: 'core',
        features: { services: ['a', 'c'] },
      },
    };
    const edit = (editedPaths: string[]) =>
      buildManifest({ manifest, editedPaths }, live);
    expect(edit([])).toEqual({ ...base, spec: owned });
    expect(edit(['spec.size'])).toEqual({
      ...base,
      spec: { ...owned, size: 'small' },
    });
    expect(edit(['spec.features.services.1']).spec).toEqual({
      ...owned,
      features: { ...owned.features, services: ['a', 'c'] },
    });
    // Gone from the manifest: given up.
    expect(edit(['spec.features.neutron.tunnel_interface']).spec).toEqual({
      ...owned,
      features: { ...owned.features, neutron: {} },
    });
  });

  it('never sends a status nor what the server writes, and hashes the wish alone', () => {
    const whole = buildManifest({ manifest: live }, undefined);
    expect(whole).toEqual({
      ...base,
      metadata: {
        ...base.metadata,
        labels: live.metadata.labels,
        annotations: { note: 'x' },
      },
      spec: live.spec,
    });
    const signed = signManifest(whole, { user: 'user:default/ann' }, '7');
    expect(signed.metadata).toMatchObject({
      resourceVersion: '7',
      annotations: {
        note: 'x',
        'mosk-portal.io/requested-by': 'user:default/ann',
      },
    });
    const reordered = {
      ...whole,
      spec: Object.fromEntries(Object.entries(whole.spec!).reverse()),
    };
    expect(manifestHash(reordered)).toBe(manifestHash(whole));
    expect(manifestHash({ ...whole, spec: {} })).not.toBe(manifestHash(whole));
  });
});

describe('applyFailure', () => {
  const failure = (
    httpStatus: number,
    message: string,
    causes: Array<{ reason?: string; message?: string; field?: string }> = [],
  ) => {
    const error = applyFailure(
      new KubernetesError({
        reason: httpStatus >= 500 ? 'server' : 'refused',
        message,
        httpStatus,
        status: { details: { causes } },
      }),
    );
    expect(isApplyError(error)).toBe(true);
    return { name: error.name, ...error.failure };
  };

  it('reads conflicts by field and manager', () => {
    const cause = (manager: string, field: string) => ({
      reason: 'FieldManagerConflict',
      message: `conflict with "${manager}" using lcm.mirantis.com/v1alpha1 at 2026-01-01T00:00:00Z`,
      field,
    });
    expect(
      failure(409, 'Apply failed with 2 conflicts', [
        cause('kubectl-edit', '.spec.size'),
        cause('argocd', '.spec.features.services'),
      ]),
    ).toMatchObject({
      name: 'ConflictError',
      reason: 'conflict',
      conflicts: [
        { path: 'spec.size', manager: 'kubectl-edit' },
        { path: 'spec.features.services', manager: 'argocd' },
      ],
      fields: [],
    });
    expect(
      failure(409, 'the object has been modified; please apply your changes'),
    ).toMatchObject({ reason: 'moved-on', conflicts: [] });
  });

  it.each([
    [400, 'admission webhook "a.b" denied the request: no', 'admission'],
    [
      500,
      'Internal error occurred: failed calling webhook "a.b": connection refused',
      'admission-unavailable',
    ],
    [404, 'namespaces "x" not found', 'invalid'],
    [503, 'etcd is down', 'unreachable'],
  ])('tells %i %s', (status, message, reason) => {
    expect(failure(status, message).reason).toBe(reason);
  });

  it('names the fields of a schema error', () => {
    expect(
      failure(422, 'is invalid', [
        { reason: 'FieldValueRequired', message: 'Required', field: 'spec.x' },
      ]).fields,
    ).toEqual([{ path: 'spec.x', message: 'Required' }]);
    expect(
      failure(400, 'strict decoding error: unknown field "spec.nope"').fields,
    ).toEqual([{ path: 'spec.nope', message: 'unknown field' }]);
    expect(
      failure(
        500,
        'failed to create typed patch object (openstack/x; v1): .spec.draft: field not declared in schema',
      ),
    ).toMatchObject({
      reason: 'invalid',
      fields: [{ path: 'spec.draft', message: 'field not declared in schema' }],
    });
  });
});

describe('parseWarnings', () => {
  it('reads one or several headers', () => {
    expect(
      parseWarnings(['299 - "unknown field \\"a\\""', '299 - "x", 299 - "y"']),
    ).toEqual(['unknown field "a"', 'x', 'y']);
    expect(parseWarnings(undefined)).toEqual([]);
  });
});
