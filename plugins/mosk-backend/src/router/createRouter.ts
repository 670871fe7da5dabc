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

import { createOpenApiRouter } from '../schema/openapi';
import { addCloudRoutes } from './cloudRoutes';
import { addManifestRoutes } from './manifestRoutes';
import { addPreviewRoutes } from './previewRoutes';
import { addRolloutRoutes } from './rolloutRoutes';
import { addStackLightRoutes } from './stackLightRoutes';
import { MoskRouter, RouterOptions } from './types';

/** The REST API as openapi.yaml describes it. */
export async function createRouter(
  options: RouterOptions,
): Promise<MoskRouter> {
  const router = await createOpenApiRouter();
  addCloudRoutes(router, options);
  addManifestRoutes(router, options);
  addPreviewRoutes(router, options);
  addRolloutRoutes(router, options);
  addStackLightRoutes(router, options);
  return router;
}
