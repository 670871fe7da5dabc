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

/** Of the host's own tabs and tables, which we do not draw. */
const rulesOfTheHost = ['aria-valid-attr-value', 'empty-table-header'];

/**
 * What axe finds serious or critical in the main part of a page.
 *
 * @returns the rule and the element of each finding
 */
export async function seriousViolations(
  page: Page,
): Promise<Array<{ rule: string; element: string }>> {
  // axe does not load in Jest, so it goes to the browser as text.
  const axe = await readFile(require.resolve('axe-core/axe.min.js'), 'utf8');
  await page.evaluate(axe);
  const rules = Object.fromEntries(
    rulesOfTheHost.map(rule => [rule, { enabled: false }]),
  );
  const { violations } = await page.evaluate(
    options => (globalThis as any).axe.run('main', options),
    { rules },
  );
  return violations
    .filter(({ impact }: { impact: string }) =>
      ['serious', 'critical'].includes(impact),
    )
    .map(({ id, nodes }: { id: string; nodes: Array<{ html: string }> }) => ({
      rule: id,
      element: nodes[0].html.slice(0, 200),
    }));
}
