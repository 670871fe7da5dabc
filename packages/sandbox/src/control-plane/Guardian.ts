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
import { join } from 'node:path';
import { packageDirectory } from '../packageDirectory';

/**
 * A small process that outlives this one by a moment: when the pipe to it closes, however this process ended,
 * it ends the programs and removes the directories that it was told of.
 */
export class Guardian {
  private constructor(private readonly child: ChildProcess) {}

  static start(): Guardian {
    const script = join(packageDirectory, 'bin', 'guardian.cjs');
    const child = spawn(process.execPath, [script], {
      // A group of its own: Ctrl-C in the terminal must not end it first.
      detached: true,
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    child.stdin?.on('error', () => {});
    child.unref();
    return new Guardian(child);
  }

  get pid(): number | undefined {
    return this.child.pid;
  }

  guardDirectory(directory: string): void {
    this.tell({ directory });
  }

  /** Tells of the server's process as soon as it is there, long before the server is ready. */
  async guard(server: object, start: () => Promise<void>): Promise<void> {
    let told: number | undefined;
    const tell = () => {
      const pid = Guardian.pidOf(server);
      if (pid && pid !== told) {
        this.tell({ pid });
        told = pid;
      }
    };
    const timer = setInterval(tell, 5);
    try {
      await start();
    } finally {
      clearInterval(timer);
      tell();
    }
  }

  /** envtest-js has the process id, but not in its types. */
  static pidOf(server: object): number | undefined {
    return (server as { process?: { pid?: number } }).process?.pid;
  }

  private tell(message: object): void {
    this.child.stdin?.write(`${JSON.stringify(message)}\n`);
  }
}
