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

import { OwnershipMarks } from './ownershipMarks';
import { JsonObject } from '@backstage/types';
import { RolloutReader } from '../rollout/types';
import { CloudSnapshot } from '../snapshot/types';

/**
 * Where a kind of Kubernetes resource lives in the API.
 * @public
 */
export interface ResourceIdentity {
  group: string;
  version: string;
  kind: string;
  plural: string;
  namespaced: boolean;
}

/**
 * One Kubernetes object, by kind and name.
 * @public
 */
export interface ObjectReference {
  kind: string;
  namespace?: string;
  name: string;
}

/**
 * An object as the API server sends it. It may hold secrets: outside mosk-node nobody sees one.
 * @public
 */
export interface RawObject {
  apiVersion?: string;
  kind?: string;
  metadata: {
    name: string;
    namespace?: string;
    uid?: string;
    resourceVersion?: string;
    generation?: number;
    creationTimestamp?: string;
    deletionTimestamp?: string;
    labels?: Record<string, string>;
    annotations?: Record<string, string>;
    finalizers?: string[];
    ownerReferences?: Array<{
      apiVersion: string;
      kind: string;
      name: string;
      uid: string;
      controller?: boolean;
    }>;
    managedFields?: Array<{
      manager?: string;
      operation?: string;
      apiVersion?: string;
      time?: string;
      subresource?: string;
      fieldsV1?: JsonObject;
    }>;
  };
  spec?: JsonObject;
  status?: JsonObject;
}

/**
 * What every projected object carries. Times are RFC 3339 strings.
 * @public
 */
export interface ProjectedMetadata {
  uid: string;
  name: string;
  namespace?: string;
  /** Opaque: compare for equality only. */
  resourceVersion: string;
  generation?: number;
  createdAt?: string;
  deletionRequestedAt?: string;
  labels: Record<string, string>;
}

/**
 * What the inventory keeps of an object: only what the portal shows, redacted.
 * @public
 */
export interface ProjectedObject {
  kind: string;
  metadata: ProjectedMetadata;
}

/**
 * Who changed the spec last, as far as the object itself can tell.
 * @public
 */
export interface ChangeAuthor {
  /** Field manager of the last write to the spec, such as `mosk-portal` or `kubectl-edit`. */
  manager?: string;
  /** When that write happened, RFC 3339. */
  at?: string;
  /** Entity reference of the person, only when the portal made the last write. */
  user?: string;
  /** Scaffolder task that asked for the last write, only when the portal made it. */
  task?: string;
  /** Entity reference of the template behind that task. */
  template?: string;
}

/**
 * One room per kind: its identity, what of it is kept, what is hidden, how its rollouts are read.
 * A new kind is one file that exports one of these and one line in the registry.
 * @public
 */
export interface KindDefinition<T extends ProjectedObject = ProjectedObject> {
  identity: ResourceIdentity;
  /**
   * Namespaces whose objects matter; undefined means all of them.
   */
  namespaces?: readonly string[];
  /** Projection and redaction in one: the only door into the inventory. Pure. */
  project(raw: RawObject): T;
  /** Dotted paths of sensitive values below the object, `*` for any key or item. */
  sensitivePaths: readonly string[];
  /** True when the portal's actions may create and change objects of this kind. */
  writable?: boolean;
  /** Why a cloud lets nobody but another program write objects of this kind, as one sentence; undefined when it does not. */
  refusesWrites?(snapshot: CloudSnapshot): string | undefined;
  /** Who else rules a live object and will write over what the portal changes, as the end of a sentence that begins with "It". */
  ruledBy?(marks: OwnershipMarks): string | undefined;
  /** Present when a change of this kind is tracked as a rollout. */
  rollout?: RolloutReader<T>;
}
