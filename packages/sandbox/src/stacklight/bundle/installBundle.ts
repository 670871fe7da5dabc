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

import { KubernetesError } from '../../kubernetes';
import { OperatorContext } from '../../operators/types';
import { identities } from '../../simulation/identities';
import { stackLightBundle } from './stackLightBundle';

/** StackLight is in a cloud before anything else is. */
export async function installBundle(context: OperatorContext): Promise<void> {
  const { client, release, log } = context;
  const bundle = stackLightBundle({ logging: release?.logging ?? true });
  try {
    await client.create(identities.HelmBundle, bundle, {
      fieldManager: 'helm',
    });
  } catch (error) {
    if (!KubernetesError.isNotFound(error)) {
      throw error;
    }
    log('The cloud has no HelmBundles, so StackLight is not installed in it');
  }
}
