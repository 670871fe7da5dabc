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

import { AppsV1Api, makeInformer } from '@kubernetes/client-node';
import { kubeConfigOf } from '../cluster/kubeConfigOf';
import { Holder, HoldRequest } from './types';

/** An informer of the library, as its own examples start one. */
export async function holdInInformer(request: HoldRequest): Promise<Holder> {
  const config = kubeConfigOf(request.address);
  const api = config.makeApiClient(AppsV1Api);
  const informer = makeInformer(config, '/apis/apps/v1/deployments', () =>
    api.listDeploymentForAllNamespaces(),
  );
  await informer.start();
  return { count: () => informer.list().length };
}
