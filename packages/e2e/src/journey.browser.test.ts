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

import { picture, untilRollout, walk } from './harness/browser';
import { setStage, Stage } from './harness/stage';

/** A creation takes some ten seconds: long enough to be watched. */
const TIME_SCALE = 0.15;

describe('from a template to a healthy cloud', () => {
  let stage: Stage;
  let page: Stage['page'];

  beforeAll(async () => {
    stage = await setStage({ clouds: ['lab'], timeScale: TIME_SCALE });
    ({ page } = stage);
  });

  afterAll(() => stage?.stop());

  const next = () => page.getByRole('button', { name: 'Next' }).click();

  it('creates an OpenStack cloud and watches it to the end', async () => {
    await walk(page, 'journey', async () => {
      await page.goto('/mosk');
      await page.getByRole('link', { name: 'Lab', exact: true }).waitFor();

      // What.
      await page.goto('/create/templates/default/openstack-cloud');
      await page.getByRole('button', { name: /Choose a cloud/ }).click();
      await page.getByRole('option', { name: 'Lab' }).click();
      await page.getByLabel('Name').fill('lab');
      await next();

      // Domains and certificates.
      await page.getByLabel('Public domain').fill('lab.example.org');
      await page
        .getByRole('textbox', { name: 'Secret', exact: false })
        .first()
        .fill('lab-hidden');
      await next();

      // Network and compute: what is required is said beside its field.
      await next();
      expect(
        await page
          .getByLabel('Tunnel interface')
          .evaluate((field: any) => field.validationMessage),
      ).toBe('Please fill out this field.');
      await page.getByLabel('Tunnel interface').fill('bond0.31');
      await page.getByLabel('Live migration interface').fill('bond0.32');
      await next();

      // Everything else.
      await next();

      // Preview: a real dry run, nothing written.
      await page.getByText('The API server accepts this').waitFor();
      await picture(page, 'template-preview');
      expect(await deployments()).toEqual([]);
      await page.getByRole('button', { name: 'Review', exact: true }).click();
      await page.getByRole('button', { name: 'Create', exact: true }).click();

      // The task links to the rollout, which moves.
      await page.getByRole('link', { name: 'Rollout', exact: true }).waitFor();
      await page.getByRole('link', { name: 'Rollout', exact: true }).click();
      const timeline = page.getByRole('list', {
        name: 'Timeline of the steps',
      });
      await timeline.getByText('Identity (Keystone)').waitFor();
      await untilRollout(page, /Creation of/, 'Done');
      await page.getByRole('tab', { name: 'Who asked' }).click();
      await page.getByRole('tabpanel').getByText(/guest/).first().waitFor();
      await picture(page, 'rollout-done');
    });
    expect(await deployments()).toEqual(['lab']);
  });

  it('shows the cloud and its services in the catalog, with their health', async () => {
    await walk(page, 'catalog', async () => {
      await page.goto('/catalog/default/system/lab/health');
      await page.getByText('Healthy', { exact: true }).first().waitFor();
      await page.goto(
        '/catalog/default/component/lab-openstack-service-compute/health',
      );
      const workloads = page.getByRole('table', { name: 'Workloads' });
      await workloads.getByText('nova-scheduler').waitFor();
      await picture(page, 'component-health');
      await page.goto('/mosk');
      await page.getByText('epoxy').waitFor();
      expect(await page.getByText('Healthy', { exact: true }).count()).toBe(1);
      await picture(page, 'clouds');
    });
  });

  async function deployments(): Promise<string[]> {
    const { items } = await stage.sandbox.clouds[0].adminClient.json(
      'GET',
      '/apis/lcm.mirantis.com/v1alpha1/namespaces/openstack/openstackdeployments',
    );
    return items.map((item: any) => item.metadata.name);
  }
});
