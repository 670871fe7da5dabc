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

import { startSandbox } from '@mosk-portal/sandbox';
import { parseArgs } from 'node:util';
import { measureMemory } from './memory/measureMemory';
import { measureRunningPortal } from './measureRunningPortal';
import { describeLoad, describeMachine } from './report/describeMachine';
import { markdownTable } from './report/markdownTable';
import { ReportRow } from './report/types';
import { fullSizes, quickSizes, Sizes } from './sizes';

const parts: Record<string, (sizes: Sizes) => Promise<ReportRow[]>> = {
  portal: measureRunningPortal,
  memory: async sizes => {
    const sandbox = await startSandbox();
    try {
      return await measureMemory(sandbox, sizes.objects);
    } finally {
      await sandbox.stop();
    }
  },
};

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      quick: { type: 'boolean', default: false },
      only: { type: 'string', default: Object.keys(parts).join() },
    },
  });
  const loadBefore = describeLoad();
  const rows: ReportRow[] = [];
  for (const name of values.only.split(',')) {
    const part = parts[name];
    if (!part) {
      throw new Error(
        `Unknown part ${name}; there are ${Object.keys(parts).join(', ')}`,
      );
    }
    rows.push(...(await part(values.quick ? quickSizes : fullSizes)));
  }
  process.stdout.write(
    `\n${describeMachine()}; load ${loadBefore} before, ${describeLoad()} after\n\n${markdownTable(
      rows,
    )}\n`,
  );
}

main().then(
  () => process.exit(0),
  error => {
    process.stderr.write(`${error.stack}\n`);
    process.exit(1);
  },
);
