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

import { JsonObject, JsonValue } from '@backstage/types';
import { redactText } from '../redaction/redactText';
import { ProjectedObject } from './types';
import { listOf, numberOf, objectOf, textOf } from './values';

/**
 * What the Ceph operator found of one group of daemons.
 * @public
 */
export interface CephDaemonReport {
  /** `ok`, `failed` or `skipped`, as far as the operator uses these words. */
  status?: string;
  /** Such as `4 osds, 4 up, 4 in`. */
  info: readonly string[];
  /** Redacted. */
  issues: readonly string[];
}

/**
 * Bytes of a pool or a class of devices.
 * @public
 */
export interface CephUsage {
  totalBytes?: number;
  usedBytes?: number;
  availableBytes?: number;
}

/**
 * What Ceph itself says of a long move of data.
 * @public
 */
export interface CephEvent {
  /** `Idle` or `Progressing`. */
  state?: string;
  /** In its words. */
  progress?: string;
}

/**
 * What is kept of a MiraCephHealth or CephDeploymentHealth. Times are RFC 3339.
 * @public
 */
export interface ProjectedCephHealth<
  K extends 'MiraCephHealth' | 'CephDeploymentHealth' =
    | 'MiraCephHealth'
    | 'CephDeploymentHealth',
> extends ProjectedObject {
  kind: K;
  /** In the words of the operator: `Ready`, `Ok` or `Failed`. */
  state?: string;
  lastCheckAt?: string;
  lastUpdateAt?: string;
  /** Redacted. */
  issues: readonly string[];
  /** Generation of the object that asks for the cluster, as it was checked. */
  specGeneration?: number;
  /** Generation of the CephCluster, as it was checked. */
  clusterGeneration?: number;
  rookOperator?: CephDaemonReport;
  daemons: Readonly<Record<string, CephDaemonReport>>;
  csi: Readonly<Record<string, CephDaemonReport>>;
  deviceClasses: Readonly<Record<string, CephUsage>>;
  pools: Readonly<Record<string, CephUsage>>;
  rebalance?: CephEvent;
}

/** @internal */
export function readTexts(value: JsonValue | undefined): string[] {
  return listOf(value).flatMap(item =>
    typeof item === 'string' ? [redactText(item)] : [],
  );
}

/** @internal */
export function readDaemonReports(
  value: JsonValue | undefined,
): Record<string, CephDaemonReport> {
  return mapObjects(value, readDaemonReport);
}

/** @internal */
export function readDaemonReport(report: JsonObject): CephDaemonReport {
  return {
    status: textOf(report.status),
    info: [...readTexts(report.info), ...readTexts(report.messages)],
    issues: readTexts(report.issues),
  };
}

/** @internal */
export function readUsage(
  value: JsonValue | undefined,
): Record<string, CephUsage> {
  return mapObjects(value, usage => ({
    totalBytes: bytesOf(usage.totalBytes),
    usedBytes: bytesOf(usage.usedBytes),
    availableBytes: bytesOf(usage.availableBytes),
  }));
}

/** @internal */
export function readEvent(value: JsonValue | undefined): CephEvent | undefined {
  const event = objectOf(value);
  const state = textOf(event.state);
  return state === undefined
    ? undefined
    : { state, progress: textOf(event.progress) };
}

/** The operators write numbers of bytes as texts. */
function bytesOf(value: JsonValue | undefined): number | undefined {
  const text = textOf(value);
  return (
    numberOf(value) ?? (text && /^\d+$/.test(text) ? Number(text) : undefined)
  );
}

function mapObjects<R>(
  value: JsonValue | undefined,
  map: (item: JsonObject) => R,
): Record<string, R> {
  return Object.fromEntries(
    Object.entries(objectOf(value)).map(([key, item]) => [
      key,
      map(objectOf(item)),
    ]),
  );
}
