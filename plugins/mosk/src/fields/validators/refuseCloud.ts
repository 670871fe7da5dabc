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

import { ApiHolder } from '@backstage/core-plugin-api';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import {
  moskResourceApplyPermission,
  moskResourceRef,
  MoskViews,
} from '@mosk-portal/plugin-mosk-common';
import { moskApiRef } from '../../api';
import { cloudObstacle, kindIn, refusalOf } from '../cloudChoice';

export interface CloudDemand {
  writable: boolean | undefined;
  /** One of them is changed, the one that the cloud has. */
  kinds: readonly string[];
}

/** Why nothing can be changed in a cloud right now; undefined when it can. */
export async function refuseCloud(
  name: string,
  demand: CloudDemand,
  apiHolder: ApiHolder,
): Promise<string | undefined> {
  const clouds: MoskViews.CloudSummary[] =
    (await apiHolder.get(moskApiRef)?.getClouds()) ?? [];
  const cloud = clouds.find(item => item.name === name);
  if (!cloud) {
    return `Cloud ${name} does not exist, or you may not see it.`;
  }
  const obstacle = cloudObstacle(cloud, demand);
  if (obstacle) {
    return `Cloud ${name} cannot be changed: ${obstacle}.`;
  }
  const kind = kindIn(cloud, demand.kinds);
  if (!demand.writable || !kind) {
    return undefined;
  }
  const refusal = refusalOf(cloud, kind);
  if (refusal) {
    return `Cloud ${name} would refuse every change of ${kind} now: ${refusal.reason}`;
  }
  const decision = await apiHolder.get(permissionApiRef)?.authorize({
    permission: moskResourceApplyPermission,
    resourceRef: moskResourceRef(name, kind),
  });
  return decision?.result === 'DENY'
    ? `You may not change ${kind} in cloud ${name}: it takes the permission ${moskResourceApplyPermission.name}.`
    : undefined;
}
