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

import { CommandRegistry } from '../commands/types';
import { timestamp, writeStatus } from '../simulation/writeStatus';
import type { CephOperator } from './CephOperator';
import { cephNamespace } from './generation';
import { isRemovalActive } from './run/isRemovalActive';
import { ApplyStep, applySteps } from './run/applySteps';

const removalName = 'sandbox-removal';

/** What a person or a test can make the simulated Ceph operator do. */
export function registerCommands(
  commands: CommandRegistry,
  operator: CephOperator,
): void {
  const { context, generation, faults, rook } = operator;
  const { api } = context;
  const { fieldManager, identities } = generation;

  const specs = async () => {
    const found = await api.list(identities.spec, cephNamespace);
    if (!found.length) {
      throw new Error(`Cloud ${context.cloud} has no ${generation.kind}`);
    }
    return found;
  };
  const osdOf = (id: string | undefined) => {
    const osds = rook.daemons.of('osd');
    const osd = osds.find(one => one.id === id);
    if (!osd) {
      throw new Error(
        `There is no OSD ${id} in cloud ${context.cloud}; there are ${
          osds.map(one => one.id).join(', ') || 'none'
        }`,
      );
    }
    return osd;
  };
  const setMaintenance = async (state: 'Acting' | 'Idle') => {
    for (const { metadata } of await specs()) {
      const object = await api.get(identities.maintenance, metadata);
      if (object) {
        await writeStatus(
          context,
          identities.maintenance,
          object,
          {
            state,
            lastStateCheck: timestamp(),
            ...(state === 'Acting' && {
              message: 'cluster maintenance is in progress',
            }),
          },
          fieldManager,
        );
      }
    }
  };
  const endRemovals = async () => {
    const removals = await api.list(identities.removal, cephNamespace);
    for (const removal of removals.filter(isRemovalActive)) {
      await writeStatus(
        context,
        identities.removal,
        removal,
        before => ({ ...before, phase: 'Completed' }),
        fieldManager,
      );
    }
  };
  const id = { name: 'id', description: 'number of an OSD', required: true };

  commands.register({
    verb: 'osd-down',
    description: 'An OSD fails: its pod is not ready, and Ceph warns',
    parameters: [id],
    run: async args => {
      const osd = osdOf(args.id);
      await rook.setDown(osd, true);
      await operator.health.check();
      return { down: osd.plan.key, node: osd.node, device: osd.device };
    },
  });
  commands.register({
    verb: 'osd-up',
    description: 'Ends osd-down; the OSD becomes ready in its time',
    parameters: [id],
    run: async args => {
      const osd = osdOf(args.id);
      await rook.setDown(osd, false);
      await operator.health.check();
      return { up: osd.plan.key };
    },
  });
  commands.register({
    verb: 'fail-ceph-validation',
    description: 'The Ceph operator finds every spec wrong',
    parameters: [{ name: 'message', description: 'what it says' }],
    run: async ({ message = "pool 'vms': quota is not supported" }) => {
      faults.validation = message;
      operator.wake();
    },
  });
  commands.register({
    verb: 'fail-ceph-step',
    description: 'The Ceph operator fails at one part of each round',
    parameters: [
      { name: 'step', description: 'as in cephblockpools', required: true },
    ],
    run: async ({ step }) => {
      if (!applySteps.includes(step as ApplyStep)) {
        throw new Error(
          `There is no step ${step}; there are ${applySteps.join(', ')}`,
        );
      }
      faults.steps.add(step as ApplyStep);
      operator.wake();
    },
  });
  commands.register({
    verb: 'ceph-on-hold',
    description: 'A removal of OSDs is processed: the Ceph operator waits',
    run: async () => {
      const name = removalName;
      const known = await api.get(identities.removal, {
        name,
        namespace: cephNamespace,
      });
      const removal =
        known ??
        (await api.create(
          identities.removal,
          {
            metadata: { name, namespace: cephNamespace },
            spec: { approve: true, nodes: {} },
          },
          { fieldManager },
        ));
      await writeStatus(
        context,
        identities.removal,
        removal,
        { phase: 'Processing' },
        fieldManager,
      );
      operator.wake();
      return { processing: name };
    },
  });
  commands.register({
    verb: 'ceph-maintenance',
    description: 'The cluster is in maintenance: the Ceph operator waits',
    run: async () => {
      await setMaintenance('Acting');
      operator.wake();
    },
  });
  commands.register({
    verb: 'ceph-resume',
    description: 'Ends ceph-on-hold and ceph-maintenance',
    run: async () => {
      await endRemovals();
      await setMaintenance('Idle');
      operator.wake();
    },
  });
  commands.register({
    verb: 'heal-ceph',
    description: 'Ends everything that Ceph was told to fail at or wait for',
    run: async () => {
      faults.clear();
      await endRemovals();
      await setMaintenance('Idle');
      for (const osd of rook.daemons.of('osd')) {
        await rook.setDown(osd, false);
      }
      operator.wake();
    },
  });
  commands.register({
    verb: 'delete-ceph',
    description: 'Deletes the Ceph cluster, as kubectl would its object',
    run: async () => {
      const [{ metadata }] = await specs();
      await api.remove(identities.spec, metadata);
      return { deleting: `${generation.kind}/${metadata.name}` };
    },
  });
}
