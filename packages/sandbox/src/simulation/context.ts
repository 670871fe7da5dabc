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

import { KubernetesObject, Resource } from '../kubernetes';
import { Duration } from '../timing';

export type { KubernetesObject } from '../kubernetes';

/** Where an object is. */
export interface ObjectKey {
  namespace?: string;
  name: string;
}

/** What a simulated operator needs of the Kubernetes API. */
export interface KubernetesApi {
  get(
    identity: Resource,
    key: ObjectKey,
  ): Promise<KubernetesObject | undefined>;
  list(identity: Resource, namespace?: string): Promise<KubernetesObject[]>;
  create(
    identity: Resource,
    object: KubernetesObject,
    options?: { fieldManager: string },
  ): Promise<KubernetesObject>;
  patch(
    identity: Resource,
    key: ObjectKey,
    patch: object,
    options?: { subresource?: 'status'; fieldManager?: string },
  ): Promise<KubernetesObject>;
  /** Deletes at once, without a grace period; what is not there is no error. */
  remove(identity: Resource, key: ObjectKey): Promise<void>;
}

/** What the parts of one simulated operator share. */
export interface SimulationContext {
  cloud: string;
  api: KubernetesApi;
  signal: AbortSignal;
  log(message: string): void;
  /** Waits for a duration of the timing table; rejects when the signal ends it. */
  pause(
    duration: Duration,
    signal?: AbortSignal,
    factor?: number,
  ): Promise<void>;
}
