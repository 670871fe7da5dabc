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
  DoubleAnswer,
  rawAlert,
  SeenRequest,
  StackLightDouble,
} from '../__testUtils__/StackLightDouble';
import { CloudStackLight } from './CloudStackLight';
import { StackLights } from './StackLights';
import { StackLightConfig } from './types';

const range = {
  from: new Date('2026-03-04T10:00:00Z'),
  to: new Date('2026-03-04T11:00:00Z'),
  step: 30,
};

describe('CloudStackLight', () => {
  let double: StackLightDouble;
  let now: number;
  const running: Array<{ stop(): Promise<void> }> = [];

  beforeEach(async () => {
    double = await StackLightDouble.start();
    now = Date.parse('2026-03-04T12:00:00Z');
  });

  afterEach(async () => {
    await Promise.all(running.splice(0).map(one => one.stop()));
    await double.stop();
  });

  function create(options: Partial<StackLightConfig> = {}): CloudStackLight {
    const { url } = double;
    const cloud = CloudStackLight.create(
      {
        prometheus: url,
        alertmanager: `${url}/alertmanager`,
        openSearch: url,
        auth: { type: 'none' },
        timeout: 5_000,
        ...options,
      },
      { now: () => now },
    );
    running.push(cloud);
    return cloud;
  }

  const answerWith = (answer: DoubleAnswer) => {
    double.answer = () => answer;
  };

  it('reads alerts with one fixed request for all who ask within a short time', async () => {
    answerWith({
      json: [
        rawAlert('Watchdog'),
        rawAlert('CinderServiceDown', {
          annotations: { summary: 'password=hunter2 was refused' },
        }),
        rawAlert('Silenced', { silencedBy: ['s1'], inhibitedBy: ['x'] }),
        rawAlert('Inhibited', { inhibitedBy: ['fingerprint-Silenced'] }),
      ],
    });
    const cloud = create();
    expect(double.seen).toEqual([]);
    const reads = await Promise.all(
      Array.from({ length: 10 }, () => cloud.alerts()),
    );
    now += 14_000;
    reads.push(await cloud.alerts());
    expect(double.seen).toHaveLength(1);
    expect(double.seen[0]).toMatchObject({
      method: 'GET',
      path: '/alertmanager/api/v2/alerts',
    });
    expect(double.seen[0].headers.authorization).toBeUndefined();
    expect(new Set(reads.map(read => JSON.stringify(read))).size).toBe(1);
    expect(reads[0]).toMatchObject({
      watchdog: 'ok',
      asOf: new Date('2026-03-04T12:00:00Z'),
      alerts: [
        { name: 'Watchdog' },
        {
          id: 'fingerprint-CinderServiceDown',
          name: 'CinderServiceDown',
          severity: 'critical',
          state: 'firing',
          since: '2026-03-04T10:00:00.000Z',
        },
        { name: 'Silenced', state: 'silenced' },
        { name: 'Inhibited', state: 'inhibited' },
      ],
    });
    expect(JSON.stringify(reads)).not.toContain('hunter2');

    answerWith({ json: [] });
    now += 2_000;
    expect(await cloud.alerts()).toMatchObject({
      watchdog: 'missing',
      alerts: [],
    });
    expect(double.seen).toHaveLength(2);
  });

  const cases: Array<[string, string, string, () => DoubleAnswer]> = [
    [
      'a hang',
      'unreachable',
      'no complete answer within 0.2 s',
      () => () => {},
    ],
    [
      'an answer that never ends',
      'unreachable',
      'no complete answer within 0.2 s',
      () => response => {
        response.write('[');
      },
    ],
    [
      'a cut',
      'unreachable',
      'cannot be reached',
      () => response => {
        response.destroy();
      },
    ],
    [
      'something else than JSON',
      'unreachable',
      'something else than JSON',
      () => response => {
        response.end('<html>password=hunter2</html>');
      },
    ],
    [
      'another form',
      'unreachable',
      'another form than expected',
      () => ({ json: { alerts: 'hunter2' } }),
    ],
    [
      'trouble',
      'unreachable',
      'status 503',
      () => ({ status: 503, json: { error: 'hunter2' } }),
    ],
    [
      'no token',
      'unauthorized',
      'status 401',
      () => ({ status: 401, json: 0 }),
    ],
    [
      'no role',
      'unauthorized',
      'lacks the role',
      () => ({ status: 403, json: 0 }),
    ],
    [
      'a page to sign in',
      'unauthorized',
      'status 302',
      () => response => {
        response.writeHead(302, { location: `${double.url}/login` }).end();
      },
    ],
  ];
  it.each(cases)('tells %s as %s', async (_, failure, message, answer) => {
    answerWith(answer());
    const read = await create({ timeout: 200 }).alerts();
    expect(read.error).toMatchObject({
      failure,
      message: expect.stringContaining(message),
    });
    expect(read).toMatchObject({ watchdog: 'unknown', alerts: [] });
    expect(read.error!.message).not.toContain('hunter2');
    expect(double.paths()).not.toContain('/login');
  });

  it('reads no answer that is too large', async () => {
    answerWith(response => {
      const chunk = Buffer.alloc(1024 * 1024, ' ');
      const write = () => {
        while (!response.destroyed && response.write(chunk));
      };
      response.on('drain', write);
      write();
    });
    const { error } = await create().alerts();
    expect(error).toMatchObject({
      failure: 'unreachable',
      message: expect.stringContaining('larger than 8 MiB'),
    });
  });

  it('remembers what it read for a while, and says when', async () => {
    answerWith({ json: [rawAlert('CinderServiceDown')] });
    const cloud = create();
    await cloud.alerts();
    answerWith({ status: 500, json: {} });
    now += 60_000;
    const asOf = new Date('2026-03-04T12:00:00Z');
    expect(await cloud.alerts()).toMatchObject({
      error: { failure: 'unreachable' },
      asOf,
      watchdog: 'unknown',
      alerts: [{ name: 'CinderServiceDown' }],
    });
    now += 15 * 60_000;
    expect(await cloud.alerts()).toMatchObject({ alerts: [], asOf: undefined });
  });

  it('leaves a service alone that fails again and again, and heals by one try', async () => {
    answerWith({ status: 500, json: {} });
    const cloud = create();
    for (let failure = 0; failure < 3; failure += 1) {
      await cloud.alerts();
      now += 15_001;
    }
    expect(double.seen).toHaveLength(3);
    // The pause began with the third failure and is over: one try, which fails, makes it longer.
    await cloud.alerts();
    expect(double.seen).toHaveLength(4);
    now += 16_000;
    const open = await cloud.alerts();
    expect(double.seen).toHaveLength(4);
    expect(open).toMatchObject({
      error: { failure: 'unreachable' },
      nextAttemptAt: new Date(now + 14_000),
    });
    // Others of the same cloud are asked all the same.
    double.answer = () => ({ json: { status: 'green' } });
    expect(await cloud.openSearchHealth()).toMatchObject({
      value: { status: 'green' },
    });
    answerWith({ json: [rawAlert('Watchdog')] });
    now += 16_000;
    expect((await cloud.alerts()).watchdog).toBe('ok');
    now += 16_000;
    expect((await cloud.alerts()).error).toBeUndefined();
  });

  describe('with a client of an identity provider', () => {
    const auth = () =>
      ({
        type: 'oidc',
        tokenUrl: `${double.url}/token`,
        clientId: 'portal',
        clientSecret: 'hunter2',
        scope: 'openid',
      } as const);
    let tokens = 0;

    const provider =
      (accepts: (authorization: string | undefined) => boolean) =>
      ({ path, headers }: SeenRequest): DoubleAnswer => {
        if (path === '/token') {
          tokens += 1;
          return {
            json: { id_token: `token-${tokens}`, expires_in: 300 },
          };
        }
        return accepts(headers.authorization)
          ? { json: [rawAlert('Watchdog')] }
          : { status: 401, json: {} };
      };

    beforeEach(() => {
      tokens = 0;
    });

    it('gets a token, keeps it, and renews it before its end', async () => {
      double.answer = provider(given => given === `Bearer token-${tokens}`);
      const cloud = create({ auth: auth() });
      expect((await cloud.alerts()).watchdog).toBe('ok');
      expect(double.seen[0]).toMatchObject({ method: 'POST', path: '/token' });
      expect(
        Object.fromEntries(new URLSearchParams(double.seen[0].body)),
      ).toEqual({
        grant_type: 'client_credentials',
        client_id: 'portal',
        client_secret: 'hunter2',
        scope: 'openid',
      });
      now += 250_000;
      await cloud.alerts();
      expect(tokens).toBe(1);
      now += 25_000;
      expect((await cloud.alerts()).watchdog).toBe('ok');
      expect(tokens).toBe(2);
    });

    it('tries once more with a new token when one is refused', async () => {
      double.answer = provider(given => given === 'Bearer token-2');
      const cloud = create({ auth: auth() });
      expect((await cloud.alerts()).watchdog).toBe('ok');
      expect(double.paths()).toEqual([
        '/token',
        '/alertmanager/api/v2/alerts',
        '/token',
        '/alertmanager/api/v2/alerts',
      ]);
      double.answer = provider(() => false);
      now += 20_000;
      const { error } = await cloud.alerts();
      expect(error).toMatchObject({ failure: 'unauthorized' });
      expect(error!.message).not.toContain('token-');
      // One more try, not one after the other.
      expect(double.seen).toHaveLength(7);
    });

    it('says that the provider gives none', async () => {
      answerWith({ status: 401, json: { error: 'invalid hunter2' } });
      const { error } = await create({ auth: auth() }).alerts();
      expect(error).toMatchObject({
        failure: 'unauthorized',
        message: expect.stringContaining('clientId and clientSecret'),
      });
      expect(error!.message).not.toContain('hunter2');
      expect(double.paths()).toEqual(['/token']);
    });
  });

  it('sends a token, and says of a file of one that it cannot be read', async () => {
    await create({ auth: { type: 'bearer', token: 'abc' } }).alerts();
    expect(double.seen[0].headers.authorization).toBe('Bearer abc');
    const { error } = await create({
      auth: { type: 'bearer', tokenFile: '/nowhere/token' },
    }).alerts();
    expect(error?.failure).toBe('misconfigured');
    expect(double.seen).toHaveLength(1);
  });

  it('asks for logs directly or through the console of Dashboards', async () => {
    double.answer = ({ path, query }) => ({
      json: (query.get('path') ?? path).includes('_cluster/health')
        ? { status: 'yellow', number_of_nodes: 3, unassigned_shards: 2 }
        : {
            aggregations: { errors: { buckets: [{ key: 5, doc_count: 60 }] } },
          },
    });
    for (const cloud of [
      create(),
      create({ openSearch: undefined, openSearchDashboards: double.url }),
    ]) {
      expect(await cloud.openSearchHealth()).toMatchObject({
        value: { status: 'yellow', nodes: 3, unassignedShards: 2 },
      });
      expect(await cloud.logErrors(['cinder'], range)).toMatchObject({
        value: [[5, 2]],
      });
    }
    expect(double.paths()).toEqual([
      '/_cluster/health',
      '/*,-.*/_search',
      '/api/console/proxy',
      '/api/console/proxy',
    ]);
    expect(double.seen[2]).toMatchObject({
      method: 'POST',
      headers: { 'osd-xsrf': 'true', 'kbn-xsrf': 'true' },
    });
    expect(double.seen[2].query.toString()).toBe(
      new URLSearchParams({
        path: '_cluster/health',
        method: 'GET',
      }).toString(),
    );
    expect(double.seen[3].body).toBe(double.seen[1].body);
    expect(JSON.parse(double.seen[1].body).query.bool.filter[1]).toEqual({
      terms: { 'orchestrator.labels.application': ['cinder'] },
    });
  });

  it('says what is not configured, and what is so wrongly, without asking anybody', async () => {
    const none = CloudStackLight.create(undefined);
    expect(none.expectsAlerts).toBe(false);
    expect((await none.alerts()).error?.failure).toBe('not-configured');
    const wrong = CloudStackLight.create({ error: 'the key x is wrong' });
    expect(wrong.expectsAlerts).toBe(true);
    expect((await wrong.alerts()).error).toMatchObject({
      failure: 'misconfigured',
      message: 'the key x is wrong',
    });
    expect(await wrong.range('up', range)).toMatchObject({
      error: { failure: 'misconfigured' },
    });
  });

  it('holds no page up, tells it by what was known, and tells of a change', async () => {
    const lights = StackLights.create(
      new Map([
        [
          'one',
          { alertmanager: double.url, auth: { type: 'none' }, timeout: 5_000 },
        ],
      ]),
      { now: () => now, patience: 50 },
    );
    running.push(lights);
    const changed: string[] = [];
    lights.onChange(cloud => changed.push(cloud));
    expect(await lights.forHealth('other')).toBeUndefined();

    const waiting: Array<() => void> = [];
    double.answer = () => response => {
      waiting.push(() => response.end(JSON.stringify([rawAlert('Watchdog')])));
    };
    expect(await lights.forHealth('one')).toMatchObject({
      known: false,
      message: 'Alertmanager has not answered yet',
    });
    waiting.forEach(end => end());
    await lights.alerts('one');
    expect(await lights.forHealth('one')).toMatchObject({
      known: true,
      watchdog: 'ok',
    });
    expect(double.seen).toHaveLength(1);
    expect(changed).toEqual([]);

    now += 20_000;
    answerWith({ json: [rawAlert('Watchdog'), rawAlert('CinderServiceDown')] });
    await lights.alerts('one');
    expect(changed).toEqual(['one']);
    now += 20_000;
    await lights.alerts('one');
    expect(changed).toEqual(['one']);

    now += 20_000;
    double.answer = () => () => {};
    expect(await lights.forHealth('one')).toMatchObject({
      known: true,
      alerts: [{ name: 'Watchdog' }, { name: 'CinderServiceDown' }],
    });
  });
});
