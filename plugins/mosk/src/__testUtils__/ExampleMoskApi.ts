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

import { NotFoundError } from '@backstage/errors';
import { MoskViews } from '@mosk-portal/plugin-mosk-common';
import { ChartHours, MoskApi, RolloutQuery } from '../api';
import { exampleAlerts } from './exampleAlerts';
import { exampleCharts } from './exampleCharts';
import {
  eastCloud,
  exampleNode,
  northCloud,
  southCloud,
} from './exampleClouds';
import { identityComponent } from './exampleComponent';
import { exampleStackLight } from './exampleStackLight';
import { endedRollout, rolloutDetail, runningRollout } from './exampleRollouts';

const spec = {
  openstack_version: 'caracal',
  size: 'tiny',
  features: {
    services: ['instance-ha'],
    neutron: { dvr: { enabled: true }, mtu: 1500 },
    ssl: { public_endpoints: { api_key: '••••••••' } },
  },
};

/** A backend that holds a few examples. */
export class ExampleMoskApi implements MoskApi {
  async getClouds(): Promise<MoskViews.CloudSummary[]> {
    return [southCloud(), eastCloud(), northCloud()];
  }

  async getCloud(cloud: string) {
    const found = [southCloud(), eastCloud(), northCloud()].find(
      ({ name }) => name === cloud,
    );
    if (!found) {
      throw new NotFoundError(`Cloud '${cloud}' is not configured`);
    }
    return found;
  }

  async getComponent(_cloud: string, _id: string) {
    return identityComponent();
  }

  async getAlerts(_cloud: string, _component?: string) {
    return exampleAlerts();
  }

  async getNode(_cloud: string, name: string) {
    return exampleNode(name);
  }

  async getCharts(_cloud: string, _component: string, _hours: ChartHours) {
    return exampleCharts();
  }

  async getStackLight(_cloud: string) {
    return exampleStackLight();
  }

  async getManifest(_cloud: string, object: MoskViews.ObjectReference) {
    return {
      object,
      yaml: 'spec:\n  size: tiny\n',
      specVersion: '100',
      spec,
    };
  }

  async getRollouts(query: RolloutQuery) {
    const items = [runningRollout(), endedRollout()].filter(
      ({ state, cloud }) =>
        (!query.state || query.state.includes(state)) &&
        (!query.cloud || query.cloud.includes(cloud)),
    );
    return { items, totalItems: items.length };
  }

  async getRollout(_id: string) {
    return rolloutDetail();
  }

  async getUpgradeOptions(
    _cloud: string,
    _name?: string,
  ): Promise<MoskViews.UpgradeOptions> {
    return {
      object: {
        kind: 'OpenStackDeployment',
        namespace: 'openstack',
        name: 'osh-dev',
      },
      current: 'caracal',
      releases: ['epoxy'],
      checklist: [
        { id: '27', title: 'The release can be reached', state: 'passed' },
        {
          id: '28',
          title: 'Every service is healthy',
          state: 'failed',
          message: 'Database (MariaDB) is failed',
        },
      ],
    };
  }

  async previewChange(
    cloud: string,
    _request: MoskViews.ChangeRequest,
  ): Promise<MoskViews.ChangePreview> {
    return {
      cloud,
      object: {
        kind: 'OpenStackDeployment',
        namespace: 'openstack',
        name: 'osh-dev',
      },
      operation: 'change',
      problems: [],
      conflicts: [],
      dryRun: { result: 'accepted' },
      warnings: [],
      diff: rolloutDetail().diff!,
      manifestYaml: 'spec: {}',
      specVersion: '100',
      hash: 'abc',
    };
  }
}
