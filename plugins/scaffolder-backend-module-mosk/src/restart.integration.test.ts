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

import {
  resourceIdentities,
  specVersionOf,
} from '@mosk-portal/plugin-mosk-common';
import { startSandbox, TestSandbox } from '@mosk-portal/sandbox';
import { ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const { OpenStackDeployment } = resourceIdentities;
const namespace = 'openstack';
const patience = 120_000;
const pause = () => new Promise(wake => setTimeout(wake, 100));

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  return port;
}

/** The backend of dev/, in a process that can be killed. */
class Portal {
  static async start(config: object, folder: string): Promise<Portal> {
    const port = await freePort();
    const baseUrl = `http://127.0.0.1:${port}`;
    const file = join(folder, 'app-config.json');
    await writeFile(
      file,
      JSON.stringify({
        ...config,
        app: { baseUrl: 'https://portal.example.org' },
        backend: {
          baseUrl,
          listen: { host: '127.0.0.1', port },
          database: {
            client: 'better-sqlite3',
            connection: { directory: folder },
          },
          auth: { dangerouslyDisableDefaultAuthPolicy: true },
        },
        scaffolder: {
          // A task without a sign of life for so long is one of a backend that went away.
          taskRecovery: { enabled: true, staleTimeout: { seconds: 2 } },
        },
      }),
      { mode: 0o600 },
    );
    const child = spawn(
      process.execPath,
      [
        ...['--require', '@backstage/cli/config/nodeTransform.cjs'],
        resolve(__dirname, '../dev/index.ts'),
        ...['--config', file],
      ],
      {
        // Jest's own options are not for this process.
        env: { ...process.env, NODE_OPTIONS: '', NODE_ENV: 'development' },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    const portal = new Portal(baseUrl, child);
    try {
      await portal.untilReady();
    } catch (error) {
      await portal.kill();
      throw error;
    }
    return portal;
  }

  private readonly lines: string[] = [];

  private constructor(
    private readonly baseUrl: string,
    private readonly child: ChildProcess,
  ) {
    for (const stream of [child.stdout!, child.stderr!]) {
      stream.on('data', chunk => {
        this.lines.push(String(chunk));
        this.lines.splice(0, this.lines.length - 50);
      });
    }
  }

  async call(path: string, body?: object): Promise<any> {
    const response = await fetch(
      `${this.baseUrl}/api/scaffolder/v2/${path}`,
      body && {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      },
    );
    if (!response.ok) {
      throw new Error(`${path} answers ${response.status}: ${this.lines}`);
    }
    return response.json();
  }

  /** The log of a task, once it says what is waited for. */
  async log(task: string, enough: (log: string) => boolean): Promise<string> {
    const last = Date.now() + patience;
    for (;;) {
      const events = await this.call(`tasks/${task}/events`);
      const log = events
        .map(({ body }: any) => `${body.stepId ?? ''} ${body.message}`)
        .join('\n');
      if (enough(log)) {
        return log;
      }
      if (log.includes('Run completed') || Date.now() > last) {
        throw new Error(`Task ${task} says no more than:\n${log}`);
      }
      await pause();
    }
  }

  /** As a node that loses power: nothing is tidied up. */
  async kill(): Promise<void> {
    if (this.isRunning) {
      const closed = once(this.child, 'close');
      this.child.kill('SIGKILL');
      await closed;
    }
  }

  private get isRunning() {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  private async untilReady(): Promise<void> {
    const last = Date.now() + patience;
    for (;;) {
      const ready = await fetch(
        `${this.baseUrl}/.backstage/health/v1/readiness`,
      ).catch(() => undefined);
      if (ready?.ok) {
        return;
      }
      if (!this.isRunning || Date.now() > last) {
        throw new Error(
          `The backend did not start (exit code or signal ${
            this.child.exitCode ?? this.child.signalCode
          }):\n${this.lines.join('')}`,
        );
      }
      await pause();
    }
  }
}

describe('a backend that is killed while a task waits', () => {
  let sandbox: TestSandbox;
  let folder: string;
  let portal: Portal | undefined;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mosk-restart-test-'));
    sandbox = await startSandbox({ timeScale: 0.05, cloudState: 'running' });
  }, 900_000);

  afterAll(async () => {
    await portal?.kill();
    await sandbox?.stop();
    await rm(folder, { recursive: true, force: true });
  }, 60_000);

  it('takes the wait up again, to the same moment, and applies nothing twice', async () => {
    const [cloud] = sandbox.clouds;
    const live = () =>
      cloud.adminClient.get(OpenStackDeployment, namespace, cloud.name);
    const deadlines = (log: string) => [
      ...log.matchAll(/wait .*Waits until (\S+) at most/g),
    ];
    await sandbox.command('stall-service', { service: 'dashboard' });
    portal = await Portal.start(sandbox.portalConfig(), folder);
    const { id } = await portal.call('tasks', {
      templateRef: 'template:default/openstack-change',
      values: {
        deployment: { cloud: cloud.name, namespace, name: cloud.name },
        changes: {
          set: { 'spec.size': 'small' },
          remove: [],
          specVersion: specVersionOf((await live()).metadata),
        },
        // What runs already was made with kubectl.
        preview: { takeOver: true },
      },
    });
    const before = await portal.log(id, log => deadlines(log).length === 1);
    expect(before).toMatch(
      /wait .*https:\/\/portal\.example\.org\/mosk\/rollouts\/[\da-f-]{36}/,
    );
    const { generation } = (await live()).metadata;

    await portal.kill();
    portal = await Portal.start(sandbox.portalConfig(), folder);
    const after = await portal.log(id, log => deadlines(log).length === 2);
    expect(after).toContain('apply Skipping step apply because it was already');
    const [first, second] = deadlines(after).map(([, until]) => until);
    expect(second).toBe(first);
    expect(await portal.call(`tasks/${id}`)).toMatchObject({
      status: 'processing',
    });

    await sandbox.command('heal-service', { service: 'dashboard' });
    const end = await portal.log(id, log => log.includes('Run completed'));
    expect(end).toContain(`${namespace}/${cloud.name} is rolled out`);
    expect(end).toContain('Run completed with status: completed');
    expect((await live()).metadata.generation).toBe(generation);
  }, 600_000);
});
