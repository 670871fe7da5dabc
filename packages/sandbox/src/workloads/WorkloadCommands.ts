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
import { DefaultWorkloadSimulator } from './DefaultWorkloadSimulator';

const all = new WeakMap<CommandRegistry, WorkloadCommands>();

/** The verbs that concern any workload of a cloud, whichever operator made it. */
export class WorkloadCommands {
  readonly #simulators = new Set<DefaultWorkloadSimulator>();

  /** Those of a cloud; they are registered with its first simulator. */
  static of(commands: CommandRegistry): WorkloadCommands {
    let found = all.get(commands);
    if (!found) {
      found = new WorkloadCommands();
      all.set(commands, found);
      found.#register(commands);
    }
    return found;
  }

  private constructor() {}

  add(simulator: DefaultWorkloadSimulator): void {
    this.#simulators.add(simulator);
  }

  /** A node that is lost takes the pods on it along. */
  async setNodeReady(node: string, ready: boolean): Promise<void> {
    await Promise.all(
      [...this.#simulators].map(one => one.setNodeReady(node, ready)),
    );
  }

  #register(commands: CommandRegistry): void {
    const workload = {
      name: 'workload',
      description:
        'kind and name, as in Deployment/glance-api, with the namespace between them where that is not enough',
      required: true,
    };
    commands.register({
      verb: 'degrade-workload',
      description: 'Lets only some pods of a workload be ready',
      parameters: [
        workload,
        { name: 'ready', description: 'how many, 0 when left out' },
      ],
      run: args => {
        const ready = Number(args.ready ?? 0);
        if (!Number.isInteger(ready) || ready < 0) {
          throw new Error(`ready must be a count of pods and is ${args.ready}`);
        }
        const { simulator, key } = this.#find(args.workload!);
        return simulator.degrade(key, ready);
      },
    });
    commands.register({
      verb: 'heal-workload',
      description: 'Ends degrade-workload; the pods become ready in their time',
      parameters: [workload],
      run: args => {
        const { simulator, key } = this.#find(args.workload!);
        return simulator.heal(key);
      },
    });
    commands.register({
      verb: 'list-workloads',
      description:
        'The workloads that the simulation plays, and if each is ready',
      run: async () =>
        Object.fromEntries(
          this.#keys().map(({ simulator, key }) => [
            key,
            simulator.isReady(key),
          ]),
        ),
    });
  }

  #keys() {
    return [...this.#simulators].flatMap(simulator =>
      simulator.keys().map(key => ({ simulator, key })),
    );
  }

  #find(wanted: string) {
    const keys = this.#keys();
    const fitting = keys.filter(
      ({ key }) =>
        key === wanted || key.replace(/^([^/]+)\/[^/]+\//, '$1/') === wanted,
    );
    if (fitting.length !== 1) {
      const names = (fitting.length ? fitting : keys).map(({ key }) => key);
      throw new Error(
        `${
          fitting.length ? 'More than one' : 'No'
        } workload ${wanted} runs in the cloud; there are ${names
          .sort()
          .join(', ')}`,
      );
    }
    return fitting[0];
  }
}
