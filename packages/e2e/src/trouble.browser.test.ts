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

import { resourceIdentities } from '@mosk-portal/plugin-mosk-common';
import { picture, untilRollout, walk } from './harness/browser';
import { requestUpgrade } from './harness/requestUpgrade';
import { setStage, Stage } from './harness/stage';

const { OpenStackDeployment } = resourceIdentities;

describe('a cloud in trouble', () => {
  let stage: Stage;
  let page: Stage['page'];

  beforeAll(async () => {
    stage = await setStage({
      clouds: ['north'],
      cloudState: 'running',
      timeScale: 0.05,
      config: sandbox => ({
        mosk: {
          clusters: [
            ...sandbox.portalConfig().mosk.clusters,
            { name: 'south', token: 'of a cluster that is nowhere' },
          ],
        },
      }),
    });
    ({ page } = stage);
  });

  afterAll(() => stage?.stop());

  /** How what a test broke is mended, also when the test failed halfway. */
  const heals: Array<() => Promise<unknown>> = [];
  const heal = async () => {
    for (const mend of heals.splice(0)) {
      await mend();
    }
  };
  afterEach(heal);

  const unwell = () =>
    page.getByRole('list', { name: 'Components that are not well' });
  const health = (service: string) =>
    `/catalog/default/component/north-openstack-service-${service}/health`;
  /** Opens the newest ended rollout whose title has these words. */
  const openEnded = async (title: string) => {
    await page.goto('/mosk/rollouts');
    await page
      .getByRole('list', { name: 'Ended rollouts' })
      .getByRole('link', { name: title })
      .first()
      .click();
  };

  it('shows a degraded workload as the cause, live, and its end', async () => {
    await walk(page, 'degraded', async () => {
      await page.goto('/mosk/clouds/north');
      await page.getByText(/Nothing: all \d+ components are healthy/).waitFor();
      await degrade('Deployment/glance-api');
      await unwell().getByText('Image (Glance)').first().waitFor();
      await picture(page, 'cloud-degraded');
      await page.goto(health('image'));
      await page
        .getByRole('table', { name: 'Workloads' })
        .getByRole('cell', { name: '0 of 3', exact: true })
        .waitFor();
      expect(await page.getByText(/glance-api/).count()).toBeGreaterThan(0);
      await heal();
      // The tab is live too.
      await page
        .getByRole('table', { name: 'Workloads' })
        .getByRole('cell', { name: '3 of 3', exact: true })
        .waitFor();
      await page.goto('/mosk/clouds/north');
      await page.getByText(/Nothing: all \d+ components are healthy/).waitFor();
    });
  });

  it('tells which components a lost node takes along, and what is on a node that is well', async () => {
    await walk(page, 'node-lost', async () => {
      const node = 'compute-1';
      heals.push(() => stage.sandbox.command('node-ready', { node }));
      await stage.sandbox.command('node-not-ready', { node });
      await page.goto('/mosk/clouds/north');
      const on = (name: string) =>
        page
          .getByRole('list', { name: `Components on ${name}` })
          .getByRole('listitem');
      await on(node)
        .filter({ hasText: 'Compute (Nova)' })
        .getByText(/\d of \d pods? here not ready/)
        .waitFor();
      await picture(page, 'node-lost');
      await page.getByRole('button', { name: /^All: \d+$/ }).click();
      await page
        .getByRole('button', { name: 'What is on it: control-1' })
        .click();
      await on('control-1')
        .filter({ hasText: 'Identity (Keystone)' })
        .waitFor();
      expect(
        await on('control-1')
          .getByText(/pods? here, ready/)
          .count(),
      ).toBeGreaterThan(0);
      await heal();
      await page.getByText(/Nothing: all \d+ components are healthy/).waitFor();
    });
  });

  it('keeps what it knows of a cluster that goes away, and comes back to it', async () => {
    await walk(page, 'outage', async () => {
      await page.goto('/mosk/clouds/north');
      await page.getByText('Live', { exact: true }).waitFor();
      heals.push(() => stage.sandbox.command('start-api'));
      await stage.sandbox.command('stop-api');
      await page
        .getByText(/Cloud north is (out of reach|not heard from)/)
        .waitFor();
      await page
        .getByText(/ECONNREFUSED|ECONNRESET|other side closed|terminated/)
        .first()
        .waitFor();
      await page.getByText(/What is shown is the last that is known/).waitFor();
      expect(await page.getByText('Healthy', { exact: true }).count()).toBe(0);
      await picture(page, 'cloud-out-of-reach');
      await page.goto(health('compute'));
      await page
        .getByText(/Unknown, was/)
        .first()
        .waitFor();
      await heal();
      await page.goto('/mosk/clouds/north');
      await page.getByText('Live', { exact: true }).waitFor();
      await page.getByText(/Nothing: all \d+ components are healthy/).waitFor();
    });
  });

  it('says which key of a cloud is wrong, and goes on with the others', async () => {
    await walk(page, 'misconfigured', async () => {
      await page.goto('/mosk');
      await page.getByRole('link', { name: 'North', exact: true }).waitFor();
      await page
        .getByText(/mosk\.clusters\[1\]/)
        .first()
        .waitFor();
      await picture(page, 'clouds-misconfigured');
      await page.goto('/mosk/clouds/south');
      await page
        .getByText(/mosk\.clusters\[1\]/)
        .first()
        .waitFor();
      expect(await page.getByText('Healthy', { exact: true }).count()).toBe(0);
    });
  });

  it('says early that no change gets through while the admission is down', async () => {
    await walk(page, 'admission-down', async () => {
      await degrade('Deployment/rockoon-admission');
      await page.goto(
        `/create/templates/default/openstack-change?formData=${encodeURIComponent(
          JSON.stringify({
            deployment: {
              cloud: 'north',
              namespace: 'openstack',
              name: 'north',
            },
          }),
        )}`,
      );
      await page
        .getByText(/admission webhook/)
        .first()
        .waitFor();
      expect(await page.getByText(/rockoon-admission/).count()).toBeGreaterThan(
        0,
      );
    });
  });

  it('upgrades by the template, and the timeline moves to its end', async () => {
    await walk(page, 'upgrade', async () => {
      await requestUpgrade(page, 'epoxy');
      await page.goto('/mosk/rollouts');
      await page
        .getByRole('link', { name: 'Upgrade of OpenStackDeployment' })
        .first()
        .click();
      await page
        .getByRole('list', { name: 'Timeline of the steps' })
        .getByText('Identity (Keystone)')
        .waitFor();
      await untilRollout(page, /Upgrade of/, 'Done');
      await picture(page, 'upgrade-done');
    });
    const { spec } = await deployment();
    expect(spec).toMatchObject({ openstack_version: 'epoxy' });
  });

  it('names the service that failed, and why', async () => {
    await walk(page, 'failing', async () => {
      heals.push(async () => {
        await stage.sandbox.command('heal-service', { service: 'dashboard' });
        await stage.sandbox.command('restart-operator');
      });
      await stage.sandbox.command('fail-service', { service: 'dashboard' });
      await admin().patch(OpenStackDeployment, 'openstack', 'north', {
        spec: { size: 'small' },
      });
      await openEnded('Change of OpenStackDeployment openstack/north');
      await untilRollout(page, /Change of/, 'Failed');
      await page.getByText('What the operator says').waitFor();
      await picture(page, 'rollout-failed');
      await page.goto(health('dashboard'));
      await page
        .getByText(/gave up before Dashboard \(Horizon\) was applied/)
        .first()
        .waitFor();
      await heal();
      await page.getByText('Healthy', { exact: true }).first().waitFor();
    });
    expect((await deployment()).spec).toMatchObject({ size: 'small' });
  });

  it('follows a deletion, and lets its entities go', async () => {
    await walk(page, 'deletion', async () => {
      await page.goto('/mosk/clouds/north');
      await page.getByText(/Nothing: all \d+ components are healthy/).waitFor();
      await stage.sandbox.command('delete-deployment');
      await openEnded('Deletion of OpenStackDeployment openstack/north');
      await untilRollout(page, /Deletion of/, 'Done');
      await page.goto(health('compute'));
      await page
        .getByText(/not found/i)
        .first()
        .waitFor();
      await page.goto('/catalog/default/component/north-operator-openstack');
      await page.getByText('OpenStack Operator of North').first().waitFor();
    });
    await expect(deployment()).rejects.toThrow(/not found/);
  });

  async function degrade(workload: string) {
    heals.push(() => stage.sandbox.command('heal-workload', { workload }));
    await stage.sandbox.command('degrade-workload', { workload, ready: 0 });
  }

  function admin() {
    return stage.sandbox.clouds[0].adminClient;
  }

  function deployment() {
    return admin().get(OpenStackDeployment, 'openstack', 'north');
  }
});
