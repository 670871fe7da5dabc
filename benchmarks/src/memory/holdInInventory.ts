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

import { ConfigReader } from '@backstage/config';
import { deployment } from '@mosk-portal/plugin-mosk-common';
// The inventory is no part of the package's public face, and there is no portal around it here.
// eslint-disable-next-line @backstage/no-relative-monorepo-imports
import { DefaultMoskClouds } from '../../../plugins/mosk-node/src/DefaultMoskClouds';
import { quietLogger } from './quietLogger';
import { Holder, HoldRequest } from './types';

/** The portal's own inventory of a cloud. */
export async function holdInInventory(request: HoldRequest): Promise<Holder> {
  const clouds = await DefaultMoskClouds.fromConfig(
    new ConfigReader(request.portalConfig as any),
    { logger: quietLogger },
  );
  const [cloud] = clouds.list();
  cloud.subscribe(() => {});
  return { count: () => cloud.snapshot().objects(deployment).length };
}
