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

import { AuditorService, LoggerService } from '@backstage/backend-plugin-api';
import { MoskClouds } from '@mosk-portal/plugin-mosk-node';
import { CloudViews } from '../clouds/CloudViews';
import { HealthMemory } from '../clouds/types';
import { Access } from '../permissions/DefaultAccess';
import { RolloutStore } from '../rollouts/types';
import { createOpenApiRouter } from '../schema/openapi';
import { StackLights } from '../stacklight/StackLights';

/** The router that the OpenAPI description gives. */
export type MoskRouter = Awaited<ReturnType<typeof createOpenApiRouter>>;

/** What the routes are made of. */
export interface RouterOptions {
  access: Access;
  auditor: AuditorService;
  clouds: MoskClouds;
  views: CloudViews;
  memory: HealthMemory;
  rollouts: RolloutStore;
  stackLights: StackLights;
  logger: LoggerService;
}
