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

import { KubeConfig } from '@kubernetes/client-node';

/** How to reach a cluster, as it is passed between processes. */
export interface ClusterAddress {
  url: string;
  caData: string;
  token: string;
}

export function kubeConfigOf({ url, caData, token }: ClusterAddress) {
  const config = new KubeConfig();
  config.loadFromOptions({
    clusters: [{ name: 'cloud', server: url, caData }],
    users: [{ name: 'portal', token }],
    contexts: [{ name: 'cloud', cluster: 'cloud', user: 'portal' }],
    currentContext: 'cloud',
  });
  return config;
}
