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

import { JsonObject, JsonValue } from '@backstage/types';
import { redactPaths } from '../redaction/redactPaths';
import { redactText } from '../redaction/redactText';
import { projectMetadata } from './projectMetadata';
import { readChangeAuthor } from './readChangeAuthor';
import { ChangeAuthor, ProjectedObject, RawObject } from './types';
import { listOf, numberOf, objectOf, textOf, timeOf } from './values';

/**
 * What a Ceph operator says of the spec that it has checked.
 * @public
 */
export interface CephSpecValidation {
  /** `Succeed` or `Failed`. */
  result?: string;
  /** Redacted. */
  messages: readonly string[];
  /** Generation of the spec that was checked; older operators do not tell it. */
  generation?: number;
}

/**
 * What is kept of the object that a Ceph cluster is asked for with: both generations of it have the same status.
 * @public
 */
export interface ProjectedCephSpec<
  K extends 'MiraCeph' | 'CephDeployment' = 'MiraCeph' | 'CephDeployment',
> extends ProjectedObject {
  kind: K;
  /** Redacted. */
  spec: JsonObject;
  status: {
    phase?: string;
    /** Redacted. */
    message?: string;
    /** Versions that its daemons run, such as `v18.2.4`; two of them during an upgrade. */
    clusterVersion?: string;
    /** When the operator last looked at it, RFC 3339. */
    lastRun?: string;
    validation?: CephSpecValidation;
  };
  author: ChangeAuthor;
  /** What on the object tells that the management cluster writes it; undefined when nothing does. */
  managementMark?: string;
}

const managementPrefix = 'kaas.mirantis.com/';
const managementManager = /kaas|kcc/i;

/** @internal */
export function projectCephSpec<K extends 'MiraCeph' | 'CephDeployment'>(
  kind: K,
  raw: RawObject,
  sensitivePaths: readonly string[],
): ProjectedCephSpec<K> {
  const status = objectOf(raw.status);
  const message = textOf(status.message);
  return {
    kind,
    metadata: projectMetadata(raw),
    spec: objectOf(
      redactPaths({ spec: (raw.spec ?? {}) as JsonValue }, sensitivePaths).spec,
    ),
    status: {
      phase: textOf(status.phase),
      message: message && redactText(message),
      clusterVersion: textOf(status.clusterVersion),
      lastRun: timeOf(status.lastRun),
      validation: readValidation(status.validation),
    },
    author: readChangeAuthor(raw),
    managementMark: readManagementMark(raw),
  };
}

function readValidation(
  value: JsonValue | undefined,
): CephSpecValidation | undefined {
  const validation = objectOf(value);
  return Object.keys(validation).length === 0
    ? undefined
    : {
        result: textOf(validation.result),
        messages: listOf(validation.messages).flatMap(item =>
          typeof item === 'string' ? [redactText(item)] : [],
        ),
        generation: numberOf(validation.lastValidatedGeneration),
      };
}

function readManagementMark({ metadata }: RawObject): string | undefined {
  const manager = metadata.managedFields?.find(
    ({ manager: name = '', subresource, fieldsV1 }) =>
      !subresource &&
      managementManager.test(name) &&
      fieldsV1 !== undefined &&
      'f:spec' in fieldsV1,
  );
  if (manager) {
    return `its spec is written by ${manager.manager}`;
  }
  const label = Object.keys({
    ...metadata.labels,
    ...metadata.annotations,
  }).find(name => name.startsWith(managementPrefix));
  return label && `it carries ${label}`;
}
