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

import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

interface RunOptions {
  command: string;
  args: string[];
  directory: string;
  environment: NodeJS.ProcessEnv;
  onLine(line: string): void;
}

/** Runs a program to its end; an error holds the last lines that it wrote. */
export async function runProgram(options: RunOptions): Promise<void> {
  const { command, args, directory, environment, onLine } = options;
  const lines: string[] = [];
  const child = spawn(command, args, {
    cwd: directory,
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', line => {
      lines.push(line);
      lines.splice(0, lines.length - 20);
      onLine(line);
    });
  }
  const code = await new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  if (code !== 0) {
    throw new Error(
      `${command} ${args[0]} ended with ${code}:\n${lines.join('\n')}`,
    );
  }
}
