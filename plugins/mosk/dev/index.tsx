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

import '@backstage/cli/asset-types';
// This harness is an app of its own.
// eslint-disable-next-line @backstage/no-ui-css-imports-in-non-frontend
import '@backstage/ui/css/styles.css';
import { createApp } from '@backstage/frontend-defaults';
import {
  ApiBlueprint,
  createFrontendModule,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { RiHeartPulseLine, RiListCheck } from '@remixicon/react';
import ReactDOM from 'react-dom/client';
import moskPlugin, { moskApiRef } from '../src';
import { EntityExample } from './EntityExample';
import { FieldsExample } from './FieldsExample';
import { ExampleMoskApi } from '../src/__testUtils__/ExampleMoskApi';

const examples = createFrontendModule({
  pluginId: 'mosk',
  extensions: [
    ApiBlueprint.make({
      params: defineParams =>
        defineParams({
          api: moskApiRef,
          deps: {},
          factory: () => new ExampleMoskApi(),
        }),
    }),
    PageBlueprint.make({
      name: 'entity',
      params: {
        path: '/entity',
        title: 'Health tab',
        icon: <RiHeartPulseLine />,
        loader: async () => <EntityExample />,
      },
    }),
    PageBlueprint.make({
      name: 'fields',
      params: {
        path: '/fields',
        title: 'Form fields',
        icon: <RiListCheck />,
        loader: async () => <FieldsExample />,
      },
    }),
  ],
});

const app = createApp({ features: [catalogPlugin, moskPlugin, examples] });

ReactDOM.createRoot(document.getElementById('root')!).render(app.createRoot());
