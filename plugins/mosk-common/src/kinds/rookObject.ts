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
import { projectMetadata } from './projectMetadata';
import { ProjectedObject, RawObject } from './types';
import { numberOf, objectOf, textOf, textsOf } from './values';
import { ObjectCondition, projectConditions } from './workload';

/**
 * What is kept of an object that Rook makes part of a Ceph cluster.
 * @public
 */
export interface ProjectedRookObject<K extends string = string>
  extends ProjectedObject {
  kind: K;
  /** `Progressing`, `Ready`, `Connected`, `Failure` or `Deleting`. */
  phase?: string;
  observedGeneration?: number;
  /** Such as `failureDomain`, `type` or `endpoint`. */
  info: Readonly<Record<string, string>>;
  conditions: readonly ObjectCondition[];
}

/** @internal */
export function projectRookObject<K extends string>(
  kind: K,
  raw: RawObject,
): ProjectedRookObject<K> {
  const status = objectOf(raw.status);
  return {
    kind,
    metadata: projectMetadata(raw),
    phase: textOf(status.phase),
    observedGeneration: numberOf(status.observedGeneration),
    info: textsOf(status.info),
    conditions: projectConditions(status.conditions),
  };
}

/**
 * How a pool of Ceph keeps its data.
 * @public
 */
export interface CephPoolShape {
  deviceClass?: string;
  failureDomain?: string;
  replicas?: number;
  erasureCoded?: { dataChunks: number; codingChunks: number };
}

/** @internal */
export function readPoolShape(spec: JsonObject): CephPoolShape {
  const coded = objectOf(spec.erasureCoded);
  const dataChunks = numberOf(coded.dataChunks) ?? 0;
  return {
    deviceClass: textOf(spec.deviceClass),
    failureDomain: textOf(spec.failureDomain),
    replicas: numberOf(objectOf(spec.replicated).size),
    erasureCoded:
      dataChunks > 0
        ? { dataChunks, codingChunks: numberOf(coded.codingChunks) ?? 0 }
        : undefined,
  };
}
