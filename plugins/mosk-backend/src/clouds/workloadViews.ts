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

import { LoggerService } from '@backstage/backend-plugin-api';
import {
  Component,
  MoskViews,
  ObjectReference,
  WorkloadHealth,
} from '@mosk-portal/plugin-mosk-common';
import {
  MoskCloud,
  PodView,
  WarningEventView,
} from '@mosk-portal/plugin-mosk-node';

/** A page does not wait longer than this for what it can do without. Milliseconds. */
const patience = 5_000;

/** Pods and warnings of a namespace, as far as they could be read. */
interface NamespaceView {
  pods?: PodView[];
  warnings?: WarningEventView[];
}

/**
 * Workloads of a component with what only a person looking needs, read from the cluster now. What
 * cannot be read is left out: it never fails the page.
 */
export async function workloadViews(options: {
  cloud: Pick<MoskCloud, 'name' | 'readPods' | 'readWarnings'>;
  component: Component;
  health: readonly WorkloadHealth[];
  logger: LoggerService;
}): Promise<MoskViews.Workload[]> {
  const { cloud, component, health, logger } = options;
  const attempt = <T>(what: string, read: () => Promise<T>) =>
    inTime(read).catch(error => {
      logger.info(`${what} of cloud ${cloud.name} cannot be shown: ${error}`);
      return undefined;
    });
  const names = [
    ...new Set(health.map(one => one.object.namespace ?? '')),
  ].filter(Boolean);
  const namespaces = new Map<string, NamespaceView>(
    await Promise.all(
      names.map(async (namespace): Promise<[string, NamespaceView]> => {
        const selector =
          namespace === component.namespace
            ? component.labelSelector
            : undefined;
        const [pods, warnings] = await Promise.all([
          attempt('Pods', () => cloud.readPods(namespace, selector)),
          attempt('Warnings', () => cloud.readWarnings(namespace)),
        ]);
        return [namespace, { pods, warnings }];
      }),
    ),
  );
  return health.map(workload =>
    workloadView(
      workload,
      component,
      namespaces.get(workload.object.namespace ?? '') ?? {},
    ),
  );
}

function workloadView(
  workload: WorkloadHealth,
  component: Component,
  { pods, warnings }: NamespaceView,
): MoskViews.Workload {
  const own = pods?.filter(pod => isSame(pod.owner, workload.object));
  const warning = warnings?.find(
    ({ object }) =>
      isSame(object, workload.object) ||
      own?.some(pod => object.kind === 'Pod' && object.name === pod.name),
  );
  const unready = own?.filter(pod => !pod.ready && pod.phase !== 'Succeeded');
  const release = component.helmReleases.find(
    one => one.namespace === workload.object.namespace,
  );
  return {
    ...workload,
    restarts: own?.reduce((sum, pod) => sum + pod.restarts, 0) ?? -1,
    nodes: [...new Set(unready?.flatMap(pod => pod.node ?? []))].sort(),
    lastWarning: warning,
    helmRelease:
      component.helmReleases.length === 1 ? release?.name : undefined,
    chart: component.helmReleases.length === 1 ? release?.chart : undefined,
  };
}

function isSame(
  one: ObjectReference | undefined,
  other: ObjectReference,
): boolean {
  return one?.kind === other.kind && one.name === other.name;
}

async function inTime<T>(read: () => Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(
      () => reject(new Error(`no answer within ${patience / 1000} s`)),
      patience,
    );
  });
  return Promise.race([read(), late]).finally(() => clearTimeout(timer));
}
