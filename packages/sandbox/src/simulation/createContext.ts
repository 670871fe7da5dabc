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

import { setMaxListeners } from 'node:events';
import { KubernetesClient, KubernetesError, resourcePath } from '../kubernetes';
import { OperatorContext } from '../operators/types';
import { pause } from '../pause';
import { KubernetesApi, SimulationContext } from './context';

function kubernetesApi(client: KubernetesClient): KubernetesApi {
  return {
    get: (identity, { namespace, name }) =>
      client.find(identity, namespace, name),
    list: async (identity, namespace) =>
      (await client.list(identity, namespace)).items,
    create: (identity, object, options) =>
      client.create(identity, object, options),
    patch: (identity, { namespace, name }, patch, options) =>
      client.patch(identity, namespace, name, patch, options),
    remove: async (identity, { namespace, name }) => {
      try {
        await client.json('DELETE', resourcePath(identity, namespace, name), {
          query: { gracePeriodSeconds: 0, propagationPolicy: 'Background' },
        });
      } catch (error) {
        if (!KubernetesError.isNotFound(error)) {
          throw error;
        }
      }
    },
  };
}

/** What the parts of a simulated operator share in one cloud. */
export function createContext(
  context: OperatorContext,
  signal: AbortSignal,
): SimulationContext {
  // As many wait for it as there are things in play: that is no leak.
  setMaxListeners(0, signal);
  return {
    cloud: context.cloud,
    api: kubernetesApi(context.client),
    signal,
    log: context.log,
    pause: async (duration, own = signal, factor = 1) => {
      own.throwIfAborted();
      await pause(context.timing[duration] * factor, own);
      own.throwIfAborted();
    },
  };
}
