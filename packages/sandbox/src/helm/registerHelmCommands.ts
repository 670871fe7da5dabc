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
import { WorkloadCommands } from '../workloads/WorkloadCommands';
import type { HelmController } from './HelmController';

/** What a person or a test can make the simulated Helm Controller do. */
export function registerHelmCommands(
  commands: CommandRegistry,
  controller: HelmController,
): void {
  WorkloadCommands.of(commands).add(controller.workloads);
  const release = {
    name: 'release',
    description: 'name of a Helm release, as in grafana',
    required: true,
  };
  commands.register({
    verb: 'fail-release',
    description: 'Each try to install or upgrade this Helm release fails',
    parameters: [
      release,
      { name: 'message', description: 'what its status then says' },
    ],
    run: async ({ release: name, message }) =>
      controller.faults.fail(
        name!,
        message ?? `failed to download chart of release "${name}": not found`,
      ),
  });
  commands.register({
    verb: 'heal-release',
    description: 'Ends fail-release; the release is tried again at once',
    parameters: [release],
    run: async ({ release: name }) => ({ healed: controller.heal(name!) }),
  });
  commands.register({
    verb: 'list-releases',
    description: 'Helm releases of all bundles, whether installed or not',
    run: () => controller.releaseNames(),
  });
  commands.register({
    verb: 'observe-generation',
    description:
      'Whether the Helm Controller says which generation of a bundle it saw; older ones do not',
    parameters: [
      { name: 'observe', description: 'true or false', required: true },
    ],
    run: async ({ observe }) => {
      if (observe !== 'true' && observe !== 'false') {
        throw new Error(`observe must be true or false and is ${observe}`);
      }
      controller.observesGeneration = observe === 'true';
      controller.wakeAll();
      return { observesGeneration: controller.observesGeneration };
    },
  });
}
