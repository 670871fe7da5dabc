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
import { stringifyError } from '@backstage/errors';
import { EntityProvider } from '@backstage/plugin-catalog-node';
import { MoskClouds } from '@mosk-portal/plugin-mosk-node';
import { CloudStore } from '../store/types';
import { providerNameOf } from './MoskEntityProvider';

/**
 * Providers that only hold their place. The catalog removes the entities of providers that are missing at start; when
 * the configuration is so wrong that not all clouds are known by name, each cloud that has entities may still be in it.
 */
export async function rememberedClouds(options: {
  clouds: MoskClouds;
  store: CloudStore;
  logger: LoggerService;
}): Promise<EntityProvider[]> {
  const { clouds, store, logger } = options;
  if (!clouds.configurationError) {
    return [];
  }
  const configured = new Set(clouds.list().map(({ name }) => name));
  try {
    const names = (await store.listClouds()).filter(
      name => !configured.has(name),
    );
    if (names.length) {
      logger.error(
        `The entities of ${names.join(
          ', ',
        )} are kept as they are until the configuration of the clouds can be read: ${
          clouds.configurationError
        }`,
      );
    }
    return names.map(name => ({
      getProviderName: () => providerNameOf(name),
      connect: async () => {},
    }));
  } catch (error) {
    logger.error(
      `The clouds that the catalog remembers cannot be read, and those that the configuration does not name lose their entities: ${stringifyError(
        error,
      )}`,
    );
    return [];
  }
}
