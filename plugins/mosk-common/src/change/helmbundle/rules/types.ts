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
import { ProjectedHelmBundle } from '../../../kinds/HelmBundle';
import { FieldProblem } from '../../types';

/** A release of the manifest with its place in it. */
export interface PlacedRelease {
  release: JsonObject;
  /** `spec.releases.<index>`. */
  path: string;
  name: string;
}

/** What a rule sees. */
export interface BundleContext {
  name: string;
  namespace: string;
  releases: readonly PlacedRelease[];
  repositories: readonly JsonObject[];
  /** Names of the releases that the live bundle has. */
  liveReleases: readonly string[];
  /** Other bundles of the cloud, as far as they are known. */
  others: readonly ProjectedHelmBundle[];
}

/** Returns every problem, not the first. */
export type BundleRule = (context: BundleContext) => FieldProblem[];

export function textIn(object: JsonObject, key: string): string | undefined {
  const value = object[key];
  return typeof value === 'string' && value !== '' ? value : undefined;
}
