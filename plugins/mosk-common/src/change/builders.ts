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
import { RawObject, ResourceIdentity } from '../kinds/types';
import { CloudSnapshot } from '../snapshot/types';
import { OwnershipMarks } from '../kinds/ownershipMarks';
import { cephSpecKindOf } from '../ceph/cephSpecKind';
import { cephDeploymentBuilder, miraCephBuilder } from './ceph/builder';
import { helmBundleBuilder } from './helmbundle/builder';
import { openStackDeploymentBuilder } from './openstack/builder';
import { FieldProblem } from './types';

/**
 * A manifest made from typed input, and what it takes to send and to check it.
 * @public
 */
export interface BuiltManifest {
  manifest: RawObject;
  /** Set for an edit: the fields that were asked for. */
  editedPaths?: string[];
  /** The part of the spec that came from the secrets of a template run. */
  secretSpec?: JsonObject;
  /** The person knows that somebody else rules the object and will write over the change. */
  acknowledgeOverwrite?: boolean;
}

/**
 * What a manifest is checked against.
 * @public
 */
export interface CheckContext {
  /** The live object, with masks in place of its sensitive values. */
  live?: { spec?: JsonObject; marks?: OwnershipMarks };
  /** Left out where nothing is known of the cloud; rules that need it then say so or stay silent. */
  snapshot?: CloudSnapshot;
}

/**
 * How manifests of one kind are made and checked. A new kind is one of these and one line in {@link manifestBuilders}.
 * @public
 */
export interface ManifestBuilder {
  identity: ResourceIdentity;
  /** Throws an InputError that names the field when the input cannot be understood at all. */
  build(input: JsonObject): BuiltManifest;
  /** Every problem at once. */
  check(built: BuiltManifest, context: CheckContext): FieldProblem[];
  /** Lays the secrets of a template run over a spec, where more is needed than laying key over key. */
  mergeSecretSpec?(spec: JsonObject, secretSpec: JsonObject): JsonObject;
}

/**
 * Builder of each kind that the portal can make.
 * @public
 */
export const manifestBuilders: Readonly<Record<string, ManifestBuilder>> = {
  OpenStackDeployment: openStackDeploymentBuilder,
  HelmBundle: helmBundleBuilder,
  MiraCeph: miraCephBuilder,
  CephDeployment: cephDeploymentBuilder,
};

/**
 * The builder for a kind on one cloud. The two kinds of a Ceph cluster take the same input, and a cloud has one of them:
 * whichever is asked for, that one is made. Undefined for a kind that the portal cannot make.
 * @public
 */
export function manifestBuilderFor(
  kind: string,
  snapshot: CloudSnapshot,
): ManifestBuilder | undefined {
  const isCeph = kind === 'MiraCeph' || kind === 'CephDeployment';
  return manifestBuilders[(isCeph && cephSpecKindOf(snapshot)) || kind];
}
