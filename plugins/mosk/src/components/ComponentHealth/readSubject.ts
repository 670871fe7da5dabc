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

import { Entity } from '@backstage/catalog-model';
import {
  MOSK_CLOUD_ANNOTATION,
  MOSK_COMPONENT_ANNOTATION,
} from '@mosk-portal/plugin-mosk-common';

export interface HealthSubject {
  cloud: string;
  id: string;
  isCloud: boolean;
}

/** Which component of which cloud an entity stands for. */
export function readSubject(entity: Entity): HealthSubject | undefined {
  const annotations = entity.metadata.annotations ?? {};
  const cloud = annotations[MOSK_CLOUD_ANNOTATION];
  const id = annotations[MOSK_COMPONENT_ANNOTATION];
  if (!cloud || !id) {
    return undefined;
  }
  return { cloud, id, isCloud: entity.spec?.type === 'mosk-cloud' };
}
