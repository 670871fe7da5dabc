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

const STOP_TIMEOUT_MS = 15_000;
const running = new Set();
let stopping = false;

/**
 * Starts a process in a group of its own, so that a Ctrl-C in the terminal reaches us alone
 * and we end what we started in order.
 *
 * @returns the child, with `lines` (merged output, the last 200), `exited` (promise of its code) and `stop()`
 */
export function start(
  command,
  args,
  { cwd, env, onLine, stdin = 'ignore', uid, gid },
) {
  const child = spawn(command, args, {
    cwd,
    uid,
    gid,
    env: { ...process.env, ...env },
    stdio: [stdin, 'pipe', 'pipe'],
    detached: true,
  });
  const lines = [];
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', line => {
      lines.push(line);
      if (lines.length > 200) {
        lines.shift();
      }
      onLine?.(line);
    });
  }
  const exited = new Promise(resolve => {
    child.on('error', error => {
      lines.push(String(error));
      running.delete(handle);
      resolve(127);
    });
    child.on('close', (code, signal) => {
      running.delete(handle);
      resolve(code ?? signal);
    });
  });
  const handle = { child, lines, exited, stop: () => stop(handle) };
  running.add(handle);
  return handle;
}

function signalGroup(pid, signal) {
  try {
    process.kill(-pid, signal);
  } catch (error) {
    if (error.code !== 'ESRCH') {
      throw error;
    }
  }
}

async function stop({ child, exited }) {
  if (!child.pid) {
    return;
  }
  signalGroup(child.pid, 'SIGTERM');
  const timer = setTimeout(
    () => signalGroup(child.pid, 'SIGKILL'),
    STOP_TIMEOUT_MS,
  );
  await exited;
  clearTimeout(timer);
  // What it had started and left behind in its group.
  signalGroup(child.pid, 'SIGKILL');
}

/** Ends everything that is still running, the youngest first. */
export async function stopAll() {
  for (const handle of [...running].reverse()) {
    await handle.stop();
  }
}

/** Runs a process to its end; rejects with its last lines when it fails. */
export async function run(command, args, options) {
  const handle = start(command, args, options);
  const code = await handle.exited;
  if (code !== 0) {
    throw new Error(
      [
        `${command} ${args.join(' ')} ended with ${code}:`,
        ...handle.lines.slice(-40),
      ].join('\n'),
    );
  }
  return handle.lines;
}

/** True once a signal told us to end: what ends from then on ends because of us. */
export function isStopping() {
  return stopping;
}

/** On Ctrl-C and the like: ends what was started, then ourselves. */
export function stopOnSignals() {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, async () => {
      if (stopping) {
        return;
      }
      stopping = true;
      console.log('\nEnding what was started …');
      await stopAll();
      process.exit(signal === 'SIGINT' ? 130 : 143);
    });
  }
}
