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

import { readFile } from 'node:fs/promises';
import { Page } from 'playwright-core';

/**
 * What axe finds serious or critical in the main part of a page; in the whole page where the host marks none.
 *
 * @param host - selectors of what the portal around us draws there, which is left out
 * @returns the rule and the element of each finding
 */
export async function seriousViolations(
  page: Page,
  host: string[] = [],
): Promise<Array<{ rule: string; element: string }>> {
  // A circle by which the host says that a part of it still loads has no name.
  await page
    .locator('.MuiCircularProgress-root')
    .first()
    .waitFor({ state: 'detached' });
  // axe does not load in Jest, so it goes to the browser as text.
  const axe = await readFile(require.resolve('axe-core/axe.min.js'), 'utf8');
  await page.evaluate(axe);
  const { violations } = await page.evaluate(exclude => {
    const { document, axe: checker } = globalThis as any;
    const include = document.querySelector('main') ?? document.body;
    return checker.run({
      include: [include],
      exclude: exclude.flatMap((selector: string) => [
        ...include.querySelectorAll(selector),
      ]),
    });
  }, host);
  return violations
    .filter(({ impact }: { impact: string }) =>
      ['serious', 'critical'].includes(impact),
    )
    .map(({ id, nodes }: { id: string; nodes: Array<{ html: string }> }) => ({
      rule: id,
      element: nodes[0].html.slice(0, 200),
    }));
}
