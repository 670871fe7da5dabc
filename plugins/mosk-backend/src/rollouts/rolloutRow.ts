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

import {
  ChangeAuthor,
  Rollout,
  RolloutTransition,
} from '@mosk-portal/plugin-mosk-common';
import { rolloutId } from '@mosk-portal/plugin-mosk-node';
import { RolloutWrite, StoredRollout } from './types';

/** A row of the table rollouts. */
export interface RolloutRow {
  id: string;
  cloud: string;
  kind: string;
  namespace: string;
  name: string;
  uid: string;
  generation: number;
  run: number;
  cause: Rollout['cause'];
  state: Rollout['state'];
  started_at: string;
  ended_at: string | null;
  last_moved_at: string;
  body: string;
  author_user: string | null;
  author_manager: string | null;
  author_task: string | null;
  author_template: string | null;
  revision: number;
}

/** A row of the table rollout_transitions. */
export interface TransitionRow {
  id: number;
  rollout_id: string;
  at: string;
  step: string | null;
  from: RolloutTransition['from'] | null;
  to: RolloutTransition['to'];
  message: string | null;
}

type Body = Pick<
  Rollout,
  'waitingFor' | 'message' | 'progress' | 'steps' | 'memory'
> & { authorAt?: string };

/** Text of a time that sorts as the time does. */
export const sortableTime = (time: string): string =>
  new Date(time).toISOString();

/** The row that a write makes. */
export function toRow(write: RolloutWrite): Omit<RolloutRow, 'revision'> {
  const { rollout, author } = write;
  const body: Body = {
    waitingFor: rollout.waitingFor,
    message: rollout.message,
    progress: rollout.progress,
    steps: rollout.steps,
    memory: rollout.memory,
    authorAt: author.at,
  };
  return {
    id: rolloutId(rollout),
    cloud: rollout.cloud,
    kind: rollout.object.kind,
    namespace: rollout.object.namespace ?? '',
    name: rollout.object.name,
    uid: rollout.uid,
    generation: rollout.generation,
    run: rollout.run,
    cause: rollout.cause,
    state: rollout.state,
    started_at: sortableTime(rollout.startedAt),
    ended_at: rollout.endedAt ? sortableTime(rollout.endedAt) : null,
    last_moved_at: sortableTime(rollout.lastMovedAt),
    body: JSON.stringify(body),
    author_user: author.user ?? null,
    author_manager: author.manager ?? null,
    author_task: author.task ?? null,
    author_template: author.template ?? null,
  };
}

/** The rollout that a row holds. */
export function fromRow(row: RolloutRow): StoredRollout {
  const { authorAt, ...body }: Body = JSON.parse(row.body);
  const author: ChangeAuthor = {
    manager: row.author_manager ?? undefined,
    at: authorAt,
    user: row.author_user ?? undefined,
    task: row.author_task ?? undefined,
    template: row.author_template ?? undefined,
  };
  return {
    ...body,
    id: row.id,
    cloud: row.cloud,
    object: {
      kind: row.kind,
      namespace: row.namespace || undefined,
      name: row.name,
    },
    uid: row.uid,
    generation: row.generation,
    run: row.run,
    cause: row.cause,
    state: row.state,
    startedAt: row.started_at,
    endedAt: row.ended_at ?? undefined,
    lastMovedAt: row.last_moved_at,
    author,
    revision: row.revision,
  };
}

/** The row of a transition. */
export function toTransitionRow(
  id: string,
  transition: RolloutTransition,
): Omit<TransitionRow, 'id'> {
  return {
    rollout_id: id,
    at: sortableTime(transition.at),
    step: transition.step ?? null,
    from: transition.from ?? null,
    to: transition.to,
    message: transition.message ?? null,
  };
}

/** The transition that a row holds. */
export function fromTransitionRow(row: TransitionRow): RolloutTransition {
  return {
    at: row.at,
    step: row.step ?? undefined,
    from: row.from ?? undefined,
    to: row.to,
    message: row.message ?? undefined,
  };
}
