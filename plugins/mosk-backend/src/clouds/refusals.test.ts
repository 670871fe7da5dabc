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

import { CloudSnapshot, deployment } from '@mosk-portal/plugin-mosk-common';
import { refusals } from './refusals';

const snapshotOf = (options: {
  discovered: string[];
  admissionReady: number;
}) =>
  ({
    discovered: options.discovered,
    objects: (kind: unknown) =>
      kind === deployment
        ? [
            {
              metadata: { name: 'rockoon-admission', namespace: 'osh-system' },
              ready: options.admissionReady,
            },
          ]
        : [{ metadata: { name: 'one', namespace: 'x' }, release: '25.1' }],
  } as unknown as CloudSnapshot);

describe('refusals', () => {
  it("tells what is broken for a while from what is not the portal's to write", () => {
    const discovered = ['OpenStackDeployment', 'MiraCeph', 'HelmBundle'];
    expect(refusals(snapshotOf({ discovered, admissionReady: 0 }))).toEqual([
      {
        kind: 'OpenStackDeployment',
        reason: expect.stringContaining('has no ready pod'),
        passing: true,
      },
      {
        kind: 'MiraCeph',
        reason: expect.stringContaining('Not changed by the portal'),
        passing: false,
      },
    ]);
    expect(
      refusals(
        snapshotOf({ discovered: ['OpenStackDeployment'], admissionReady: 1 }),
      ),
    ).toEqual([]);
  });
});
