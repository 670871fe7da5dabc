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

import { ObjectReference } from '../kinds/types';

/**
 * From well to worst; `unknown` is neither and never shown green.
 * @public
 */
export type HealthState =
  | 'healthy'
  | 'progressing'
  | 'degraded'
  | 'failed'
  | 'unknown';

/**
 * Why a component is not (or is not known to be) healthy, or what is worth knowing although it is.
 * @public
 */
export interface HealthReason {
  /** Stable machine word such as `WorkloadNotReady`. */
  code: string;
  /** What it makes of the component; `healthy` for a remark, such as a lesser alert. */
  state: HealthState;
  /** One sentence that names the object and the condition. */
  message: string;
  object?: ObjectReference;
  /** RFC 3339, when the cluster tells it. */
  since?: string;
}

/**
 * Readiness of one workload by the rule that feeds `status.health` of MOSK.
 * @public
 */
export interface WorkloadHealth {
  object: ObjectReference;
  state: HealthState;
  ready: number;
  wanted: number;
  updated?: number;
  message?: string;
  since?: string;
}

/**
 * Health of one component.
 * @public
 */
export interface ComponentHealth {
  componentId: string;
  state: HealthState;
  reasons: readonly HealthReason[];
  workloads: readonly WorkloadHealth[];
  /** Ids of unwell components that this one depends on, the root causes first. */
  causedBy: readonly string[];
}

/**
 * Health of every component of one cloud.
 * @public
 */
export interface CloudHealth {
  cloud: string;
  state: HealthState;
  components: readonly ComponentHealth[];
}
