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

import { WaitingFor } from '../../rollout/types';
import { isWorkloadReady } from '../isWorkloadReady';
import type { HelmBundleRelease, ProjectedHelmBundle } from '../HelmBundle';
import { ObjectReference } from '../types';
import { Facts, statusOf } from './facts';
import { HelmMemory } from './memory';
import { helmOperatorIdOf } from './operators';
import { Standing, counts } from './position';
import { heldBackBy, readRelease } from './readRelease';
import { failureOf, releaseIdOf } from './steps';

/** One sentence that names what the rollout waits for. */
export function readWaitingFor(
  facts: Facts,
  standing: Standing,
  memory: HelmMemory,
): WaitingFor {
  const { object, operator } = facts;
  const operatorId = helmOperatorIdOf(operator);
  if (standing === 'stale') {
    return waitingForOperator(facts);
  }
  if (standing === 'unknown') {
    return {
      sentence: `Waiting for the status of ${longNameOf(
        object,
      )} to tell which generation of the spec it is about`,
      object: referenceTo(object),
      componentId: operatorId,
    };
  }
  const open = object.releases.filter(
    release =>
      !counts(facts, standing, memory, release) ||
      readRelease(statusOf(object, release)) !== 'done',
  );
  // What holds others back is why they wait.
  const first =
    open.find(({ name }) => memory.failing[name]) ??
    open.find(release => heldBackBy(object, release).length === 0) ??
    open[0];
  if (!first) {
    return {
      sentence: `Waiting for the HelmBundle Operator to be through with generation ${
        object.metadata.generation
      } of ${longNameOf(object)}`,
      object: referenceTo(object),
      componentId: operatorId,
    };
  }
  return {
    sentence: `Waiting for Helm release ${first.namespace}/${first.name} ${
      counts(facts, standing, memory, first)
        ? conditionOf(facts, first.name)
        : conditionBefore(facts, first)
    }`,
    object: referenceTo(object),
    componentId: releaseIdOf(first),
  };
}

export function longNameOf({ kind, metadata }: ProjectedHelmBundle): string {
  return `${kind} ${metadata.namespace}/${metadata.name}`;
}

export function referenceTo({
  kind,
  metadata,
}: ProjectedHelmBundle): ObjectReference {
  return { kind, namespace: metadata.namespace, name: metadata.name };
}

function conditionOf({ object }: Facts, name: string): string {
  const entry = statusOf(object, { name });
  switch (readRelease(entry)) {
    case 'settling':
      return 'to have its workloads ready';
    case 'failed':
      return `to be deployed (${failureOf(entry!)})`;
    case 'pending':
      return `to be deployed (now ${entry!.status})`;
    case 'unknown':
      return `to be deployed (Helm calls it ${entry!.status})`;
    default: {
      const held = heldBackBy(
        object,
        object.releases.find(release => release.name === name)!,
      );
      return held.length > 0
        ? `to be installed, which waits for ${held.join(', ')}`
        : 'to be installed';
    }
  }
}

/** What is awaited of a release of which nothing is said that is about this spec. */
function conditionBefore(
  { object }: Facts,
  release: HelmBundleRelease,
): string {
  const verb = statusOf(object, release) ? 'upgraded' : 'installed';
  const held = heldBackBy(object, release);
  return held.length > 0
    ? `to be ${verb}, which waits for ${held.join(', ')}`
    : `to be ${verb}`;
}

function waitingForOperator({ object, operator }: Facts): WaitingFor {
  const what = `take up generation ${
    object.metadata.generation
  } of ${longNameOf(object)}`;
  const operatorId = helmOperatorIdOf(operator);
  const { operatorRelease } = object;
  const handledBy = object.status.operatorRelease;
  if (!operator) {
    return {
      sentence: `Waiting for a HelmBundle Operator to ${what}: none was found in the cluster`,
      object: referenceTo(object),
    };
  }
  if (!isWorkloadReady(operator)) {
    const { kind, metadata, ready, wanted } = operator;
    return {
      sentence: `Waiting for ${kind} ${metadata.namespace}/${metadata.name} to ${what}: it has ${ready} of ${wanted} pods ready`,
      object: { kind, namespace: metadata.namespace, name: metadata.name },
      componentId: operatorId,
    };
  }
  const only =
    operatorRelease && operatorRelease !== handledBy
      ? `: only its release ${operatorRelease} may`
      : '';
  return {
    sentence: `Waiting for the HelmBundle Operator to ${what}${only}`,
    object: referenceTo(object),
    componentId: operatorId,
  };
}
