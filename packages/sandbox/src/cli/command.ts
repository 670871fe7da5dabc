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

import { sendCommand } from '../testing/sendCommand';
import { readDescription } from '../testing/readDescription';

export interface CommandOptions {
  directory: string;
  cloud?: string;
}

/** Commands a running sandbox; `help` lists what it can be told. */
export async function command(
  verb: string,
  args: string[],
  options: CommandOptions,
): Promise<void> {
  const { control } = await readDescription(options.directory);
  if (verb !== 'help') {
    const result = await sendCommand(control, {
      cloud: options.cloud,
      verb,
      args,
    });
    if (result !== undefined && result !== null) {
      process.stdout.write(`${JSON.stringify(result, undefined, 2)}\n`);
    }
    return;
  }
  const response = await fetch(control.url, {
    headers: { authorization: `Bearer ${control.token}` },
  });
  const { result } = await response.json();
  for (const { verb: name, description, parameters = [] } of result[0]
    .commands) {
    const names = parameters.map((parameter: any) =>
      parameter.required ? `<${parameter.name}>` : `[${parameter.name}]`,
    );
    process.stdout.write(`${[name, ...names].join(' ')}\n    ${description}\n`);
  }
}
