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

import { randomBytes } from 'node:crypto';
import { CommandRegistry } from '../commands/types';
import { WorkloadCommands } from '../workloads/WorkloadCommands';
import { services } from './catalogue/services';
import { identities } from '../simulation/identities';
import type { OpenStackOperator } from './OpenStackOperator';
import { persist } from '../simulation/retry';

const namespace = 'openstack';

function known(service: string | undefined): string {
  if (!service || !services.has(service)) {
    throw new Error(
      `There is no OpenStack service ${service}; there are ${[
        ...services.keys(),
      ].join(', ')}`,
    );
  }
  return service;
}

/** What a person or a test can make the simulated operator do. */
export function registerCommands(
  commands: CommandRegistry,
  operator: OpenStackOperator,
): void {
  const { faults, workloads, context } = operator;
  const { api, signal } = context;
  const service = {
    name: 'service',
    description: 'as in image',
    required: true,
  };
  const deployments = async () => {
    const found = await api.list(identities.OpenStackDeployment, namespace);
    if (!found.length) {
      throw new Error(`Cloud ${context.cloud} has no OpenStackDeployment`);
    }
    return found;
  };
  commands.register({
    verb: 'fail-service',
    description: 'Each run fails for good at this OpenStack service',
    parameters: [service],
    run: async args => faults.set(known(args.service), 'fail'),
  });
  commands.register({
    verb: 'stall-service',
    description: 'Each run tries this OpenStack service again for ever',
    parameters: [service],
    run: async args => faults.set(known(args.service), 'stall'),
  });
  commands.register({
    verb: 'heal-service',
    description: 'Ends fail-service and stall-service',
    parameters: [service],
    run: async args => ({ healed: faults.clear(known(args.service)) }),
  });
  WorkloadCommands.of(commands).add(workloads);
  commands.register({
    verb: 'restart-operator',
    description: 'The OpenStack Operator starts anew and handles all again',
    parameters: [
      { name: 'controller-version', description: 'another one, as in 1.1.5' },
    ],
    run: args => operator.restart(args['controller-version']),
  });
  commands.register({
    verb: 'delete-deployment',
    description: 'Deletes the OpenStackDeployment, as kubectl would',
    run: async () => {
      const [{ metadata }] = await deployments();
      await api.remove(identities.OpenStackDeployment, metadata);
      return { deleting: metadata.name };
    },
  });
  commands.register({
    verb: 'touch-watched-secret',
    description: 'A Secret that the operator watches changes: it runs again',
    run: async () => {
      const [{ metadata }] = await deployments();
      const hash = randomBytes(16).toString('hex');
      await persist(signal, () =>
        api.patch(
          identities.OpenStackDeployment,
          metadata,
          { status: { watched: { ceph: { secret: { hash } } } } },
          { subresource: 'status' },
        ),
      );
      return { deployment: metadata.name };
    },
  });
}
