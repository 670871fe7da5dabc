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
  CloudSnapshot,
  FieldConflict,
  ManifestDiff,
  ObjectReference,
  RawObject,
  ResourceIdentity,
  OwnershipMarks,
} from '@mosk-portal/plugin-mosk-common';
import { JsonObject } from '@backstage/types';

/**
 * Every configured cloud, reachable or not. One instance per process, shared by all plugins.
 * @public
 */
export interface MoskClouds {
  list(): readonly MoskCloud[];
  /** Throws NotFoundError that names the clouds there are. */
  get(name: string): MoskCloud;
  /**
   * Set when the configuration is so wrong that not even the names of all clouds are known: `list` may then lack some
   * that are configured, and what is remembered of clouds that it lacks must be kept.
   */
  readonly configurationError?: string;
}

/**
 * One change of a snapshot.
 * @public
 */
export interface SnapshotChange {
  snapshot: CloudSnapshot;
  /** What changed since the last call; empty when only the connection did. A relist that finds nothing new calls nobody. */
  objects: ReadonlyArray<{
    type: 'added' | 'changed' | 'removed';
    object: ObjectReference;
    uid: string;
  }>;
}

/**
 * One MOSK installation. Each is isolated: its failures are seen in its own snapshot only.
 * @public
 */
export interface MoskCloud {
  readonly name: string;
  readonly title: string;
  /** Entity reference of the owner. */
  readonly owner: string;
  /** Set when the portal must not write here, with the reason. */
  readonly readOnly?: { reason: string };
  /** Links from the configuration, such as Horizon or Grafana. */
  readonly links: ReadonlyArray<{ title: string; url: string; icon?: string }>;

  /** Latest known state; never throws. */
  snapshot(): CloudSnapshot;
  /**
   * Calls the listener after each change, coalesced, until the returned function is called.
   * The first subscriber starts the inventory. The listener's errors are logged, not thrown.
   */
  subscribe(listener: (change: SnapshotChange) => void): () => void;

  /** The live object, redacted; undefined when it is not there. */
  readManifest(
    identity: ResourceIdentity,
    namespace: string | undefined,
    name: string,
  ): Promise<LiveManifest | undefined>;
  /** Server-side apply. See {@link ApplyRequest}. */
  apply(request: ApplyRequest): Promise<ApplyResult>;
  /** Pods of a namespace by label selector, read now. */
  readPods(namespace: string, labelSelector?: string): Promise<PodView[]>;
  /** Pods of all namespaces that are on a node, read now. */
  readPodsOnNode(node: string): Promise<PodView[]>;
  /** Warning events of a namespace, newest first, read now; texts redacted. */
  readWarnings(namespace: string): Promise<WarningEventView[]>;
}

/** @public */
export interface LiveManifest {
  object: ObjectReference;
  uid: string;
  generation?: number;
  /** Names this state of the spec; `specVersionOf`. */
  specVersion: string;
  /** Redacted; sensitive values are replaced by the mask. */
  spec: JsonObject;
  /** What tells whose it is. */
  marks?: OwnershipMarks;
  /** Redacted YAML of the whole object, without managedFields. */
  yaml: string;
}

/** @public */
export interface ApplyRequest {
  /** What the person wants: for a creation the whole, for an edit at least the edited paths. */
  manifest: RawObject;
  /**
   * Paths (`spec.size`) that the person edited. With them the request is an edit: fields that the portal owns already
   * are sent along, as server-side apply removes what is left out. Without them the manifest is sent whole.
   */
  editedPaths?: string[];
  /** Apply is refused with a ConflictError when the live object has another one (`specVersionOf`). */
  expectedSpecVersion?: string;
  /** The person knows that somebody else rules the live object and will write over the change; refused without, where it is so. */
  acknowledgeOverwrite?: boolean;
  dryRun?: boolean;
  /** Take over fields that other managers own. Only ever because a person asked for it. */
  force?: boolean;
  /** Written as annotations beside a spec change, never alone. */
  requester?: { user?: string; task?: string; template?: string };
}

/** @public */
export interface ApplyResult {
  /** `unchanged`: nothing was sent, because nothing would change. */
  operation: 'created' | 'changed' | 'unchanged';
  object: ObjectReference;
  uid?: string;
  /** Generation of the spec after the write: the key of its rollout. */
  generation?: number;
  warnings: string[];
  diff: ManifestDiff;
  /** Redacted YAML of what was (or would be) sent. */
  sentYaml: string;
  /** sha256 of what was (or would be) sent, stable for the same request. */
  hash: string;
}

/**
 * Why the API server (or the portal before it) refused a write.
 * @public
 */
export type ApplyFailureReason =
  | 'read-only'
  | 'ruled-elsewhere'
  | 'conflict'
  | 'moved-on'
  | 'masked-value'
  | 'admission'
  | 'admission-unavailable'
  | 'invalid'
  | 'forbidden'
  | 'unauthorized'
  | 'unreachable';

/** @public */
export interface PodView {
  name: string;
  namespace: string;
  node?: string;
  phase: string;
  ready: boolean;
  restarts: number;
  /** Name of its controller's owner, such as the Deployment or StatefulSet. */
  owner?: ObjectReference;
  waitingReason?: string;
  labels: Record<string, string>;
}

/** @public */
export interface WarningEventView {
  reason: string;
  message: string;
  /** RFC 3339 of the last occurrence. */
  at: string;
  count?: number;
  object: ObjectReference;
}

/** @public */
export interface ApplyFailure {
  reason: ApplyFailureReason;
  /** In the words of the API server, redacted. */
  message: string;
  conflicts: FieldConflict[];
  /** Field causes of a Status, such as schema errors. */
  fields: Array<{ path: string; message: string }>;
  httpStatus?: number;
}
