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

import { walk } from './harness/browser';
import { setStage, Stage } from './harness/stage';

describe('a portal of the old frontend system', () => {
  let stage: Stage;
  let page: Stage['page'];

  beforeAll(async () => {
    stage = await setStage({
      app: 'app-legacy',
      clouds: ['north'],
      cloudState: 'running',
      timeScale: 0.05,
    });
    ({ page } = stage);
  });

  afterAll(() => stage?.stop());

  it('shows the same pages, tab, card and form field', async () => {
    await walk(page, 'legacy', async () => {
      await page.goto('/mosk');
      await page.getByRole('link', { name: 'North', exact: true }).click();
      await page.getByText(/Nothing: all \d+ components are healthy/).waitFor();

      await page.goto('/mosk/rollouts');
      await page
        .getByRole('list', { name: 'Ended rollouts' })
        .getByRole('link')
        .first()
        .click();
      await page.getByRole('list', { name: 'Timeline of the steps' }).waitFor();

      const entity =
        '/catalog/default/component/north-openstack-service-compute';
      await page.goto(entity);
      await page.getByText('Healthy', { exact: true }).first().waitFor();
      await page.goto(`${entity}/health`);
      await page
        .getByRole('table', { name: 'Workloads' })
        .getByText('nova-scheduler')
        .waitFor();

      await page.goto('/create/templates/default/openstack-cloud');
      await page.getByRole('button', { name: /Choose a cloud/ }).click();
      expect(await page.getByRole('option').allInnerTexts()).toEqual(['North']);
    });
  });
});
