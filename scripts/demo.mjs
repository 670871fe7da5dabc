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

import { mkdirSync, createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildBundle } from './lib/bundle.mjs';
import { installDependencies } from './lib/dependencies.mjs';
import { rootFolder } from './lib/paths.mjs';
import { choosePort } from './lib/ports.mjs';
import { clearPortal, startPortal } from './lib/portal.mjs';
import { isStopping, stopAll, stopOnSignals } from './lib/processes.mjs';
import { prepareSandbox, startSandbox } from './lib/sandbox.mjs';
import { step } from './lib/steps.mjs';

const DEFAULT_PORT = 7007;
const folder = join(rootFolder, '.demo');

const { values: options } = parseArgs({
  options: {
    port: { type: 'string' },
    app: { type: 'string', default: 'app' },
    'sandbox-options': {
      type: 'string',
      default: '--clouds north,south --cloud-state running,storage',
    },
  },
});

function logFile(name) {
  mkdirSync(folder, { recursive: true });
  const stream = createWriteStream(join(folder, `${name}.log`));
  return line => stream.write(`${line}\n`);
}

async function demo() {
  const port = await choosePort(
    options.port === undefined ? undefined : Number(options.port),
    DEFAULT_PORT,
    'demo',
  );
  await installDependencies();
  await Promise.all([prepareSandbox(), buildBundle(options.app)]);
  clearPortal(join(folder, 'portal'));
  const sandbox = await step('Starting two sandbox clouds', () =>
    startSandbox({
      folder: join(folder, 'sandbox'),
      args: options['sandbox-options'].split(' ').filter(Boolean),
      onLine: logFile('sandbox'),
    }),
  );
  const portal = await step('Starting the portal', () =>
    startPortal({
      app: options.app,
      port,
      folder: join(folder, 'portal'),
      configs: [sandbox.info.portalConfig],
      onLine: logFile('portal'),
    }),
  );
  const [cloud] = sandbox.info.clouds;
  console.log(`
  The portal is at  ${portal.baseUrl}/mosk   (sign in as guest)
  Cloud North is at kubectl --kubeconfig ${
    cloud.kubeconfig
  } -n openstack get osdpl
  Its alerts are at ${cloud.alertmanager}${
    cloud.alertsAreBeingMade
      ? '   (in some minutes: Prometheus and Alertmanager are being built)'
      : ''
  }
  Make trouble      scripts/run.sh sandbox help
  Logs are in       ${folder}
  End with          Ctrl-C
`);
  const ended = await Promise.race([
    sandbox.exited.then(code => `The sandbox ended with ${code}`),
    portal.exited.then(code => `The portal ended with ${code}`),
  ]);
  if (!isStopping()) {
    throw new Error(`${ended}; its log is in ${folder}`);
  }
}

stopOnSignals();
try {
  await demo();
} catch (error) {
  console.error(`error: ${error.message}`);
  await stopAll();
  process.exit(1);
}
