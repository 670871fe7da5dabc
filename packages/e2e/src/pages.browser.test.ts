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

import { seriousViolations } from './harness/accessibility';
import { signIn, walk } from './harness/browser';
import { setStage, Stage } from './harness/stage';
import { sticksOut } from './harness/sticksOut';

const entity = '/catalog/default/component/north-openstack-service-compute';

/** Our pages, with something by which each is known to be there. */
const routes: Array<[string, RegExp]> = [
  ['/mosk', /Owner/],
  ['/mosk/clouds/north', /Nothing: all \d+ components are healthy/],
  ['/mosk/rollouts', /Running now/],
  [`${entity}/health`, /nova-scheduler/],
];

describe('the pages', () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await setStage({
      clouds: ['north'],
      cloudState: 'running',
      timeScale: 0.05,
    });
  });

  afterAll(() => stage?.stop());

  it.each([
    { name: 'wide and light', width: 1400, dark: false },
    { name: 'narrow and dark', width: 360, dark: true },
  ])('are accessible and fit the screen, $name', async look => {
    const { browser, portal } = stage;
    const { context, page } = await signIn(browser, portal.baseUrl, look);
    await walk(page, `pages-${look.width}`, async () => {
      for (const [route, landmark] of routes) {
        await page.goto(route);
        await page.getByText(landmark).first().waitFor();
        expect({ route, serious: await seriousViolations(page) }).toEqual({
          route,
          serious: [],
        });
        expect({ route, out: await sticksOut(page) }).toEqual({
          route,
          out: [],
        });
      }
    });
    await context.close();
  });

  it('shows the pods of a service in the Kubernetes tab', async () => {
    const { page } = stage;
    await walk(page, 'kubernetes-tab', async () => {
      await page.goto(`${entity}/kubernetes`);
      await page.getByText('21 pods').first().click();
      await page.getByText('nova-scheduler').first().waitFor();
      expect(await page.getByText(/keystone-api/).count()).toBe(0);
    });
  });
});
