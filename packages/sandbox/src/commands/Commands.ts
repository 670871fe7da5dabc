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

import { Command, CommandRegistry } from './types';

/** The verbs of one cloud. */
export class Commands implements CommandRegistry {
  private readonly commands = new Map<string, Command>();

  register(command: Command): void {
    if (this.commands.has(command.verb)) {
      throw new Error(`The command ${command.verb} is registered twice`);
    }
    this.commands.set(command.verb, command);
  }

  list(): Array<Omit<Command, 'run'>> {
    return [...this.commands.values()].map(
      ({ verb, description, parameters }) => ({
        verb,
        description,
        parameters,
      }),
    );
  }

  /** Values that stand alone are taken by the parameters in their order. */
  async run(verb: string, values: string[]): Promise<unknown> {
    const command = this.commands.get(verb);
    if (!command) {
      const verbs = [...this.commands.keys()].sort().join(', ');
      throw new Error(`There is no command ${verb}; there are ${verbs}`);
    }
    return command.run(readArguments(command, values));
  }
}

function readArguments(
  { verb, parameters = [] }: Command,
  values: string[],
): Record<string, string> {
  const names = parameters.map(({ name }) => name);
  const args: Record<string, string> = {};
  const alone: string[] = [];
  for (const value of values) {
    const [, name, rest] = /^([A-Za-z-]+)=([^]*)$/.exec(value) ?? [];
    if (name && names.includes(name)) {
      args[name] = rest;
    } else {
      alone.push(value);
    }
  }
  for (const name of names.filter(known => !(known in args))) {
    const value = alone.shift();
    if (value !== undefined) {
      args[name] = value;
    }
  }
  const missing = parameters.find(
    ({ name, required }) => required && args[name] === undefined,
  );
  if (missing) {
    throw new Error(`${verb} needs ${missing.name}: ${missing.description}`);
  }
  if (alone.length) {
    throw new Error(
      `${verb} does not know ${alone.join(' ')}; it takes ${
        names.join(', ') || 'nothing'
      }`,
    );
  }
  return args;
}
