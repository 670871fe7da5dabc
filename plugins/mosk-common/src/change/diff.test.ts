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

import { RawObject } from '../kinds/types';
import { MASK } from '../redaction';
import { diffManifests } from './diff';

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

describe('diffManifests', () => {
  it('tells what changed by path and as YAML', () => {
    const after = structuredClone(base);
    Object.assign(after.spec!, { size: 'small' });
    (after.spec!.features as any).services = ['instance-ha', 'metering'];
    (after.spec!.nodes as any)['rack.one::a'].features.dpdk = false;
    const diff = diffManifests(base, after);
    expect(diff.changedPaths).toEqual([
      'spec.features.services',
      'spec.nodes["rack.one::a"].features.dpdk',
      'spec.size',
    ]);
    expect(diff.hiddenOnly).toBe(false);
    expect(diff.before).toContain('size: tiny');
    expect(diff.after).toContain('size: small');
    expect(diff.after).not.toContain('changed');
    expect(diffManifests(base, base)).toMatchObject({
      changedPaths: [],
      hiddenOnly: false,
    });
  });

  it('tells that a hidden value changed, and never which', () => {
    const after = structuredClone(base);
    (after.spec!.features as any).stacklight.user.password = 'Planted-two';
    const diff = diffManifests(base, after);
    expect(diff.hiddenOnly).toBe(true);
    expect(diff.changedPaths).toEqual([
      'spec.features.stacklight.user.password',
    ]);
    expect(diff.after).toContain(`password: ${MASK} (changed)`);
    expect(JSON.stringify(diff)).not.toContain('Planted');
  });

  it('tells a creation as a whole', () => {
    const diff = diffManifests(undefined, base);
    expect(diff.before).toBe('');
    expect(diff.changedPaths).toEqual(['spec']);
    expect(diff.hiddenOnly).toBe(false);
    expect(diff.after).not.toContain('Planted');
  });
});
