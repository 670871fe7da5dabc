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

import { additionalServices } from './additionalServices';
import { coreServices } from './coreServices';
import { infrastructureServices } from './infrastructureServices';
import { ServiceTemplate } from './types';

/** Every service that the operator knows, by name. */
export const services: ReadonlyMap<string, ServiceTemplate> = new Map(
  [...infrastructureServices, ...coreServices, ...additionalServices].map(
    service => [service.name, service],
  ),
);

/** The order in which a version upgrade walks through the enabled services. */
export const upgradeOrder = [
  'identity',
  'placement',
  'image',
  'networking',
  'compute',
  'block-storage',
  'load-balancer',
  'dns',
  'key-manager',
  'orchestration',
  'dashboard',
  'object-storage',
  'instance-ha',
  'shared-file-system',
] as const;
