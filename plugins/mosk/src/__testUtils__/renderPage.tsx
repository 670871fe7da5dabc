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

import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { SignalApi, signalApiRef } from '@backstage/plugin-signals-react';
import { MoskSignal } from '@mosk-portal/plugin-mosk-common';
import { act } from '@testing-library/react';
import { ReactElement } from 'react';
import { MoskApi, moskApiRef } from '../api';
import { queryClient } from '../live';
import { rootRouteRef } from '../routes';
import { ExampleMoskApi } from './ExampleMoskApi';

type NewRouteRef = NonNullable<
  NonNullable<Parameters<typeof renderInTestApp>[1]>['mountedRoutes']
>[string];

/** What the portal would tell its pages, told by a test. */
export class FakeSignals implements SignalApi {
  private readonly listeners = new Set<(message: any) => void>();

  subscribe(_channel: string, onMessage: (message: any) => void) {
    this.listeners.add(onMessage);
    return { unsubscribe: () => this.listeners.delete(onMessage) };
  }

  tell(signal: MoskSignal) {
    act(() => this.listeners.forEach(listener => listener(signal)));
  }
}

export interface RenderOptions {
  api?: Partial<MoskApi>;
  at?: string;
  denied?: string[];
  signals?: SignalApi;
}

/** Renders a page of ours in the new frontend system, with the example backend or parts of another one. */
export function renderPage(element: ReactElement, options: RenderOptions = {}) {
  queryClient.clear();
  const api: MoskApi = Object.assign(new ExampleMoskApi(), options.api);
  const signals = options.signals ?? new FakeSignals();
  return renderInTestApp(element, {
    apis: [
      [moskApiRef, api],
      [signalApiRef, signals],
      [
        permissionApiRef,
        {
          authorize: async ({
            permission,
          }: {
            permission: { name: string };
          }) => ({
            result: options.denied?.includes(permission.name)
              ? 'DENY'
              : 'ALLOW',
          }),
        },
      ],
    ] as never,
    mountedRoutes: {
      '/mosk': rootRouteRef as unknown as NewRouteRef,
      '/catalog/:namespace/:kind/:name':
        entityRouteRef as unknown as NewRouteRef,
    },
    mountPath: '/mosk/*',
    initialRouteEntries: [options.at ?? '/mosk'],
  } as Parameters<typeof renderInTestApp>[1]);
}
