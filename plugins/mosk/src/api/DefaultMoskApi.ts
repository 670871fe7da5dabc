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

import { DiscoveryApi, FetchApi } from '@backstage/core-plugin-api';
import { ResponseError } from '@backstage/errors';
import { MoskClient, MoskViews } from '@mosk-portal/plugin-mosk-common';
import { ChartHours, MoskApi, RolloutQuery } from './MoskApi';

type Answer<T> = Pick<Response, 'ok'> & { json(): Promise<T> };

async function read<T>(answer: Promise<Answer<T>>): Promise<T> {
  const response = await answer;
  if (!response.ok) {
    throw await ResponseError.fromResponse(
      response as unknown as Parameters<typeof ResponseError.fromResponse>[0],
    );
  }
  return response.json();
}

/** Asks the backend by the client that is generated from its OpenAPI description. */
export class DefaultMoskApi implements MoskApi {
  static create(options: { discoveryApi: DiscoveryApi; fetchApi: FetchApi }) {
    return new DefaultMoskApi(new MoskClient(options));
  }

  private constructor(private readonly client: MoskClient) {}

  async getClouds() {
    return (await read(this.client.getClouds({}))).items;
  }

  async getCloud(cloud: string) {
    return read(this.client.getCloud({ path: { cloud } }));
  }

  async getComponent(cloud: string, id: string) {
    return read(this.client.getComponent({ path: { cloud }, query: { id } }));
  }

  async getAlerts(cloud: string, component?: string) {
    return read(
      this.client.getAlerts({ path: { cloud }, query: { component } }),
    );
  }

  async getNode(cloud: string, name: string) {
    return read(this.client.getNode({ path: { cloud }, query: { name } }));
  }

  async getCharts(cloud: string, component: string, hours: ChartHours) {
    return read(
      this.client.getCharts({ path: { cloud }, query: { component, hours } }),
    );
  }

  async getStackLight(cloud: string) {
    return read(this.client.getStackLight({ path: { cloud } }));
  }

  async getManifest(cloud: string, object: MoskViews.ObjectReference) {
    const { kind, namespace, name } = object;
    return read(
      this.client.getManifest({
        path: { cloud },
        query: { kind, namespace, name },
      }),
    );
  }

  async getRollouts(query: RolloutQuery) {
    return read(this.client.getRollouts({ query }));
  }

  async getRollout(id: string) {
    return read(this.client.getRollout({ path: { id } }));
  }

  async getUpgradeOptions(cloud: string, name?: string) {
    return read(
      this.client.getUpgradeOptions({ path: { cloud }, query: { name } }),
    );
  }

  async previewChange(cloud: string, request: MoskViews.ChangeRequest) {
    return read(this.client.previewChange({ path: { cloud }, body: request }));
  }
}
