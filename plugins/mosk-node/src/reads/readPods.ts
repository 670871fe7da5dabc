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
  ObjectReference,
  RawObject,
  redactText,
  ResourceIdentity,
} from '@mosk-portal/plugin-mosk-common';
import { KubernetesConnection, resourcePath } from '../clusters';
import { listAll } from '../inventory/listAll';
import { PodView } from '../types';

const pods: ResourceIdentity = {
  group: '',
  version: 'v1',
  kind: 'Pod',
  plural: 'pods',
  namespaced: true,
};

interface PodStatus {
  phase?: string;
  conditions?: Array<{ type: string; status: string }>;
  containerStatuses?: ContainerStatus[];
  initContainerStatuses?: ContainerStatus[];
}

interface ContainerStatus {
  restartCount?: number;
  state?: { waiting?: { reason?: string } };
}

/** Lists the pods of a namespace, or of all. */
export async function readPods(
  connection: KubernetesConnection,
  options: {
    namespace?: string;
    labelSelector?: string;
    /** Only those that a scheduler put on this node. */
    node?: string;
    timeoutMs: number;
  },
): Promise<PodView[]> {
  const { namespace, labelSelector, node, timeoutMs } = options;
  const { items } = await listAll({
    connection,
    path: resourcePath(pods, namespace),
    query: {
      ...(labelSelector && { labelSelector }),
      ...(node && { fieldSelector: `spec.nodeName=${node}` }),
    },
    project: podView,
    timeoutMs,
  });
  return items;
}

/** What is shown of a pod. */
export function podView(raw: RawObject): PodView {
  const status = (raw.status ?? {}) as PodStatus;
  const containers = [
    ...(status.initContainerStatuses ?? []),
    ...(status.containerStatuses ?? []),
  ];
  const waiting = containers.find(item => item.state?.waiting?.reason);
  return {
    name: raw.metadata.name,
    namespace: raw.metadata.namespace ?? '',
    node: raw.spec?.nodeName as string | undefined,
    phase: status.phase ?? 'Unknown',
    ready:
      status.conditions?.some(
        ({ type, status: value }) => type === 'Ready' && value === 'True',
      ) ?? false,
    restarts: containers.reduce(
      (sum, { restartCount = 0 }) => sum + restartCount,
      0,
    ),
    owner: ownerOf(raw),
    waitingReason:
      waiting?.state?.waiting?.reason &&
      redactText(waiting.state.waiting.reason),
    labels: raw.metadata.labels ?? {},
  };
}

function ownerOf({ metadata }: RawObject): ObjectReference | undefined {
  const owner = metadata.ownerReferences?.find(item => item.controller);
  if (!owner) {
    return undefined;
  }
  const { namespace } = metadata;
  const hash = metadata.labels?.['pod-template-hash'];
  if (owner.kind === 'ReplicaSet' && hash && owner.name.endsWith(`-${hash}`)) {
    const name = owner.name.slice(0, -hash.length - 1);
    return { kind: 'Deployment', namespace, name };
  }
  return { kind: owner.kind, namespace, name: owner.name };
}
