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

/**
 * What of a page reaches too far to the right, so that the whole page scrolls sideways.
 *
 * @param host - selectors of what the portal around us draws there, which is left out
 * @returns the innermost such elements
 */
export async function sticksOut(
  page: Page,
  host: string[] = [],
): Promise<string[]> {
  return page.evaluate(left => {
    const { document, getComputedStyle, innerWidth } = globalThis as any;
    const scrollsByItself = (element: any): boolean =>
      element !== document.body &&
      (getComputedStyle(element).overflowX !== 'visible' ||
        scrollsByItself(element.parentElement));
    const tooFar = [...document.querySelectorAll('body *')].filter(
      (element: any) =>
        element.getBoundingClientRect().right > innerWidth + 1 &&
        !scrollsByItself(element.parentElement),
    );
    return tooFar
      .filter(
        element =>
          !tooFar.some(one => one !== element && element.contains(one)),
      )
      .filter(element => !left.some(one => element.closest(one)))
      .map(element => element.outerHTML.slice(0, 200));
  }, host);
}
