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

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Browser, BrowserContext, chromium, Page } from 'playwright-core';
import { reportFolder } from './portal';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Generous, as two cores also run a control plane and the portal. */
export const WAIT_MS = 60_000;

export async function openBrowser(): Promise<Browser> {
  const executablePath = process.env.MOSK_PORTAL_CHROMIUM;
  if (!executablePath) {
    throw new Error(
      'MOSK_PORTAL_CHROMIUM does not name a browser; run the browser tests with: make test ONLY=browser, and the benchmarks with: make benchmark',
    );
  }
  return chromium.launch({ executablePath, args: flags, headless: true });
}

/** A page of a person who signed in as guest. */
export async function signIn(
  browser: Browser,
  baseUrl: string,
  options: { width?: number; dark?: boolean } = {},
): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({
    baseURL: baseUrl,
    viewport: { width: options.width ?? 1400, height: 1000 },
    colorScheme: options.dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(WAIT_MS);
  const page = await context.newPage();
  await page.goto('/');
  const enter = page.getByRole('button', { name: 'Enter' });
  await enter.click();
  await enter.waitFor({ state: 'detached' });
  return { context, page };
}

/** Keeps a picture of the page, for people who look at the report. */
export async function picture(page: Page, name: string): Promise<void> {
  mkdirSync(reportFolder, { recursive: true });
  await page.screenshot({
    path: join(reportFolder, `${name}.png`),
    fullPage: true,
  });
}

/** Runs a walk through the portal and keeps a picture of where it failed. */
export async function walk(
  page: Page,
  name: string,
  steps: () => Promise<void>,
): Promise<void> {
  try {
    await steps();
  } catch (error) {
    await picture(page, `failed-${name}`);
    throw error;
  }
}

/** Waits until the rollout that the page shows is in a state, by the word beside its heading. */
export async function untilRollout(
  page: Page,
  title: RegExp,
  state: 'Done' | 'Failed',
): Promise<void> {
  await page
    .getByRole('heading', { name: title })
    .locator('..')
    .getByText(state, { exact: true })
    .waitFor();
}
