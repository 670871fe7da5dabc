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

import { redactText } from '../redaction/redactText';
import { projectMetadata } from './projectMetadata';
import { ProjectedObject, RawObject } from './types';
import { objectOf, textOf, timeOf } from './values';

/**
 * What is kept of a MiraCephMaintenance or CephDeploymentMaintenance.
 * @public
 */
export interface ProjectedCephMaintenance<
  K extends 'MiraCephMaintenance' | 'CephDeploymentMaintenance' =
    | 'MiraCephMaintenance'
    | 'CephDeploymentMaintenance',
> extends ProjectedObject {
  kind: K;
  /** `Idle`, `Acting` or `Failing`. */
  state?: string;
  /** Redacted. */
  message?: string;
  lastCheckAt?: string;
}

/** @internal */
export function projectCephMaintenance<
  K extends 'MiraCephMaintenance' | 'CephDeploymentMaintenance',
>(kind: K, raw: RawObject): ProjectedCephMaintenance<K> {
  const status = objectOf(raw.status);
  const message = textOf(status.message);
  return {
    kind,
    metadata: projectMetadata(raw),
    state: textOf(status.state),
    message: message && redactText(message),
    lastCheckAt: timeOf(status.lastStateCheck),
  };
}
