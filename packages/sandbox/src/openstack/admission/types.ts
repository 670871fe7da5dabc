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

import { DeploymentSpec } from '../spec/mergeSpec';

/** What a rule may look at. */
export interface ReviewContext {
  spec: DeploymentSpec;
  /** Spec with preset and size merged in. */
  merged: DeploymentSpec;
  /** The services that merged spec enables. */
  enabled: ReadonlySet<string>;
  /** Spec before an update. */
  before?: DeploymentSpec;
  /** Names of the other deployments of the namespace. */
  others: readonly string[];
  /** state of the OpenStackDeploymentStatus, when there is one. */
  state?: string;
}

/** Gives the reason to refuse, or nothing. */
export type Rule = (context: ReviewContext) => string | undefined;
