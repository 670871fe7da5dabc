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

import { parseArgs } from 'node:util';
import { apiReportArguments } from './lib/apiReports.mjs';
import { prepareBrowser } from './lib/browser.mjs';
import { buildBundle } from './lib/bundle.mjs';
import { check, jest } from './lib/checks.mjs';
import { installDependencies } from './lib/dependencies.mjs';
import { freePort } from './lib/ports.mjs';
import { stopAll, stopOnSignals } from './lib/processes.mjs';
import { prepareSandbox } from './lib/sandbox.mjs';
import { step } from './lib/steps.mjs';

const POSTGRES_URL = 'BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING';
const names = ['static', 'unit', 'integration', 'browser'];

const { values: options } = parseArgs({
  options: { only: { type: 'string', default: names.join(',') } },
});

function chosenSuites() {
  const chosen = options.only.split(',');
  const unknown = chosen.filter(name => !names.includes(name));
  if (unknown.length) {
    throw new Error(
      `Unknown suite ${unknown.join(', ')}; there are ${names.join(', ')}`,
    );
  }
  return chosen;
}

const suites = {
  static: async () => [
    await check('Format', 'prettier', ['--check', '.']),
    await check('Licence headers', 'node', ['scripts/check-headers.mjs']),
    await check('Configuration schema', 'backstage-cli', [
      'config:check',
      '--strict',
      '--config',
      'app-config.yaml',
      '--config',
      'docs/install/app-config.example.yaml',
    ]),
    await check('Types', 'tsc', ['--incremental', 'false']),
    await check(
      'API reports, which make api-reports writes',
      'backstage-repo-tools',
      [...apiReportArguments, '--ci'],
    ),
    await check('Lint', 'backstage-cli', [
      'repo',
      'lint',
      '--max-warnings=0',
      '--success-cache',
    ]),
    await check('Lint of the benchmarks', 'eslint', [
      '--max-warnings=0',
      ...['--ext', '.ts'],
      'benchmarks',
    ]),
  ],
  unit: async env => [
    await jest(
      'Unit tests',
      String.raw`^(?!.*\.(integration|browser)\.test\.tsx?$)`,
      { workers: 2, env },
    ),
  ],
  integration: async env => [
    await jest('Integration tests', String.raw`\.integration\.test\.tsx?$`, {
      workers: 2,
      env,
    }),
  ],
  browser: async env => [
    await jest('Browser tests', String.raw`\.browser\.test\.tsx?$`, {
      workers: 2,
      env,
    }),
  ],
};

async function prepare(chosen) {
  const work = [];
  if (chosen.includes('integration') || chosen.includes('browser')) {
    work.push(prepareSandbox({ stackLight: true }));
  }
  let browser = {};
  if (chosen.includes('browser')) {
    work.push(
      (async () => {
        browser = await prepareBrowser();
        await buildBundle('app');
        await buildBundle('app-legacy');
      })(),
    );
  }
  await Promise.all(work);
  return browser;
}

async function test() {
  const chosen = chosenSuites();
  await installDependencies();
  const browser = await prepare(chosen);
  const { startPostgres } = await import('./lib/postgres.mjs');
  const postgres = await step('Starting PostgreSQL', async () =>
    startPostgres(await freePort()),
  );
  try {
    const results = [];
    for (const name of names.filter(each => chosen.includes(each))) {
      results.push(
        ...(await suites[name]({ ...browser, [POSTGRES_URL]: postgres.url })),
      );
    }
    return results;
  } finally {
    await postgres.stop();
  }
}

function report(results) {
  console.log('');
  for (const { title, passed, failed } of results) {
    console.log(
      `${failed ? '✗' : '✓'} ${title}: ${passed} passed, ${failed} failed`,
    );
  }
  const sum = key => results.reduce((total, each) => total + each[key], 0);
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
  return sum('failed') === 0;
}

stopOnSignals();
let succeeded;
try {
  succeeded = report(await test());
} catch (error) {
  console.error(`error: ${error.message}`);
  succeeded = report([{ title: 'Preparation', passed: 0, failed: 1 }]);
}
await stopAll();
process.exit(succeeded ? 0 : 1);
