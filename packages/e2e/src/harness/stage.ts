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

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  StartSandboxOptions,
  startSandbox,
  TestSandbox,
} from '@mosk-portal/sandbox';
import { Browser, Page } from 'playwright-core';
import { openBrowser, signIn } from './browser';
import { Portal, startPortal } from './portal';

/** A sandbox, a portal that knows it, and a person who signed in. */
export interface Stage {
  sandbox: TestSandbox;
  portal: Portal;
  browser: Browser;
  page: Page;
  /** Ends the portal and starts it again, at the same address and with the same database. */
  restartPortal(): Promise<void>;
  stop(): Promise<void>;
}

/** Sets the stage for one file of tests; give `beforeAll` time. */
export async function setStage(
  options: StartSandboxOptions & {
    app?: 'app' | 'app-legacy';
    /** Configuration on top of what the sandbox writes for portals. */
    config?: (sandbox: TestSandbox) => object;
  },
): Promise<Stage> {
  const ends: Array<() => Promise<void>> = [];
  const stop = async () => {
    for (const end of ends.reverse()) {
      await end();
    }
  };
  try {
    const sandbox = await startSandbox(options);
    ends.push(() => sandbox.stop());
    const configs = [join(sandbox.directory, 'app-config.sandbox.yaml')];
    if (options.config) {
      const file = join(sandbox.directory, 'app-config.stage.json');
      await writeFile(file, JSON.stringify(options.config(sandbox)), 'utf8');
      configs.push(file);
    }
    const portalOptions = {
      app: options.app,
      folder: join(sandbox.directory, 'portal'),
      configs,
    };
    let portal = await startPortal(portalOptions);
    ends.push(() => portal.stop());
    const browser = await openBrowser();
    ends.push(() => browser.close());
    const { page } = await signIn(browser, portal.baseUrl);
    const restartPortal = async () => {
      await portal.stop();
      const port = Number(new URL(portal.baseUrl).port);
      portal = await startPortal({ ...portalOptions, port });
    };
    return { sandbox, portal, browser, page, restartPortal, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
