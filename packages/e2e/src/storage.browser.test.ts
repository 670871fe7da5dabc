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
import { seriousViolations } from './harness/accessibility';
import { picture, signIn, untilRollout, walk } from './harness/browser';
import { host } from './harness/host';
import { setStage, Stage } from './harness/stage';
import { sticksOut } from './harness/sticksOut';

const health = (entity: string) => `/catalog/default/${entity}/health`;

/** A form that a link filled in. */
const filled = (template: string, formData: object) =>
  `/create/templates/default/${template}?formData=${encodeURIComponent(
    JSON.stringify(formData),
  )}`;

describe('a whole cloud', () => {
  let stage: Stage;
  let page: Page;

  beforeAll(async () => {
    stage = await setStage({
      clouds: ['north', 'lab'],
      cloudState: ['running', 'empty'],
      release: ['25.2', '26.2'],
      components: ['ceph', 'openstack', 'helm', 'stacklight'],
      timeScale: 0.1,
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

  /** Goes through a form that is filled in already, page by page, to a preview that was accepted, and starts it. */
  async function submit(pages: RegExp[]) {
    const review = page.getByRole('button', { name: 'Review', exact: true });
    const next = page.getByRole('button', { name: 'Next', exact: true });
    for (const words of pages) {
      await next.click();
      await page.getByText(words).first().waitFor();
    }
    await review.click();
    await page.getByRole('button', { name: 'Create', exact: true }).click();
    await page.waitForURL(/\/create\/tasks\//);
  }

  /** Opens a form that a link filled in; its template may not be in the catalog yet. */
  async function openForm(template: string, formData: object) {
    const lacking = page.getByText('No templates found');
    const next = page.getByRole('button', { name: 'Next', exact: true });
    do {
      await page.goto(filled(template, formData));
      await lacking.or(next).first().waitFor();
    } while (await lacking.isVisible());
  }

  /** Opens the Health tab of an entity that may not be in the catalog yet. */
  async function openEntity(entity: string) {
    const lacking = page.getByText('Entity not found');
    // Of our tab itself: the host draws headings of its own while it still looks for the entity.
    const tab = page.getByRole('heading', { name: 'Alerts', exact: true });
    do {
      await page.goto(health(entity));
      await lacking.or(tab).first().waitFor();
    } while (await lacking.isVisible());
  }

  async function followRollout(title: RegExp) {
    await page.getByRole('link', { name: 'Rollout', exact: true }).click();
    await untilRollout(page, title, 'Done');
  }

  it('shows a lost OSD on the page of Ceph, and as the cause on the page of Cinder', async () => {
    await walk(page, 'osd-down', async () => {
      heals.push(() => stage.sandbox.command('osd-up', { id: '0' }));
      await stage.sandbox.command('osd-down', { id: '0' });
      await openEntity('resource/north-ceph-cluster-rook-ceph');
      await page
        .getByText(/osd[.-]0|1 osds? down/i)
        .first()
        .waitFor();
      await picture(page, 'ceph-osd-down');
      await page.goto(
        health('component/north-openstack-service-block-storage'),
      );
      await page.getByRole('link', { name: /Ceph/ }).first().waitFor();
      await page.getByText('Degraded', { exact: true }).first().waitFor();
      expect(
        await page
          .getByRole('list', { name: 'Dependencies that are not well' })
          .textContent(),
      ).toMatch(/Ceph/);
      await picture(page, 'cinder-because-of-ceph');
    });
  });

  it('shows the alerts of a service on its Health tab, from a real Alertmanager', async () => {
    await walk(page, 'alerts', async () => {
      const workload = 'Deployment/glance-api';
      heals.push(() => stage.sandbox.command('heal-workload', { workload }));
      await stage.sandbox.command('degrade-workload', { workload, ready: 0 });
      await page.goto(health('component/north-openstack-service-image'));
      const firing = page.getByRole('list', { name: 'Firing alerts' });
      await firing.getByText('KubeDeploymentOutage').waitFor();
      expect(await firing.textContent()).toMatch(/Critical.*glance-api/);
      await picture(page, 'alerts');
    });
  });

  it('shows how the monitoring itself is, and what storage did over time', async () => {
    await walk(page, 'monitoring', async () => {
      await openEntity('component/north-stacklight');
      const asked = page.getByRole('table', { name: 'What the portal asks' });
      await asked.getByRole('row', { name: /Alertmanager.*Answers/ }).waitFor();
      expect(
        await page
          .getByRole('list', { name: 'Receivers of alerts' })
          .getByRole('listitem')
          .count(),
      ).toBeGreaterThan(0);
      await picture(page, 'stacklight');

      const inNumbers = page.getByRole('list', {
        name: 'How full is the storage? In numbers',
      });
      const unmeasured = page.getByText('Nothing was measured in this time.');
      // Prometheus is as young as the cloud: a point of an hour's chart comes every half minute.
      do {
        await page.goto(health('resource/north-ceph-cluster-rook-ceph'));
        await page.getByRole('button', { name: '1 h', exact: true }).click();
        await inNumbers.or(unmeasured).first().waitFor();
      } while (!(await inNumbers.isVisible()));
      expect(await inNumbers.textContent()).toMatch(/Used.*Total.*TiB/);
      await picture(page, 'ceph-charts');
    });
  });

  it('installs Helm releases in the order that they need each other', async () => {
    await walk(page, 'helm-bundle', async () => {
      await openForm('helm-bundle', {
        cloud: 'north',
        name: 'extras',
        namespace: 'osh-system',
        repositories: [
          { name: 'internal', url: 'https://charts.example.org/internal' },
        ],
        releases: [
          {
            name: 'metrics-proxy',
            namespace: 'osh-system',
            chart: 'internal/metrics-proxy',
            version: '1.4.0',
          },
          {
            name: 'metrics-ui',
            namespace: 'osh-system',
            chart: 'internal/metrics-ui',
            version: '0.9.1',
            requires: ['metrics-proxy'],
          },
        ],
      });
      await submit([/one that the bundle has/, /accepts this/]);
      await followRollout(/Creation of HelmBundle/);
      await page
        .getByRole('list', { name: 'Timeline of the steps' })
        .getByText('metrics-ui')
        .waitFor();
      expect(
        await page
          .getByRole('list', { name: 'Timeline of the steps' })
          .getByRole('listitem')
          .count(),
      ).toBe(2);
      await picture(page, 'helm-bundle-done');
    });
  });

  it('creates a Ceph cluster of the kind that the cloud has, and watches it to the end', async () => {
    await walk(page, 'ceph-create', async () => {
      const node = (index: number, roles: string[]) => ({
        name: `storage-${index}`,
        roles,
        devices: [
          { path: `/dev/disk/by-id/nvme-${index}`, deviceClass: 'ssd' },
        ],
      });
      await openForm('ceph-cluster', {
        cloud: 'lab',
        name: 'rook-ceph',
        publicNetworks: ['10.20.0.0/24'],
        clusterNetworks: ['10.21.0.0/24'],
        nodes: [
          node(1, ['mon', 'mgr']),
          node(2, ['mon', 'mgr']),
          node(3, ['mon']),
        ],
        pools: [
          {
            name: 'kubernetes',
            default: true,
            deviceClass: 'ssd',
            replicas: 3,
          },
        ],
        openStackPools: { deviceClass: 'ssd', replicas: 3 },
      });
      await submit([
        /an odd number of nodes/,
        /One of them is the default/,
        /Left out while the name/,
        /accepts this/,
      ]);
      await followRollout(/Creation of CephDeployment/);
      await picture(page, 'ceph-created');
      await openEntity('resource/lab-ceph-cluster-rook-ceph');
      await page.getByText('Healthy', { exact: true }).first().waitFor();
      expect(
        await page.getByRole('table', { name: 'Pools of Ceph' }).textContent(),
      ).toMatch(/kubernetes/);
      await picture(page, 'ceph-healthy');
    });
  });

  it('adds a node with an OSD to the Ceph cluster, offered from the nodes of the cloud', async () => {
    await walk(page, 'ceph-add-node', async () => {
      await openForm('ceph-add-osd-nodes', {
        deployment: {
          cloud: 'north',
          namespace: 'ceph-lcm-mirantis',
          name: 'rook-ceph',
        },
      });
      const next = page.getByRole('button', { name: 'Next', exact: true });
      await next.click();
      await page.getByRole('button', { name: /Add a node/ }).click();
      const free = page
        .getByRole('option', { name: /^(control|compute)/ })
        .first();
      const name = (await free.textContent())!;
      await free.click();
      await page
        .getByRole('group', { name: `device 1 of ${name}` })
        .getByRole('textbox', { name: 'Path' })
        .fill('/dev/disk/by-id/nvme-new');
      await picture(page, 'ceph-add-node');
      await next.click();
      // The running cluster was made by hand, so the first change takes its fields over.
      await page.getByText(/Take these fields over/).click();
      await page.getByText(/accepts this/).waitFor();
      expect(await page.getByText('nvme-new').count()).toBeGreaterThan(0);
      await page.getByRole('button', { name: 'Review', exact: true }).click();
      await page.getByRole('button', { name: 'Create', exact: true }).click();
      await page.waitForURL(/\/create\/tasks\//);
      await followRollout(/Change of MiraCeph/);
      await openEntity('resource/north-ceph-cluster-rook-ceph');
      await page.getByRole('row', { name: /OSDs.*4 of 4/ }).waitFor();
    });
  });

  it('draws a graph of the cloud in which storage stands under what needs it', async () => {
    await walk(page, 'catalog-graph', async () => {
      const root = encodeURIComponent(
        'component:default/north-openstack-service-block-storage',
      );
      await page.goto(
        `/catalog-graph?rootEntityRefs%5B%5D=${root}&maxDepth=1&unidirectional=true&mergeRelations=true&direction=LR&relations%5B%5D=dependsOn&relations%5B%5D=dependencyOf`,
      );
      const node = page.locator('[data-testid="node"]');
      await node.getByText('Ceph cluster rook-ceph of North').waitFor();
      expect(await node.allTextContents()).toEqual(
        expect.arrayContaining([
          expect.stringMatching(/^Database \(MariaDB/),
          expect.stringMatching(/^Ceph cluster rook-ceph of North/),
          expect.stringMatching(/^Pool volumes-ssd of North/),
        ]),
      );
      await picture(page, 'graph-of-cinder');
      await page.goto(
        `/catalog-graph?rootEntityRefs%5B%5D=${encodeURIComponent(
          'system:default/north',
        )}&maxDepth=1&unidirectional=true&mergeRelations=true&direction=LR`,
      );
      await node.getByText('StackLight of North').first().waitFor();
      const inCloud = await node.allTextContents();
      expect(inCloud).toContainEqual(expect.stringMatching(/^Ceph cluster/));
      expect(inCloud).not.toContainEqual(
        expect.stringMatching(/^Helm release/),
      );
      await picture(page, 'graph-of-cloud');
    });
  });

  it.each([
    { name: 'wide and light', width: 1400, dark: false },
    { name: 'narrow and dark', width: 360, dark: true },
  ])('is accessible and fits the screen, $name', async look => {
    const { browser, portal } = stage;
    const signedIn = await signIn(browser, portal.baseUrl, look);
    const pages = [
      {
        route: health('resource/north-ceph-cluster-rook-ceph'),
        ready: 'Over time',
      },
      {
        route: health('component/north-stacklight'),
        ready: 'Who is told of alerts',
      },
      { route: '/mosk/clouds/north', ready: 'Over time' },
      { route: '/create/templates/default/ceph-cluster', ready: 'Next' },
      { route: '/create/templates/default/helm-bundle', ready: 'Next' },
    ];
    await walk(signedIn.page, `storage-pages-${look.width}`, async () => {
      const findings: object[] = [];
      const left = [...host.entityTabs, ...host.templatePage];
      for (const { route, ready } of pages) {
        await signedIn.page.goto(route);
        await signedIn.page.getByText(ready, { exact: true }).first().waitFor();
        const serious = await seriousViolations(signedIn.page, left);
        const out = await sticksOut(signedIn.page, left);
        await picture(
          signedIn.page,
          `${route.split('/').slice(-2).join('-')}-${look.width}`,
        );
        if (serious.length || out.length) {
          findings.push({ route, serious, out });
        }
      }
      expect(findings).toEqual([]);
    });
    await signedIn.context.close();
  });
});
