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
  kindDefinitions,
  miraCeph,
  miraCephHealth,
  snapshotOf,
} from '@mosk-portal/plugin-mosk-common';
import { checkRequest } from './checkRequest';

const manifest = {
  apiVersion: 'lcm.mirantis.com/v1alpha1',
  kind: 'MiraCeph',
  metadata: { name: 'rook-ceph', namespace: 'ceph-lcm-mirantis' },
  spec: { nodes: [] },
};

function check(discovered: string[], kind = 'MiraCeph') {
  return checkRequest(
    { manifest: { ...manifest, kind }, requester: {} },
    {
      cloud: 'one',
      kinds: kindDefinitions,
      snapshot: () => snapshotOf({ cloud: 'one', objects: [], discovered }),
    },
  );
}

describe('checkRequest', () => {
  it('writes no object that another program rules in this cloud', () => {
    const { kind } = miraCeph.identity;
    const health = miraCephHealth.identity.kind;
    expect(check([kind, health]).identity).toBe(miraCeph.identity);
    expect(() => check([kind])).toThrow(
      /does not write MiraCeph objects of the cloud "one"\. .*KaaSCephCluster/,
    );
    expect(check([kind], 'CephDeployment').identity.kind).toBe(
      'CephDeployment',
    );
    expect(() => check([kind], 'CephCluster')).toThrow(/does not apply/);
  });
});
