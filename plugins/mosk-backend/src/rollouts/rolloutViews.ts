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
  cloudEntityRef,
  entityRefOf,
  MoskViews,
  ObjectReference,
  Rollout,
  RolloutTransition,
} from '@mosk-portal/plugin-mosk-common';
import { CloudView } from '../clouds/types';
import { adviceFor } from './adviceFor';
import { StoredRollout } from './types';

/** A rollout in a list. */
export function rolloutSummary(
  rollout: StoredRollout,
  view: CloudView | undefined,
  usualSeconds: number | undefined,
): MoskViews.RolloutSummary {
  const { at, ...author } = rollout.author;
  return {
    id: rollout.id,
    cloud: rollout.cloud,
    object: rollout.object,
    uid: rollout.uid,
    generation: rollout.generation,
    run: rollout.run,
    cause: rollout.cause,
    state: rollout.state,
    startedAt: rollout.startedAt,
    endedAt: rollout.endedAt,
    lastMovedAt: rollout.lastMovedAt,
    waitingFor: rollout.waitingFor,
    message: rollout.message,
    progress: progressView(rollout),
    author,
    usualSeconds,
    entityRef: entityRefOfObject(rollout.cloud, rollout.object, view),
    revision: `${rollout.id}.${rollout.revision}`,
  };
}

/** One rollout with all that is known of it. */
export function rolloutDetail(options: {
  rollout: StoredRollout;
  summary: MoskViews.RolloutSummary;
  view: CloudView | undefined;
  transitions: RolloutTransition[];
  neighbours: { previous?: string; next?: string };
  diff: MoskViews.ManifestDiff | undefined;
}): MoskViews.RolloutDetail {
  const { rollout, summary, view, transitions, neighbours, diff } = options;
  const components = new Map(
    view?.topology.components.map(one => [one.id, one]),
  );
  const { startedAt } = rollout;
  return {
    ...summary,
    connection: view?.snapshot.connection ?? {
      state: 'unreachable',
      since: startedAt,
      error: `Cloud ${rollout.cloud} is not configured any more`,
    },
    steps: rollout.steps.map(step => {
      const component =
        step.componentId !== undefined
          ? components.get(step.componentId)
          : undefined;
      return {
        ...step,
        entityRef: component && entityRefOf(rollout.cloud, component),
        periods: step.periods.map(period => ({ ...period })),
      };
    }),
    transitions,
    diff,
    previousRolloutId: neighbours.previous,
    nextRolloutId: neighbours.next,
    advice: adviceFor(rollout),
  };
}

function progressView(rollout: Rollout): MoskViews.RolloutProgress {
  return {
    ...rollout.progress,
    parts: rollout.progress.parts.map(part => ({ ...part })),
  };
}

function entityRefOfObject(
  cloud: string,
  object: ObjectReference,
  view: CloudView | undefined,
): string {
  const component = view?.topology.components.find(
    ({ resource, type }) =>
      !['operator', 'openstack-service', 'openstack-api'].includes(type) &&
      resource?.kind === object.kind &&
      resource.namespace === object.namespace &&
      resource.name === object.name,
  );
  // What is not there any more is still a part of its cloud.
  return component ? entityRefOf(cloud, component) : cloudEntityRef(cloud);
}
