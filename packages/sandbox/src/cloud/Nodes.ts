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

import { resourceIdentities } from '@mosk-portal/plugin-mosk-common';
import { CommandRegistry } from '../commands';
import { KubernetesClient } from '../kubernetes';
import { pause } from '../pause';
import { Timing } from '../timing';
import { WorkloadCommands } from '../workloads/WorkloadCommands';

const roles = {
  control: {
    'openstack-control-plane': 'enabled',
    openvswitch: 'enabled',
    stacklight: 'enabled',
  },
  compute: { 'openstack-compute-node': 'enabled', openvswitch: 'enabled' },
  storage: { role: 'ceph-osd-node' },
};
const perRole = 3;
const resource = resourceIdentities.Node;

/** The machines of a cloud: objects only, as nothing runs on them. */
export class Nodes {
  private constructor(
    private readonly client: KubernetesClient,
    private readonly timing: Timing,
  ) {}

  static async create(
    client: KubernetesClient,
    timing: Timing,
  ): Promise<Nodes> {
    const nodes = new Nodes(client, timing);
    const creations = Object.entries(roles).flatMap(([role, labels], group) =>
      Array.from({ length: perRole }, (_, index) =>
        nodes.createNode(
          `${role}-${index + 1}`,
          labels,
          group * 10 + index + 1,
        ),
      ),
    );
    await Promise.all(creations);
    return nodes;
  }

  registerCommands(commands: CommandRegistry): void {
    const node = {
      name: 'node',
      description: 'name of the node, as in compute-1',
      required: true,
    };
    const setReady = async (name: string, ready: boolean) => {
      await this.setReady(name, ready);
      await WorkloadCommands.of(commands).setNodeReady(name, ready);
    };
    commands.register({
      verb: 'node-not-ready',
      description:
        'Its kubelet stops reporting, and its pods count as not ready',
      parameters: [node],
      run: ({ node: name }) => setReady(name!, false),
    });
    commands.register({
      verb: 'node-ready',
      description: 'Its kubelet reports again',
      parameters: [node],
      run: ({ node: name }) => setReady(name!, true),
    });
    commands.register({
      verb: 'node-cordon',
      description: 'Takes no new pods',
      parameters: [node],
      run: ({ node: name }) => this.setUnschedulable(name!, true),
    });
    commands.register({
      verb: 'node-uncordon',
      description: 'Takes pods again',
      parameters: [node],
      run: ({ node: name }) => this.setUnschedulable(name!, false),
    });
  }

  private async setReady(name: string, ready: boolean): Promise<void> {
    await pause(this.timing.nodeCondition);
    await this.client.patch(
      resource,
      undefined,
      name,
      { status: { conditions: conditions(ready) } },
      { subresource: 'status' },
    );
  }

  private async setUnschedulable(name: string, value: boolean): Promise<void> {
    await this.client.patch(resource, undefined, name, {
      spec: { unschedulable: value || null },
    });
  }

  private async createNode(
    name: string,
    labels: Record<string, string>,
    number: number,
  ): Promise<void> {
    const address = `10.10.0.${number}`;
    await this.client.create(resource, {
      metadata: {
        name,
        labels: {
          'kubernetes.io/hostname': name,
          'kubernetes.io/os': 'linux',
          ...labels,
        },
      },
      spec: {},
    });
    await this.client.patch(
      resource,
      undefined,
      name,
      {
        status: {
          capacity: { cpu: '32', memory: '131072Mi', pods: '110' },
          allocatable: { cpu: '31', memory: '122880Mi', pods: '110' },
          addresses: [
            { type: 'InternalIP', address },
            { type: 'Hostname', address: name },
          ],
          nodeInfo: {
            kubeletVersion: 'v1.30.14',
            osImage: 'Ubuntu 22.04.5 LTS',
            kernelVersion: '5.15.0-140-generic',
            containerRuntimeVersion: 'containerd://1.7.27',
            architecture: 'amd64',
            operatingSystem: 'linux',
            machineID: name,
            systemUUID: name,
            bootID: name,
            kubeProxyVersion: '',
          },
          conditions: conditions(true),
        },
      },
      { subresource: 'status' },
    );
    // Admission marks every new node until a controller, which is not here, sees it ready.
    await this.client.patch(resource, undefined, name, {
      spec: { taints: null },
    });
  }
}

function conditions(ready: boolean): object[] {
  const now = new Date().toISOString().replace(/\.\d+Z$/, 'Z');
  const times = { lastHeartbeatTime: now, lastTransitionTime: now };
  const pressure = ['MemoryPressure', 'DiskPressure', 'PIDPressure'].map(
    type => ({
      type,
      status: ready ? 'False' : 'Unknown',
      reason: ready ? `KubeletHasNo${type}` : 'NodeStatusUnknown',
      message: ready
        ? 'kubelet has no pressure'
        : 'Kubelet stopped posting node status.',
      ...times,
    }),
  );
  return [
    ...pressure,
    {
      type: 'Ready',
      status: ready ? 'True' : 'Unknown',
      reason: ready ? 'KubeletReady' : 'NodeStatusUnknown',
      message: ready
        ? 'kubelet is posting ready status'
        : 'Kubelet stopped posting node status.',
      ...times,
    },
  ];
}
