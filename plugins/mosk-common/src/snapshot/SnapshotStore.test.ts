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

import { deployment } from '../kinds/Deployment';
import { node } from '../kinds/Node';
import { SnapshotStore } from './SnapshotStore';
import { snapshotOf } from './snapshotOf';

describe('SnapshotStore', () => {
  const projected = (uid: string, resourceVersion: string) =>
    node.project({ metadata: { name: uid, uid, resourceVersion } });

  it('hands out snapshots that never change, and copies nothing for an event', () => {
    const store = SnapshotStore.create({
      cloud: 'a',
      revisionPrefix: 'p',
      connection: { state: 'connecting', since: '2026-05-01T10:00:00Z' },
    });
    expect(store.snapshot().complete).toBe(false);
    expect(
      store.replace('Node', [projected('1', '1'), projected('2', '1')]),
    ).toHaveLength(2);
    store.update({ complete: true });
    const before = store.snapshot();
    expect(store.snapshot()).toBe(before);
    expect(store.put(projected('1', '1'))).toBeUndefined();
    expect(store.snapshot()).toBe(before);

    expect(store.put(projected('1', '2'))?.type).toBe('changed');
    expect(store.remove('Node', '2')?.type).toBe('removed');
    expect(store.remove('Node', '2')).toBeUndefined();
    const after = store.snapshot();
    const versions = (snapshot: typeof after) =>
      snapshot.objects(node).map(item => item.metadata.resourceVersion);
    expect(versions(after)).toEqual(['2']);
    expect(versions(before)).toEqual(['1', '1']);
    expect(after.objects(node)).toBe(after.objects(node));
    expect(after.revision).not.toBe(before.revision);

    store.put(projected('3', '1'));
    const third = store.snapshot();
    expect(versions(after)).toEqual(['2']);
    expect(versions(third)).toEqual(['2', '1']);
    expect(third.objects(deployment)).toEqual([]);
    const changes = store.replace('Node', [projected('3', '1')]);
    expect(changes.map(({ type, uid }) => [type, uid])).toEqual([
      ['removed', '1'],
    ]);
    expect(versions(third)).toEqual(['2', '1']);
  });

  it('makes live and complete snapshots for tests', () => {
    const snapshot = snapshotOf({ cloud: 'a', objects: [projected('1', '1')] });
    expect(snapshot).toMatchObject({
      complete: true,
      discovered: ['Node'],
      connection: { state: 'live' },
    });
    expect(snapshot.objects(node)).toHaveLength(1);
    expect(
      snapshotOf({
        cloud: 'a',
        objects: [],
        missing: [{ kind: 'Node', reason: 'no' }],
      }).complete,
    ).toBe(false);
  });
});
