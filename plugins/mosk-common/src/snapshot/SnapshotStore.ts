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

import { ObjectReference, ProjectedObject } from '../kinds/types';
import { CloudConnection, CloudSnapshot, MissingPart } from './types';

/**
 * What a change of the store did to one object.
 * @public
 */
export interface StoredObjectChange {
  type: 'added' | 'changed' | 'removed';
  object: ObjectReference;
  uid: string;
}

/** @public */
export interface SnapshotStoreOptions {
  cloud: string;
  /** Makes revisions differ from those of another store of the same cloud, such as one of another process. */
  revisionPrefix: string;
  connection: CloudConnection;
}

/** Objects of one kind, and what was made of them since they changed last. */
interface KindState {
  objects: Map<string, ProjectedObject>;
  /** Made when first asked for, shared by all snapshots until the next change. */
  list?: readonly ProjectedObject[];
  /** Snapshots handed out that would read this kind from here. */
  readers: Array<(list: readonly ProjectedObject[]) => void>;
}

/**
 * Keeps projected objects by kind and hands out snapshots of them that never change.
 * An event costs no copy; a kind is listed at most once for each snapshot that was handed out
 * before it changed.
 * @public
 */
export class SnapshotStore {
  private readonly kinds = new Map<string, KindState>();
  private count = 0;
  private latest: CloudSnapshot | undefined;
  private connection: CloudConnection;
  private complete = false;
  private missing: readonly MissingPart[] = [];
  private discovered: readonly string[] = [];

  private constructor(private readonly options: SnapshotStoreOptions) {
    this.connection = options.connection;
  }

  static create(options: SnapshotStoreOptions): SnapshotStore {
    return new SnapshotStore(options);
  }

  /** Takes one object in; undefined when this version of it is here already. */
  put(object: ProjectedObject): StoredObjectChange | undefined {
    const { uid, resourceVersion } = object.metadata;
    const known = this.kinds.get(object.kind)?.objects.get(uid);
    if (known?.metadata.resourceVersion === resourceVersion) {
      return undefined;
    }
    this.touch(object.kind).objects.set(uid, object);
    return changeOf(known ? 'changed' : 'added', object);
  }

  /** Takes one object out; undefined when it is not here. */
  remove(kind: string, uid: string): StoredObjectChange | undefined {
    const known = this.kinds.get(kind)?.objects.get(uid);
    if (!known) {
      return undefined;
    }
    this.touch(kind).objects.delete(uid);
    return changeOf('removed', known);
  }

  /**
   * Takes a complete list of a kind in place of what is here.
   * @param isListed - true for objects that the list would hold if they still were there,
   * for a list of one namespace only
   */
  replace(
    kind: string,
    listed: Iterable<ProjectedObject>,
    isListed: (object: ProjectedObject) => boolean = () => true,
  ): StoredObjectChange[] {
    const changes: StoredObjectChange[] = [];
    const found = new Set<string>();
    for (const object of listed) {
      found.add(object.metadata.uid);
      changes.push(...asList(this.put(object)));
    }
    const known = [...(this.kinds.get(kind)?.objects.values() ?? [])];
    for (const object of known) {
      if (!found.has(object.metadata.uid) && isListed(object)) {
        changes.push(...asList(this.remove(kind, object.metadata.uid)));
      }
    }
    return changes;
  }

  /** Sets what is not an object; what is left out stays. */
  update(facts: {
    connection?: CloudConnection;
    complete?: boolean;
    missing?: readonly MissingPart[];
    discovered?: readonly string[];
  }): void {
    this.connection = facts.connection ?? this.connection;
    this.complete = facts.complete ?? this.complete;
    this.missing = facts.missing ?? this.missing;
    this.discovered = facts.discovered ?? this.discovered;
    this.changed();
  }

  /** All that is known now; the same object until something changes. */
  snapshot(): CloudSnapshot {
    this.latest ??= this.createSnapshot();
    return this.latest;
  }

  private createSnapshot(): CloudSnapshot {
    const kept = new Map<string, readonly ProjectedObject[]>();
    const known = new Map(this.kinds);
    for (const [kind, state] of known) {
      if (state.list) {
        kept.set(kind, state.list);
      } else {
        state.readers.push(list => kept.set(kind, list));
      }
    }
    return {
      cloud: this.options.cloud,
      revision: `${this.options.revisionPrefix}-${this.count}`,
      connection: this.connection,
      complete: this.complete,
      missing: this.missing,
      discovered: this.discovered,
      objects: ({ identity }) => {
        const state = known.get(identity.kind);
        if (state && !kept.has(identity.kind)) {
          listObjects(state);
        }
        return (kept.get(identity.kind) ?? []) as readonly any[];
      },
    };
  }

  private touch(kind: string): KindState {
    let state = this.kinds.get(kind);
    if (!state) {
      state = { objects: new Map(), readers: [] };
      this.kinds.set(kind, state);
    }
    if (state.readers.length > 0) {
      listObjects(state);
    }
    state.list = undefined;
    this.changed();
    return state;
  }

  private changed(): void {
    if (this.latest) {
      this.latest = undefined;
      this.count += 1;
    }
  }
}

/** Gives every snapshot that reads the kind from the store a list of its own to keep. */
function listObjects(state: KindState): void {
  const list = (state.list ??= [...state.objects.values()]);
  state.readers.splice(0).forEach(reader => reader(list));
}

function changeOf(
  type: StoredObjectChange['type'],
  { kind, metadata }: ProjectedObject,
): StoredObjectChange {
  return {
    type,
    object: { kind, namespace: metadata.namespace, name: metadata.name },
    uid: metadata.uid,
  };
}

function asList<T>(item: T | undefined): T[] {
  return item === undefined ? [] : [item];
}
