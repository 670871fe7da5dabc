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

import { Browser, chromium, Page } from 'playwright-core';

const WAIT_MS = 60_000;
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The page of a cloud in Chromium. */
export async function openCloudPage(
  baseUrl: string,
  cloud: string,
): Promise<{ browser: Browser; page: Page }> {
  const executablePath = process.env.MOSK_PORTAL_CHROMIUM;
  if (!executablePath) {
    throw new Error(
      'MOSK_PORTAL_CHROMIUM does not name a browser; run the benchmark with: make benchmark',
    );
  }
  const browser = await chromium.launch({ executablePath, args: flags });
  const context = await browser.newContext({
    baseURL: baseUrl,
    viewport: { width: 1400, height: 1000 },
  });
  context.setDefaultTimeout(WAIT_MS);
  const page = await context.newPage();
  await page.goto('/');
  await page.getByRole('button', { name: 'Enter' }).click();
  await page.getByRole('link', { name: 'Catalog' }).first().waitFor();
  await page.goto(`/mosk/clouds/${cloud}`);
  return { browser, page };
}
