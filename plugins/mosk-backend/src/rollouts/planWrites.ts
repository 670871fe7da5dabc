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

import { isDeepStrictEqual } from 'node:util';
import { JsonObject } from '@backstage/types';
import {
  ChangeAuthor,
  Observation,
  ProjectedObject,
  reduceRollout,
  Rollout,
  RolloutTransition,
} from '@mosk-portal/plugin-mosk-common';
import { OutboxMessage } from '../outbox/types';
import { rolloutId } from '@mosk-portal/plugin-mosk-node';
import { RolloutWrite, StoredRollout } from './types';

/** What the tracker reads of an object beside what its reader reads. */
export interface TrackedObject extends ProjectedObject {
  author?: ChangeAuthor;
  /** Redacted. */
  spec?: JsonObject;
}

/** What is to be written of one observation; nothing when it brings no news. */
export function planWrites(options: {
  cloud: string;
  previous: StoredRollout | undefined;
  object: TrackedObject | undefined;
  observation: Observation;
  now: Date;
}): RolloutWrite[] {
  const { cloud, previous, object, observation, now } = options;
  if (!object && !previous) {
    return [];
  }
  const before = previous && withoutRow(previous);
  const reduction = reduceRollout(before, observation, {
    cloud,
    object: previous?.object ?? {
      kind: object!.kind,
      namespace: object!.metadata.namespace,
      name: object!.metadata.name,
    },
    uid: previous?.uid ?? object!.metadata.uid,
    now,
    acceptedAt: acceptedAt(object, observation),
  });
  const { rollout, transitions, ended, endedTransitions } = reduction;
  const writes: RolloutWrite[] = [];
  if (ended && previous) {
    writes.push(follow(previous, ended, endedTransitions));
  }
  if (rollout && previous && rolloutId(rollout) === previous.id) {
    if (rollout !== before) {
      writes.push(follow(previous, rollout, transitions));
    }
  } else if (rollout) {
    const author = authorOf(rollout, object);
    writes.push({
      rollout,
      author,
      transitions,
      spec: specOf(rollout, object),
      messages: [messageOf(rollout, author, 'started', 1)],
    });
  }
  return writes;
}

function follow(
  previous: StoredRollout,
  rollout: Rollout,
  transitions: readonly RolloutTransition[],
): RolloutWrite {
  const before = withoutRow(previous);
  const changedState = rollout.state !== before.state;
  const visible = !isDeepStrictEqual(shown(before), shown(rollout));
  return {
    rollout,
    author: previous.author,
    transitions,
    previousRevision: previous.revision,
    messages: visible
      ? [
          messageOf(
            rollout,
            previous.author,
            changedState ? 'state' : 'moved',
            previous.revision + 1,
          ),
        ]
      : [],
  };
}

/** What of a rollout a page shows, as it is after it went through the database. */
function shown({ memory, ...rollout }: Rollout): unknown {
  return JSON.parse(JSON.stringify(rollout));
}

function withoutRow(stored: StoredRollout): Rollout {
  const { id, author, revision, ...rollout } = stored;
  return rollout;
}

function acceptedAt(
  object: TrackedObject | undefined,
  observation: Observation,
): string | undefined {
  if (observation.cause === 'delete') {
    return object?.metadata.deletionRequestedAt;
  }
  return (
    object?.author?.at ??
    (observation.cause === 'create' ? object?.metadata.createdAt : undefined)
  );
}

/** Who changed the spec; a run without a new spec, or a deletion, was asked for by nobody we know. */
function authorOf(
  rollout: Rollout,
  object: TrackedObject | undefined,
): ChangeAuthor {
  const bySpec = ['create', 'change', 'upgrade'].includes(rollout.cause);
  return (bySpec && rollout.run === 1 && object?.author) || {};
}

function specOf(
  rollout: Rollout,
  object: TrackedObject | undefined,
): JsonObject | undefined {
  return object?.metadata.generation === rollout.generation
    ? object.spec
    : undefined;
}

function messageOf(
  rollout: Rollout,
  author: ChangeAuthor,
  type: OutboxMessage['type'],
  revision: number,
): OutboxMessage {
  const id = rolloutId(rollout);
  return {
    type,
    rolloutId: id,
    revision: `${id}.${revision}`,
    cloud: rollout.cloud,
    kind: rollout.object.kind,
    namespace: rollout.object.namespace,
    name: rollout.object.name,
    uid: rollout.uid,
    generation: rollout.generation,
    run: rollout.run,
    cause: rollout.cause,
    state: rollout.state,
    at: rollout.lastMovedAt,
    user: author.user,
  };
}
