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

import { HumanDuration } from '@backstage/types';

export interface Config {
  mosk?: {
    /**
     * The MOSK clouds. Where it is left out, every cluster of the `kubernetes` section with a token is one, to be read only.
     */
    clusters?: Array<{
      /**
       * Name of a cluster of `kubernetes.clusterLocatorMethods` of type `config`, or, with `kubeconfig`, any name.
       * @visibility backend
       */
      name: string;
      /** Shown in place of the name. */
      title?: string;
      /** Entity reference of the owner. */
      owner?: string;
      /** The portal writes nothing there. */
      readOnly?: boolean;
      /**
       * Bearer token of the portal's own ServiceAccount. Without a token of its own a cloud is read-only, with the
       * token of the kubernetes section.
       * @visibility secret
       */
      token?: string;
      /** File with such a token, read for every request. */
      tokenFile?: string;
      /** In place of a token. */
      kubeconfig?: {
        file: string;
        /** The current one where it is left out. */
        context?: string;
      };
      /** Such as Horizon or Grafana. */
      links?: Array<{ title: string; url: string; icon?: string }>;
    }>;
    /** Tuning of what is read from the clouds. */
    inventory?: {
      /** A watch that brings neither event nor bookmark for so long is cut. Three minutes by default. */
      watchdog?: HumanDuration | string;
      /** Everything is listed again after about so long. Six hours by default. */
      relist?: HumanDuration | string;
      /** How long to wait for an answer. 30 seconds by default. */
      requestTimeout?: HumanDuration | string;
      /** How often to look for new kinds where CustomResourceDefinitions cannot be watched. One minute by default. */
      discovery?: HumanDuration | string;
      /** After trouble a watch must hold so long to count as well again. Two seconds by default. */
      steady?: HumanDuration | string;
      /** Delays between attempts: random, growing from `initial` (one second) to `max` (one minute). */
      backoff?: {
        initial?: HumanDuration | string;
        max?: HumanDuration | string;
      };
    };
  };
}
