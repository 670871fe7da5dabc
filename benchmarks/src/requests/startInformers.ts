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
  CoreV1Api,
  CustomObjectsApi,
  Informer,
  KubeConfig,
  KubernetesObject,
  makeInformer,
} from '@kubernetes/client-node';
import {
  kindDefinitions,
  ResourceIdentity,
} from '@mosk-portal/plugin-mosk-common';
import { KubernetesClient } from '@mosk-portal/sandbox';

const RESTART_MS = 5_000;

/** One informer for each kind that the portal reads and the cluster has. */
export async function startInformers(
  config: KubeConfig,
  admin: KubernetesClient,
): Promise<{ kinds: number; stop(): Promise<void> }> {
  const ended = new AbortController();
  const informers: Array<Informer<KubernetesObject>> = [];
  for (const { identity } of kindDefinitions) {
    if (await isServed(admin, identity)) {
      const informer = createInformer(config, identity, ended.signal);
      await informer.start();
      informers.push(informer);
    }
  }
  return {
    kinds: informers.length,
    stop: async () => {
      ended.abort();
      await Promise.all(informers.map(informer => informer.stop()));
    },
  };
}

function isServed(admin: KubernetesClient, identity: ResourceIdentity) {
  return admin.list(identity, undefined, { limit: 1 }).then(
    () => true,
    () => false,
  );
}

function createInformer(
  config: KubeConfig,
  identity: ResourceIdentity,
  signal: AbortSignal,
): Informer<KubernetesObject> {
  const { group, version, plural } = identity;
  const path = `${group ? `/apis/${group}` : '/api'}/${version}/${plural}`;
  const informer = makeInformer<KubernetesObject>(config, path, () =>
    group
      ? config
          .makeApiClient(CustomObjectsApi)
          .listClusterCustomObject({ group, version, plural })
      : config.makeApiClient(CoreV1Api).listNode(),
  );
  // An informer ends at an error; its users start it again after a while, as its README tells them.
  informer.on('error', () => {
    setTimeout(() => !signal.aborted && informer.start(), RESTART_MS).unref();
  });
  return informer;
}
