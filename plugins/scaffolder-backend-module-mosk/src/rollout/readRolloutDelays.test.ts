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

import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { readRolloutDelays } from './readRolloutDelays';

describe('readRolloutDelays', () => {
  it('reports a wrong delay by its key, and goes on with its default', () => {
    const logger = mockServices.logger.mock();
    const config = new ConfigReader({
      mosk: { rollouts: { settle: '5s', stuck: 'soon' } },
    });
    expect(readRolloutDelays(config, logger)).toEqual({
      settle: 5_000,
      stuck: 20 * 60_000,
      failing: 15 * 60_000,
    });
    expect(logger.error).toHaveBeenCalledTimes(1);
    expect(logger.error).toHaveBeenCalledWith(
      expect.stringContaining('mosk.rollouts.stuck'),
    );
  });
});
