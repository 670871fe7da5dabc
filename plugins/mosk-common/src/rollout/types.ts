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
import { ObjectReference, ProjectedObject } from '../kinds/types';
import { CloudSnapshot } from '../snapshot/types';

/**
 * Why a controller ran.
 *
 * - `resume`: same spec, the controller restarted or was updated
 * - `watched`: same spec, something the controller watches changed (a Secret, a rotation request)
 *
 * @public
 */
export type RolloutCause =
  | 'create'
  | 'change'
  | 'upgrade'
  | 'delete'
  | 'resume'
  | 'watched';

/**
 * What one snapshot says about the latest change of an object.
 *
 * - `draft`: the controller skips it on purpose
 * - `queued`: accepted, the controller is still busy with an older spec or has not started
 * - `progressing`: the controller works on this spec
 * - `retrying`: it works on it, with errors or without any sign of movement for too long
 * - `settling`: the controller is through, workloads are still becoming ready
 * - `paused`: held on purpose (maintenance, OSD removal)
 * - `gone`: the object was deleted
 * - `unknown`: cannot be told
 *
 * @public
 */
export type ObservationPhase =
  | 'draft'
  | 'queued'
  | 'progressing'
  | 'retrying'
  | 'settling'
  | 'paused'
  | 'done'
  | 'failed'
  | 'gone'
  | 'unknown';

/**
 * What a rollout waits for, as one sentence that names the object and the condition.
 * @public
 */
export interface WaitingFor {
  sentence: string;
  object?: ObjectReference;
  componentId?: string;
}

/**
 * Progress in parts that are counted separately, such as LCM 9/19 and health 6/9.
 * @public
 */
export interface RolloutProgress {
  /** 0 to 1 over all parts; undefined where no number exists. */
  fraction?: number;
  parts: ReadonlyArray<{ label: string; done: number; total: number }>;
  /** Says why the number fell, when it did. */
  note?: string;
}

/** @public */
export type StepState =
  | 'waiting'
  | 'running'
  | 'settling'
  | 'done'
  | 'failed'
  | 'removing'
  | 'removed'
  | 'unknown';

/**
 * One part of a rollout with a state of its own. Times are RFC 3339.
 * @public
 */
export interface StepObservation {
  /** Stable within the rollout, such as the name of an OpenStack service. */
  id: string;
  title: string;
  state: StepState;
  /** When the state was entered, as far as the resource tells. */
  since?: string;
  detail?: string;
  componentId?: string;
}

/**
 * What one snapshot says about a rollout.
 * @public
 */
export interface Observation {
  phase: ObservationPhase;
  /** Generation of the spec that this is about. */
  generation: number;
  /** 1 for the run that the spec change started; one more for each run without a new spec. */
  run: number;
  cause: RolloutCause;
  waitingFor?: WaitingFor;
  /** Error text of the controller, redacted. */
  message?: string;
  progress: RolloutProgress;
  steps: readonly StepObservation[];
  /** Small facts that the reader wants back next time; stored with the rollout. */
  memory: JsonObject;
}

/**
 * Delays of the product; configuration, so that demo and tests scale them. Milliseconds.
 * @public
 */
export interface RolloutDelays {
  /** A status must be this much older than the controller's last write before health in it counts. Real: 60 s. */
  settle: number;
  /** No movement for this long is called stalled. Real: 20 min. */
  stuck: number;
  /** A failing object that may heal is called failed after this long. Real: 15 min. */
  failing: number;
}

/** @public */
export interface ObserveContext<T extends ProjectedObject> {
  /** Undefined once the object is gone. */
  object: T | undefined;
  snapshot: CloudSnapshot;
  /** What the reader returned last time for the same object. */
  memory: JsonObject | undefined;
  now: Date;
  delays: RolloutDelays;
}

/**
 * How the rollouts of one kind are read. Pure; the same context gives the same observation.
 * @public
 */
export interface RolloutReader<T extends ProjectedObject> {
  observe(context: ObserveContext<T>): Observation;
  /**
   * When an observation could change by time alone (settle or stuck delays), else undefined.
   */
  nextLookAt?(
    observation: Observation,
    context: ObserveContext<T>,
  ): Date | undefined;
}

/**
 * State of a remembered rollout. `done`, `failed`, `overtaken` and `drafted` are final;
 * a failed one becomes running again only as a new run.
 * @public
 */
export type RolloutState =
  | 'queued'
  | 'running'
  | 'stalled'
  | 'paused'
  | 'done'
  | 'failed'
  | 'overtaken'
  | 'drafted';

/**
 * A step as remembered over the whole rollout. Times are RFC 3339.
 * @public
 */
export interface RolloutStep extends StepObservation {
  startedAt?: string;
  endedAt?: string;
  /** Periods of each state, oldest first: what the timeline draws. */
  periods: ReadonlyArray<{ state: StepState; from: string; to?: string }>;
}

/**
 * One change of one object's spec, or one run of its controller, from accepted to its end.
 * Keyed by (cloud, uid, generation, run).
 * @public
 */
export interface Rollout {
  cloud: string;
  object: ObjectReference;
  uid: string;
  generation: number;
  run: number;
  cause: RolloutCause;
  state: RolloutState;
  /** When the spec was accepted, or this was first seen. */
  startedAt: string;
  endedAt?: string;
  /** When any step or the state last changed. */
  lastMovedAt: string;
  waitingFor?: WaitingFor;
  message?: string;
  progress: RolloutProgress;
  steps: readonly RolloutStep[];
  memory: JsonObject;
}

/**
 * A change of state, of a rollout (no `step`) or of one of its steps.
 * @public
 */
export interface RolloutTransition {
  at: string;
  step?: string;
  from?: RolloutState | StepState;
  to: RolloutState | StepState;
  message?: string;
}
