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

import { JsonValue } from '@backstage/types';
import { redactText } from '../redaction/redactText';
import { ProjectedObject, RawObject } from './types';
import { projectMetadata } from './projectMetadata';
import { listOf, numberOf, objectOf, textOf, textsOf } from './values';

/**
 * A condition of a Kubernetes object.
 * @public
 */
export interface ObjectCondition {
  type: string;
  status: string;
  reason?: string;
  /** Redacted. */
  message?: string;
  lastTransitionAt?: string;
}

/**
 * The Helm release that installed an object, by the annotations that Helm leaves on it.
 * @public
 */
export interface HelmReleaseMark {
  name: string;
  namespace: string;
  /** `<chart>-<version>`. */
  chart?: string;
}

/**
 * What is kept of a Deployment, StatefulSet or DaemonSet.
 * @public
 */
export interface ProjectedWorkload extends ProjectedObject {
  kind: 'Deployment' | 'StatefulSet' | 'DaemonSet';
  helmRelease?: HelmReleaseMark;
  /** Labels that select its pods. */
  selector: Record<string, string>;
  observedGeneration?: number;
  /** Pods that should run. */
  wanted: number;
  ready: number;
  updated: number;
  available: number;
  /** All pods there are, those of an older revision too. */
  current: number;
  /** Such as `RollingUpdate` or `OnDelete`. */
  updateStrategy?: string;
  conditions: readonly ObjectCondition[];
}

/** @internal */
export function projectConditions(
  value: JsonValue | undefined,
): ObjectCondition[] {
  return listOf(value).map(item => {
    const condition = objectOf(item);
    const message = textOf(condition.message);
    return {
      type: textOf(condition.type) ?? '',
      status: textOf(condition.status) ?? 'Unknown',
      reason: textOf(condition.reason),
      message: message && redactText(message),
      lastTransitionAt: textOf(condition.lastTransitionTime),
    };
  });
}

/** @internal */
export function projectHelmRelease(
  raw: RawObject,
): HelmReleaseMark | undefined {
  const { annotations = {}, labels = {}, namespace } = raw.metadata;
  const name = annotations['meta.helm.sh/release-name'];
  return name === undefined
    ? undefined
    : {
        name,
        namespace:
          annotations['meta.helm.sh/release-namespace'] ?? namespace ?? '',
        chart: labels['helm.sh/chart'] ?? labels.chart,
      };
}

/** @internal */
export function projectWorkload<K extends ProjectedWorkload['kind']>(
  kind: K,
  raw: RawObject,
): ProjectedWorkload & { kind: K } {
  const spec = objectOf(raw.spec);
  const status = objectOf(raw.status);
  const strategy = objectOf(spec.strategy ?? spec.updateStrategy);
  const counts =
    kind === 'DaemonSet'
      ? {
          wanted: numberOf(status.desiredNumberScheduled) ?? 0,
          ready: numberOf(status.numberReady) ?? 0,
          updated: numberOf(status.updatedNumberScheduled) ?? 0,
          available: numberOf(status.numberAvailable) ?? 0,
          current: numberOf(status.currentNumberScheduled) ?? 0,
        }
      : {
          wanted: numberOf(spec.replicas) ?? 1,
          ready: numberOf(status.readyReplicas) ?? 0,
          updated: numberOf(status.updatedReplicas) ?? 0,
          available: numberOf(status.availableReplicas) ?? 0,
          current: numberOf(status.replicas) ?? 0,
        };
  return {
    kind,
    metadata: projectMetadata(raw),
    helmRelease: projectHelmRelease(raw),
    selector: textsOf(objectOf(spec.selector).matchLabels),
    observedGeneration: numberOf(status.observedGeneration),
    ...counts,
    updateStrategy: textOf(strategy.type),
    conditions: projectConditions(status.conditions),
  };
}
