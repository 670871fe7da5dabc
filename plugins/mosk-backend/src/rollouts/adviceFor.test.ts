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

import { Rollout } from '@mosk-portal/plugin-mosk-common';
import { adviceFor } from './adviceFor';

const rollout = {
  cloud: 'lab',
  object: { kind: 'HelmBundle', namespace: 'osh-system', name: 'extras' },
  state: 'stalled',
  cause: 'create',
  waitingFor: {
    sentence: 'Waiting for Helm release osh-system/proxy to be deployed',
    object: { kind: 'HelmBundle', namespace: 'osh-system', name: 'extras' },
  },
} as Partial<Rollout> as Rollout;

describe('adviceFor', () => {
  it('tells of a HelmBundle which releases fail, without its values', () => {
    const commands = adviceFor(rollout).map(({ command }) => command);
    expect(commands[0]).toMatch(
      /^kubectl -n osh-system get helmbundles.lcm.mirantis.com extras .*releaseStatuses/,
    );
    expect(commands[1]).toBe(
      'kubectl -n kube-system logs -l app=helm-controller --tail=200',
    );
    expect(commands.join()).not.toMatch(/describe|-o yaml/);
    expect(adviceFor(rollout).at(-1)!.title).toMatch(/tries again by itself/);
    expect(
      adviceFor({
        ...rollout,
        object: { ...rollout.object, namespace: 'stacklight' },
      })[1].command,
    ).toContain('-n stacklight logs');
    expect(adviceFor({ ...rollout, state: 'running' })).toEqual([]);
  });
});
