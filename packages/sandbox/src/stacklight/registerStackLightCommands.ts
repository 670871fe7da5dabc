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
import type { StackLight } from './StackLight';

/** What a person or a test can make StackLight do. */
export function registerStackLightCommands(
  commands: CommandRegistry,
  stackLight: StackLight,
): void {
  for (const name of ['prometheus', 'alertmanager'] as const) {
    const title = name === 'prometheus' ? 'Prometheus' : 'Alertmanager';
    commands.register({
      verb: `stop-${name}`,
      description: `${title} ends, and its address answers 503`,
      run: async () => (await stackLight.joined())[name].stop(),
    });
    commands.register({
      verb: `start-${name}`,
      description: `${title} starts again, with what it kept`,
      run: async () => (await stackLight.joined())[name].start(),
    });
  }
  commands.register({
    verb: 'stop-watchdog',
    description: 'The alert that always fires is missing',
    run: async () => {
      stackLight.watchdogStopped = true;
    },
  });
  commands.register({
    verb: 'start-watchdog',
    description: 'The alert that always fires does so again',
    run: async () => {
      stackLight.watchdogStopped = false;
    },
  });
  const receiver = {
    name: 'receiver',
    description: 'as in HTTP-salesforce',
    required: true,
  };
  const known = (name: string | undefined): string => {
    const { receivers } = stackLight;
    if (!name || !receivers.includes(name)) {
      throw new Error(
        `Alertmanager has no receiver ${name}; there are ${receivers.join(
          ', ',
        )}`,
      );
    }
    return name;
  };
  commands.register({
    verb: 'fail-receiver',
    description: 'This receiver of Alertmanager refuses what it is sent',
    parameters: [receiver],
    run: async args => {
      stackLight.failingReceivers.add(known(args.receiver));
    },
  });
  commands.register({
    verb: 'heal-receiver',
    description: 'Ends fail-receiver',
    parameters: [receiver],
    run: async args => ({
      healed: stackLight.failingReceivers.delete(known(args.receiver)),
    }),
  });
}
