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

import { LoggerService } from '@backstage/backend-plugin-api';
import { Config, ConfigReader } from '@backstage/config';
import { stringifyError } from '@backstage/errors';
import { RemovalGuard } from './RemovalGuard';

/** The guard as configured. A wrong value must not keep the portal from starting: it is reported, and the defaults count. */
export function readGuard(config: Config, logger: LoggerService): RemovalGuard {
  try {
    return RemovalGuard.fromConfig(config);
  } catch (error) {
    logger.error(
      `The guard against mass removal of entities is not as configured, but that of the defaults: ${stringifyError(
        error,
      )}`,
    );
    return RemovalGuard.fromConfig(new ConfigReader({}));
  }
}
