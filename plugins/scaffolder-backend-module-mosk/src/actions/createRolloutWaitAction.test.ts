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

import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  DefinitivePolicyDecision,
} from '@backstage/plugin-permission-common';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { snapshotOf } from '@mosk-portal/plugin-mosk-common';
import { MoskCloud, MoskClouds } from '@mosk-portal/plugin-mosk-node';
import { tmpdir } from 'node:os';
import { createRolloutWaitAction } from './createRolloutWaitAction';

const minutes = 60_000;
const start = Date.parse('2026-03-04T10:00:00Z');
const token = 'header.planted-token.signature';

/** The task as the scaffolder keeps it: what a checkpoint answered is never asked again. */
class Task {
  private readonly checkpoints = new Map<string, string>();

  checkpointsOfRun(isAlive: () => boolean) {
    const before = new Map(this.checkpoints);
    return async ({ key, fn }: { key: string; fn: () => Promise<unknown> }) => {
      const known = before.get(key);
      const value = known === undefined ? await fn() : JSON.parse(known);
      if (known === undefined && isAlive()) {
        this.checkpoints.set(key, JSON.stringify(value ?? {}));
      }
      return value;
    };
  }

  get remembered() {
    return [...this.checkpoints].join();
  }
}

function setUp() {
  const cloud: Partial<MoskCloud> = {
    name: 'one',
    snapshot: () => snapshotOf({ cloud: 'one', objects: [] }),
    subscribe: () => () => {},
  };
  const authorize = jest.fn(
    async (): Promise<DefinitivePolicyDecision[]> => [
      { result: AuthorizeResult.ALLOW },
    ],
  );
  const action = createRolloutWaitAction({
    clouds: { get: () => cloud, list: () => [cloud] } as unknown as MoskClouds,
    permissions: mockServices.permissions.mock({ authorize }),
    auditor: mockServices.auditor.mock(),
    delays: { settle: 0, stuck: 1e9, failing: 1e9 },
  });
  const task = new Task();
  const logger = mockServices.logger.mock();
  /** One run of the task; a Retry and a restart are runs too. */
  const run = (options: { expiresAt?: string; timeout?: number } = {}) => {
    const { expiresAt, timeout = 60 } = options;
    let alive = true;
    let end: string | undefined;
    const cancel = new AbortController();
    const context = Object.assign(
      createMockActionContext({
        input: {
          cloud: 'one',
          kind: 'OpenStackDeployment',
          namespace: 'openstack',
          name: 'cloud-one',
          uid: 'u',
          generation: 1,
          timeout: { minutes: timeout },
        },
        workspacePath: tmpdir(),
      }),
      {
        logger,
        signal: cancel.signal,
        checkpoint: task.checkpointsOfRun(() => alive),
        // As the scaffolder reads it from its database.
        getInitiatorCredentials: async () => ({
          ...mockCredentials.user(),
          token,
          expiresAt,
        }),
      },
    );
    action.handler(context as any).then(
      () => (end = 'done'),
      error => (end = error.message),
    );
    return {
      end: async () => {
        await jest.advanceTimersByTimeAsync(0);
        return end;
      },
      cancel: () => cancel.abort(),
      /** The backend is killed: nothing of this run is written any more. */
      die: () => {
        alive = false;
      },
    };
  };
  return { authorize, logger, run, task };
}

const pass = (time: number) => jest.advanceTimersByTimeAsync(time);

describe('mosk:rollout:wait', () => {
  beforeEach(() => {
    jest.useFakeTimers({ now: start });
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('keeps its deadline through a restart, and asks for permission once', async () => {
    const { authorize, run } = setUp();
    const first = run();
    await pass(40 * minutes);
    first.die();
    const recovered = run();
    await pass(19 * minutes);
    expect(await recovered.end()).toBeUndefined();
    await pass(1 * minutes);
    expect(await recovered.end()).toMatch(/not done in time.*use Retry/);
    expect(authorize).toHaveBeenCalledTimes(1);
  });

  it('ends at once when the deadline passed while the backend was down', async () => {
    const { run } = setUp();
    const first = run();
    await pass(0);
    first.die();
    await pass(90 * minutes);
    expect(await run().end()).toMatch(/not done in time/);
  });

  it('waits anew on each Retry, whatever ended it before', async () => {
    const { authorize, run } = setUp();
    const first = run();
    await pass(60 * minutes);
    expect(await first.end()).toMatch(/not done in time/);

    const second = run();
    await pass(59 * minutes);
    expect(await second.end()).toBeUndefined();
    second.cancel();
    expect(await second.end()).toMatch(/cancelled/);

    const third = run();
    await pass(30 * minutes);
    third.die();
    const recovered = run();
    await pass(29 * minutes);
    expect(await recovered.end()).toBeUndefined();
    await pass(1 * minutes);
    expect(await recovered.end()).toMatch(/not done in time/);
    expect(authorize).toHaveBeenCalledTimes(3);
  });

  it('ends with the sign-in that started it, and waits anew with a new one', async () => {
    const { authorize, logger, run, task } = setUp();
    const expiresAt = new Date(start + 30 * minutes).toISOString();
    const first = run({ expiresAt });
    await pass(29 * minutes);
    expect(await first.end()).toBeUndefined();
    await pass(1 * minutes);
    expect(await first.end()).toMatch(
      /sign-in that started this task has expired.*is tracked on.*use Retry/,
    );
    expect(logger.info).toHaveBeenCalledWith(
      expect.stringContaining(`until ${expiresAt}`),
    );

    const again = new Date(start + 300 * minutes).toISOString();
    const retried = run({ expiresAt: again });
    await pass(59 * minutes);
    expect(await retried.end()).toBeUndefined();
    await pass(1 * minutes);
    expect(await retried.end()).toMatch(/not done in time/);
    expect(authorize).toHaveBeenCalledTimes(2);
    expect(task.remembered).not.toContain('planted-token');
    expect(JSON.stringify(logger.info.mock.calls)).not.toContain(
      'planted-token',
    );
  });

  it('waits anew with new credentials, though it could not remember its end', async () => {
    const { run } = setUp();
    const first = run({
      expiresAt: new Date(start + 50 * minutes).toISOString(),
    });
    await pass(10 * minutes);
    first.die();
    await pass(100 * minutes);
    const retried = run({
      expiresAt: new Date(start + 300 * minutes).toISOString(),
    });
    await pass(59 * minutes);
    expect(await retried.end()).toBeUndefined();
  });
});
