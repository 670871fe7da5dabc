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
import { requestUpgrade } from './harness/requestUpgrade';
import { setStage, Stage } from './harness/stage';

describe('a restart of the portal', () => {
  let stage: Stage;
  let page: Stage['page'];

  beforeAll(async () => {
    stage = await setStage({
      clouds: ['north'],
      cloudState: 'running',
      timeScale: 0.05,
      config: () => ({
        // A task without a sign of life for so long is one of a backend that went away.
        scaffolder: { taskRecovery: { staleTimeout: { seconds: 3 } } },
        mosk: { rollouts: { stuck: { minutes: 10 } } },
      }),
    });
    ({ page } = stage);
  });

  afterAll(() => stage?.stop());

  it('takes up a wait again, to the same moment, and forgets no rollout', async () => {
    await walk(page, 'restart', async () => {
      await stage.sandbox.command('stall-service', { service: 'dashboard' });
      await requestUpgrade(page, 'epoxy');
      const task = page.url();
      const before = await deadlineOf(task);

      await stage.restartPortal();
      await page.goto('/mosk/rollouts');
      await page
        .getByRole('link', { name: 'Upgrade of OpenStackDeployment' })
        .first()
        .waitFor();
      expect(await deadlineOf(task)).toBe(before);

      await stage.sandbox.command('heal-service', { service: 'dashboard' });
      await page.getByRole('link', { name: 'Rollout', exact: true }).waitFor();
      await picture(page, 'task-after-restart');
      await page.getByRole('link', { name: 'Rollout', exact: true }).click();
      await untilRollout(page, /Upgrade of/, 'Done');
    });
  });

  /** The moment to which the wait of the task says it waits, once it runs. */
  async function deadlineOf(task: string): Promise<string> {
    const [request] = await Promise.all([
      page.waitForRequest(/\/api\/scaffolder\/v2\/tasks\//),
      page.goto(task),
    ]);
    const { authorization } = await request.allHeaders();
    const events = `/api/scaffolder/v2/tasks/${task.split('/').pop()}/events`;
    for (;;) {
      const response = await page.request.get(events, {
        headers: { authorization },
      });
      const said = /Waits until (\S+) at most/.exec(await response.text());
      if (said) {
        return said[1];
      }
    }
  }
});
