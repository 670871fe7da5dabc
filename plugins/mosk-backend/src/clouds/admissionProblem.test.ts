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

import { CloudSnapshot } from '@mosk-portal/plugin-mosk-common';
import { admissionProblem } from './admissionProblem';

const snapshotWith = (name: string, ready: number, namespace = 'osh-system') =>
  ({
    objects: () => [{ metadata: { name, namespace }, ready }],
  } as unknown as CloudSnapshot);

describe('admissionProblem', () => {
  it('names the webhook that has no ready pod, and no other workload', () => {
    expect(admissionProblem(snapshotWith('rockoon-admission', 0))).toBe(
      'Deployment osh-system/rockoon-admission, the admission webhook, has no ready pod.',
    );
    expect(admissionProblem(snapshotWith('rockoon-admission', 1))).toBe(
      undefined,
    );
    expect(admissionProblem(snapshotWith('rockoon', 0))).toBe(undefined);
    expect(admissionProblem(snapshotWith('rockoon-admission', 0, 'x'))).toBe(
      undefined,
    );
  });
});
