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

import { Page } from 'playwright-core';

/** Lets the page itself note when it shows a text; resolves with a function that resolves with that moment. */
export async function watchPage(
  page: Page,
  text: string,
): Promise<() => Promise<number>> {
  await page.evaluate(expected => {
    const scope = window as { shownAt?: Promise<number> };
    scope.shownAt = new Promise(resolve => {
      const observer = new MutationObserver(() => {
        if (document.body.textContent?.includes(expected)) {
          observer.disconnect();
          resolve(Date.now());
        }
      });
      observer.observe(document.body, {
        childList: true,
        characterData: true,
        subtree: true,
      });
    });
  }, text);
  return () =>
    page.evaluate(() => (window as { shownAt?: Promise<number> }).shownAt!);
}
