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

import { KubernetesObject } from '../../simulation/context';
import { DeploymentSpec } from '../spec/mergeSpec';
import { StatusWriter } from '../status/StatusWriter';

export type Cause = 'create' | 'update' | 'resume';

/** One try at one run of one deployment. */
export interface Run {
  deployment: KubernetesObject;
  cause: Cause;
  merged: DeploymentSpec;
  fingerprint: string;
  controllerVersion: string;
  /** Of MOSK, that the operator comes with. */
  release: string;
  status: StatusWriter;
  signal: AbortSignal;
  /** Nothing takes time, as for a cloud that runs already. */
  atOnce: boolean;
  /** What an earlier try of this run has finished already. */
  progress: RunProgress;
}

export interface RunProgress {
  applied: Set<string>;
  upgraded: Set<string>;
  waitingWritten: boolean;
}

/** How a service's row says what it is for. */
export const rowOf = (run: Run) => ({
  openstack_version: run.merged.openstack_version,
  controller_version: run.controllerVersion,
  fingerprint: run.fingerprint,
  release: run.release,
});
