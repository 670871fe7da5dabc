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
import { Config } from '@backstage/config';
import { NotFoundError } from '@backstage/errors';
import {
  KindDefinition,
  kindDefinitions,
} from '@mosk-portal/plugin-mosk-common';
import { readCloudConfigs } from './clusters';
import { textOf } from './clusters/misconfigured';
import { DefaultMoskCloud } from './DefaultMoskCloud';
import { readInventoryOptions } from './inventory/InventoryOptions';
import { MisconfiguredCloud } from './MisconfiguredCloud';
import { MoskCloud, MoskClouds } from './types';

/** A cloud whose background work can be ended. */
export interface StoppableCloud extends MoskCloud {
  stop(): Promise<void>;
}

export class DefaultMoskClouds implements MoskClouds {
  private constructor(
    private readonly clouds: readonly StoppableCloud[],
    readonly configurationError: string | undefined,
  ) {}

  static create(
    clouds: readonly StoppableCloud[],
    options: { configurationError?: string } = {},
  ): DefaultMoskClouds {
    return new DefaultMoskClouds(clouds, options.configurationError);
  }

  /** Does not fail on a wrong configuration, which is that of a cloud: the others work, and it says what is wrong. */
  static async fromConfig(
    config: Config,
    options: { logger: LoggerService; kinds?: readonly KindDefinition[] },
  ): Promise<DefaultMoskClouds> {
    const { logger, kinds = kindDefinitions } = options;
    const { clouds, unnamed } = await readCloudConfigs(config, logger);
    const { settings, error } = readSettings(config, logger);
    return DefaultMoskClouds.create(
      clouds.map(cloud => {
        if ('error' in cloud) {
          return MisconfiguredCloud.create(cloud);
        }
        return settings
          ? DefaultMoskCloud.create(cloud, { kinds, settings, logger })
          : MisconfiguredCloud.create({ ...cloud, error });
      }),
      { configurationError: unnamed },
    );
  }

  list(): readonly MoskCloud[] {
    return this.clouds;
  }

  get(name: string): MoskCloud {
    const found = this.clouds.find(cloud => cloud.name === name);
    if (!found) {
      const names = this.clouds.map(cloud => `"${cloud.name}"`).join(', ');
      throw new NotFoundError(
        `There is no cloud "${name}"; there ${
          names ? `is ${names}` : 'are none configured'
        }`,
      );
    }
    return found;
  }

  /** Ends every inventory; resolves when nothing runs any more. */
  async stop(): Promise<void> {
    await Promise.all(this.clouds.map(cloud => cloud.stop()));
  }
}

/** What counts for all clouds is wrong for all of them. */
function readSettings(config: Config, logger: LoggerService) {
  try {
    return { settings: readInventoryOptions(config), error: '' };
  } catch (caught) {
    const error = textOf(caught);
    logger.error(`No MOSK cloud can be read as it is configured: ${error}`);
    return { settings: undefined, error };
  }
}
