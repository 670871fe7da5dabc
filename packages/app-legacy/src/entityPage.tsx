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
  EntityAboutCard,
  EntityHasSubcomponentsCard,
  EntityLayout,
  EntityLinksCard,
  EntitySwitch,
} from '@backstage/plugin-catalog';
import { EntityKubernetesContent } from '@backstage/plugin-kubernetes';
import {
  EntityMoskCard,
  EntityMoskHealthContent,
  isMoskAvailable,
} from '@mosk-portal/plugin-mosk/legacy';

const overview = (
  <div style={{ display: 'grid', gap: 16 }}>
    <EntitySwitch>
      <EntitySwitch.Case if={isMoskAvailable}>
        <EntityMoskCard />
      </EntitySwitch.Case>
    </EntitySwitch>
    <EntityAboutCard />
    <EntityLinksCard />
    <EntityHasSubcomponentsCard />
  </div>
);

export const entityPage = (
  <EntityLayout>
    <EntityLayout.Route path="/" title="Overview">
      {overview}
    </EntityLayout.Route>
    <EntityLayout.Route path="/health" title="Health" if={isMoskAvailable}>
      <EntityMoskHealthContent />
    </EntityLayout.Route>
    <EntityLayout.Route path="/kubernetes" title="Kubernetes">
      <EntityKubernetesContent />
    </EntityLayout.Route>
  </EntityLayout>
);
