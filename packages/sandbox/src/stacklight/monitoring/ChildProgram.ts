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

import { ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { Guardian } from '../../control-plane';
import { Log } from '../../log';
import { pause } from '../../pause';

export interface ChildProgramOptions {
  /** For messages. */
  name: string;
  command: string;
  args: string[];
  /** Answers once the program does its work. */
  readyUrl: string;
  guardian: Guardian;
  log: Log;
}

const startTimeout = 120_000;
const stopTimeout = 5_000;

/** A program that runs as long as the cloud, or until it is stopped. */
export class ChildProgram {
  /** Read by the Guardian. */
  process?: ChildProcess;

  constructor(private readonly options: ChildProgramOptions) {}

  get isRunning(): boolean {
    const { process: child } = this;
    return (
      child !== undefined &&
      child.exitCode === null &&
      child.signalCode === null
    );
  }

  /** Resolves when it is ready. */
  async start(): Promise<void> {
    if (this.isRunning) {
      return;
    }
    await this.options.guardian.guard(this, () => this.#run());
  }

  async stop(): Promise<void> {
    const { process: child } = this;
    if (!child || !this.isRunning) {
      return;
    }
    const exited = once(child, 'exit');
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), stopTimeout);
    await exited;
    clearTimeout(timer);
  }

  async #run(): Promise<void> {
    const { name, command, args, readyUrl, log } = this.options;
    const lines: string[] = [];
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    this.process = child;
    let failure: Error | undefined;
    child.once('error', error => (failure = error));
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on('line', line => {
        lines.push(line);
        lines.splice(0, lines.length - 20);
      });
    }
    const giveUp = Date.now() + startTimeout;
    while (!(await answers(readyUrl))) {
      if (failure || !this.isRunning || Date.now() > giveUp) {
        throw new Error(
          `${name} did not start${
            failure ? ` (${failure.message})` : ''
          }:\n${lines.join('\n')}`,
        );
      }
      await pause(100);
    }
    log(`${name} is ready`);
  }
}

async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(1_000) });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}
