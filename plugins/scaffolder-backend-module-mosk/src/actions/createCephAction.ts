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

import { cephInput } from './cephInput';
import { createCephExamples } from './createCephAction.examples';
import { createManifestAction } from './createManifestAction';
import { MoskActionOptions } from './types';

/**
 * Builds and checks what a Ceph cluster is asked for with: a MiraCeph, or a CephDeployment where the cloud has that.
 * @public
 */
export function createCephAction(options: MoskActionOptions) {
  return createManifestAction(
    {
      id: 'mosk:miraceph:create',
      kind: 'MiraCeph',
      description:
        'Builds the manifest of a Ceph cluster from typed input, as the MiraCeph or CephDeployment that the cloud has, checks it by what the operator would refuse later and writes it to the workspace',
      examples: createCephExamples,
      input: cephInput,
    },
    options,
  );
}
