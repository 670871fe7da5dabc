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

/**
 * Every duration of the simulation, in milliseconds at time scale 1, where creating an OpenStack cloud takes about a minute.
 * The scale multiplies them all: 0.1 is ten times as fast.
 */
const durations = {
  /** From a node's change until its Ready condition says so. */
  nodeCondition: 500,
  /** OpenStack: from a change of the resource to the start of its handling. */
  handlingStart: 800,
  /** OpenStack: from the start of handling to the first service. */
  preparation: 2_500,
  /** OpenStack: one Helm release, before it is spread by service. */
  helmRelease: 8_000,
  /** From a pod's creation to its readiness. */
  podStart: 3_000,
  /** Between two looks of a pod at what it waits for. */
  podDependencyCheck: 1_000,
  /** OpenStack: between two rounds after a temporary error. */
  retryDelay: 10_000,
  /** OpenStack: regular refresh of the health map. */
  healthRefresh: 60_000,
  /** OpenStack: workload events are gathered for so long before health is written. */
  healthDebounce: 300,
  /** OpenStack: release-specific jobs of one service in a version upgrade. */
  upgradeJobs: 2_000,
  /** OpenStack: one Helm release in a version upgrade. */
  upgradeRelease: 3_000,
  /** OpenStack: pause after one service in a version upgrade. */
  upgradePause: 1_000,
  /** OpenStack: a version upgrade gives up waiting for the health of a service after so long. */
  healthTimeout: 120_000,
  /** OpenStack: between two looks at the health of a service. */
  healthCheck: 1_000,
  /** OpenStack: uninstalling one service. */
  removal: 1_500,
  /** OpenStack: a restart of the operator's pods. */
  operatorRestart: 4_000,
  /** Helm: from a change of a bundle to the first of its releases. */
  helmBundleStart: 300,
  /** Helm: installing or upgrading one release of a bundle. */
  helmBundleRelease: 3_000,
  /** Helm: between two tries of a release that failed. */
  helmBundleRetry: 5_000,
  /** Helm: uninstalling one release. */
  helmBundleRemoval: 1_500,
  /** Ceph: until the operator goes on at once. */
  cephRequeue: 1_000,
  /** Ceph: one round of applying a spec. */
  cephRound: 1_500,
  /** Ceph: between two rounds, as long as something changes. */
  cephPause: 4_000,
  /** Ceph: between two verifications of a cluster that is as its spec says. */
  cephVerification: 30_000,
  /** Ceph: between two looks of the operator at the health of a cluster. */
  cephHealthCheck: 15_000,
  /** Ceph: between two looks of Rook at what Ceph says of itself. */
  cephStatusCheck: 15_000,
  /** Rook: until a pool, a filesystem or an object store is made. */
  cephPart: 2_000,
  /** Rook: until a part of a cluster is removed. */
  cephRemoval: 1_000,
};

/** One row of the table. */
export type Duration = keyof typeof durations;

/** The table, scaled. */
export type Timing = Readonly<Record<keyof typeof durations, number>> & {
  readonly scale: number;
};

export function createTiming(scale: number): Timing {
  if (!Number.isFinite(scale) || scale <= 0) {
    throw new Error(
      `The time scale must be a number above 0, as in --time-scale 0.1, and is ${scale}`,
    );
  }
  const scaled = Object.fromEntries(
    Object.entries(durations).map(([name, value]) => [name, value * scale]),
  ) as Record<keyof typeof durations, number>;
  return { ...scaled, scale };
}
