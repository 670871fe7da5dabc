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

import { MoskViews } from '@mosk-portal/plugin-mosk-common';

/**
 * How far back a chart goes.
 * @public
 */
export type ChartHours = 1 | 6 | 24;

/**
 * What narrows down a list of rollouts.
 * @public
 */
export interface RolloutQuery {
  cloud?: string[];
  kind?: string[];
  state?: MoskViews.RolloutState[];
  person?: string;
  limit?: number;
  cursor?: string;
}

/**
 * What the pages ask of the MOSK backend, with the credentials of the person who looks.
 * @public
 */
export interface MoskApi {
  getClouds(): Promise<MoskViews.CloudSummary[]>;
  getCloud(cloud: string): Promise<MoskViews.CloudDetail>;
  getComponent(cloud: string, id: string): Promise<MoskViews.ComponentDetail>;
  /** Of one component, or of the whole cloud. */
  getAlerts(cloud: string, component?: string): Promise<MoskViews.AlertList>;
  /** The few charts of a component; none where it has none. */
  getNode(cloud: string, name: string): Promise<MoskViews.NodeDetail>;
  getCharts(
    cloud: string,
    component: string,
    hours: ChartHours,
  ): Promise<MoskViews.ChartList>;
  getStackLight(cloud: string): Promise<MoskViews.StackLightDetail>;
  getManifest(
    cloud: string,
    object: MoskViews.ObjectReference,
  ): Promise<MoskViews.Manifest>;
  getRollouts(query: RolloutQuery): Promise<MoskViews.GetRollouts200Response>;
  getRollout(id: string): Promise<MoskViews.RolloutDetail>;
  getUpgradeOptions(
    cloud: string,
    name?: string,
  ): Promise<MoskViews.UpgradeOptions>;
  previewChange(
    cloud: string,
    request: MoskViews.ChangeRequest,
  ): Promise<MoskViews.ChangePreview>;
}
