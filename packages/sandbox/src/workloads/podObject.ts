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

import { KubernetesObject } from '../simulation/context';
import { WorkloadPlan } from './types';

/** A pod that its workload has just made, bound to a node. */
export function podObject(
  plan: WorkloadPlan,
  name: string,
  nodeName: string | undefined,
  owner: { apiVersion: string; kind: string; name: string; uid: string },
): KubernetesObject {
  const { metadata, spec } = plan.manifest.spec.template;
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      ...metadata,
      name,
      namespace: plan.namespace,
      labels: {
        ...metadata.labels,
        ...(plan.kind === 'Deployment'
          ? { 'pod-template-hash': plan.templateHash }
          : { 'controller-revision-hash': plan.templateHash }),
        ...(plan.kind === 'StatefulSet'
          ? { 'statefulset.kubernetes.io/pod-name': name }
          : {}),
      },
      ownerReferences: [
        { ...owner, controller: true, blockOwnerDeletion: true },
      ],
    },
    spec: { ...spec, nodeName },
  };
}

/** The status that a kubelet writes for a pod. */
export function podStatus(
  plan: WorkloadPlan,
  ready: boolean,
  at: string,
): object {
  const flag = ready ? 'True' : 'False';
  const containers = plan.manifest.spec.template.spec.containers;
  return {
    phase: ready ? 'Running' : 'Pending',
    startTime: at,
    podIP: '10.233.64.10',
    podIPs: [{ ip: '10.233.64.10' }],
    conditions: [
      { type: 'PodScheduled', status: 'True', lastTransitionTime: at },
      { type: 'Initialized', status: flag, lastTransitionTime: at },
      { type: 'ContainersReady', status: flag, lastTransitionTime: at },
      { type: 'Ready', status: flag, lastTransitionTime: at },
    ],
    containerStatuses: containers.map(
      ({ name, image }: { name: string; image: string }) => ({
        name,
        image,
        imageID: '',
        ready,
        started: ready,
        restartCount: 0,
        state: ready
          ? { running: { startedAt: at } }
          : { waiting: { reason: 'PodInitializing' } },
      }),
    ),
  };
}
