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
  BackstageCredentials,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { JsonObject } from '@backstage/types';
import {
  AuthorizeResult,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import { moskCloudsServiceRef, MoskCloud } from '@mosk-portal/plugin-mosk-node';
import { Knex } from 'knex';
import { NotFoundError } from '@backstage/errors';
import { moskPlugin } from '../plugin';

/** Starts the plugin on clouds of the test, with decisions by name of permission; allowed by default. */
export async function startMoskBackend(options: {
  clouds: readonly MoskCloud[];
  database: Knex;
  config?: JsonObject;
  decide?(
    permission: string,
    credentials: BackstageCredentials | undefined,
  ): PolicyDecision;
}) {
  const { clouds, database, config = {}, decide } = options;
  const auditor = mockServices.auditor.mock();
  const closed: Array<{ eventId: string; outcome: string }> = [];
  auditor.createEvent.mockImplementation(async ({ eventId }) => ({
    success: async () => {
      closed.push({ eventId, outcome: 'succeeded' });
    },
    fail: async () => {
      closed.push({ eventId, outcome: 'failed' });
    },
  }));
  const signals = { publish: jest.fn().mockResolvedValue(undefined) };
  const backend = await startTestBackend({
    features: [
      moskPlugin,
      auditor.factory,
      mockServices.database.factory({ knex: database }),
      mockServices.rootConfig.factory({ data: config }),
      mockServices.permissions.mock({
        authorizeConditional: async (requests, given) =>
          requests.map(
            ({ permission }) =>
              decide?.(permission.name, given?.credentials) ?? {
                result: AuthorizeResult.ALLOW,
              },
          ) as any,
      }).factory,
      createServiceFactory({
        service: moskCloudsServiceRef,
        deps: {},
        factory: () => ({
          list: () => clouds,
          get: name => {
            const found = clouds.find(cloud => cloud.name === name);
            if (!found) {
              throw new NotFoundError(`There is no cloud "${name}"`);
            }
            return found;
          },
        }),
      }),
      createServiceFactory({
        service: signalsServiceRef,
        deps: {},
        factory: () => signals,
      }),
    ],
  });
  return {
    server: backend.server,
    stop: () => backend.stop(),
    closed,
    signals,
  };
}
