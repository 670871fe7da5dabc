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
import { getIn, isObject } from '../../path';
import { FieldProblem } from '../../types';

/** What the portal knows of the cloud that a manifest is meant for. */
export interface CloudFacts {
  /** Names of the OpenStackDeployments in the same namespace. */
  deployments: readonly string[];
  /** State that the operator reports, such as APPLIED; undefined when it reports none. */
  state: string | undefined;
}

/** What a rule sees. */
export interface RuleContext {
  name: string;
  namespace: string;
  /** The spec as it would be after the write. */
  spec: JsonObject;
  /** The spec as it is, undefined for a creation. */
  live: JsonObject | undefined;
  /** What is sent: the whole spec, or the edited fields. */
  sent: JsonObject;
  /** Paths where the write differs from the live object. */
  changedPaths: readonly string[];
  /** The part of `sent` that came from the secrets of a template run. */
  secretSpec: JsonObject;
  release: string | undefined;
  preset: string | undefined;
  /** Services of the preset and those added. */
  services: ReadonlySet<string>;
  /** Undefined when nothing is known of the cloud. */
  facts: CloudFacts | undefined;
}

/** One rule of the operator's admission, or a few of one service. Returns every problem, not the first. */
export type Rule = (context: RuleContext) => FieldProblem[];

/** A problem that the operator would refuse the manifest for. */
export function refuse(
  path: string,
  message: string,
  advice?: string,
): FieldProblem {
  return { path, message, severity: 'error', advice };
}

/** A problem that the operator would let pass. */
export function warn(
  path: string,
  message: string,
  advice?: string,
): FieldProblem {
  return { path, message, severity: 'warning', advice };
}

/** The object at a path of the spec, empty when there is none. */
export function objectAt(spec: JsonObject, ...path: string[]): JsonObject {
  const value = getIn(spec, path);
  return isObject(value) ? value : {};
}

/** The value at a path of the spec. */
export function valueAt(
  spec: JsonObject,
  ...path: string[]
): JsonValue | undefined {
  return getIn(spec, path);
}

/** Entries of an object whose values are objects. */
export function objectsIn(object: JsonObject): Array<[string, JsonObject]> {
  return Object.entries(object).filter((entry): entry is [string, JsonObject] =>
    isObject(entry[1]),
  );
}
