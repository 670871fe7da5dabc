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
      /**
       * Where the monitoring of the cloud answers. What is left out is not asked; what is wrong leaves this cloud without
       * alerts and charts, and says so.
       */
      stackLight?: {
        /** Address of its API, without `/api/v1`. */
        prometheus?: { url: string };
        /** Address of its API, without `/api/v2`. */
        alertmanager?: { url: string };
        /** Where it can be reached from the portal; otherwise its Dashboards are asked. */
        openSearch?: { url: string };
        /** The logs are asked through it where there is no address of OpenSearch; people are sent there. */
        openSearchDashboards?: { url: string };
        /** People are sent there. */
        grafana?: { url: string };
        /** How the portal makes itself known to all of them. */
        auth?: {
          /** `none` where it is left out. */
          type: 'none' | 'bearer' | 'oidc';
          /**
           * With `bearer`.
           * @visibility secret
           */
          token?: string;
          /** With `bearer`, in place of a token: a file, read for every request. */
          tokenFile?: string;
          /** With `oidc`: the token endpoint, asked with the client's credentials. */
          tokenUrl?: string;
          /** With `oidc`. */
          clientId?: string;
          /**
           * With `oidc`.
           * @visibility secret
           */
          clientSecret?: string;
          /** With `oidc`; `openid` where it is left out. */
          scope?: string;
        };
        /** File with the certificates of the authority that signed theirs, in PEM. */
        caFile?: string;
        /** How long to wait for an answer. Ten seconds by default. */
        timeout?: HumanDuration | string;
      };
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
