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
import { host } from './harness/host';
import { setStage, Stage } from './harness/stage';
import { sticksOut } from './harness/sticksOut';

const entity = '/catalog/default/component/north-openstack-service-compute';

const change = encodeURIComponent(
  JSON.stringify({
    deployment: { cloud: 'north', namespace: 'openstack', name: 'north' },
  }),
);

/** The example in the card of an entity without links, or without labels. */
const exampleOfEmptyCard = 'pre';

/** Our pages, with something by which each is known to be there, and what of it the portal around us draws. */
const routes: Array<{ route: string; landmark: RegExp; left?: string[] }> = [
  { route: '/mosk', landmark: /Owner/ },
  {
    route: '/mosk/clouds/north',
    landmark: /Nothing: all \d+ components are healthy/,
  },
  { route: '/mosk/rollouts', landmark: /Running now/ },
  {
    route: `${entity}/health`,
    landmark: /nova-scheduler/,
    left: host.entityTabs,
  },
  {
    route: entity,
    landmark: /Healthy/,
    left: [...host.entityTabs, exampleOfEmptyCard],
  },
  {
    route: '/create/templates/default/openstack-cloud',
    landmark: /Choose a cloud/,
    left: host.templatePage,
  },
  {
    route: `/create/templates/default/openstack-change?formData=${change}`,
    landmark: /north in North/,
    left: host.templatePage,
  },
  {
    route: '/create/templates/default/openstack-upgrade',
    landmark: /Choose one/,
    left: host.templatePage,
  },
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
      const findings: object[] = [];
      const inspect = async (route: string, left?: string[]) => {
        const serious = await seriousViolations(page, left);
        const out = await sticksOut(page, left);
        if (serious.length || out.length) {
          findings.push({ route, serious, out });
        }
      };
      for (const { route, landmark, left } of routes) {
        await page.goto(route);
        await page.getByText(landmark).first().waitFor();
        await inspect(route, left);
      }
      await page.goto('/mosk/rollouts');
      await page
        .getByRole('list', { name: 'Ended rollouts' })
        .getByRole('link')
        .first()
        .click();
      await page.getByRole('list', { name: 'Timeline of the steps' }).waitFor();
      await inspect('a rollout');
      expect(findings).toEqual([]);
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
