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

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rootFolder } from './paths.mjs';
import { start } from './processes.mjs';
import { step } from './steps.mjs';

/** Generous: on a cold and busy machine the first import alone takes seconds. */
const TEST_TIMEOUT_MS = 60_000;

const bin = name =>
  name === 'node'
    ? process.execPath
    : join(rootFolder, 'node_modules', '.bin', name);

/** A check that either holds or does not: counts as one. */
export async function check(title, command, args, env) {
  return step(title, async () => {
    const handle = start(bin(command), args, { cwd: rootFolder, env });
    const code = await handle.exited;
    if (code === 0) {
      return { title, passed: 1, failed: 0 };
    }
    console.log(handle.lines.join('\n'));
    return { title, passed: 0, failed: 1 };
  });
}

/**
 * Runs the tests whose path matches. Tests that were skipped, suites that could not be loaded and
 * a run without any test count as failures: what was not run has shown nothing.
 */
export async function jest(title, pathPattern, { workers, env }) {
  const folder = mkdtempSync(join(tmpdir(), 'mosk-test-'));
  const outputFile = join(folder, 'results.json');
  try {
    return await step(title, async () => {
      const handle = start(
        bin('backstage-cli'),
        [
          'repo',
          'test',
          '--ci',
          `--maxWorkers=${workers}`,
          `--testTimeout=${TEST_TIMEOUT_MS}`,
          '--testPathPatterns',
          pathPattern,
          '--json',
          `--outputFile=${outputFile}`,
        ],
        {
          cwd: rootFolder,
          env: {
            ...env,
            CI: 'true',
            NODE_OPTIONS:
              '--experimental-vm-modules --no-node-snapshot --no-warnings',
          },
          onLine: line => {
            // The JSON goes to standard output as well.
            if (!line.startsWith('{"num')) {
              console.log(line);
            }
          },
        },
      );
      await handle.exited;
      return { title, ...countsOf(outputFile) };
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function countsOf(outputFile) {
  let results;
  try {
    results = JSON.parse(readFileSync(outputFile, 'utf8'));
  } catch {
    return { passed: 0, failed: 1 };
  }
  const notRun =
    results.numPendingTests +
    results.numTodoTests +
    results.numRuntimeErrorTestSuites;
  if (notRun > 0) {
    console.log(
      `${notRun} tests or suites did not run; what did not run counts as failed`,
    );
  }
  const failed = results.numFailedTests + notRun;
  const none = results.numPassedTests + failed === 0;
  return { passed: results.numPassedTests, failed: none ? 1 : failed };
}
