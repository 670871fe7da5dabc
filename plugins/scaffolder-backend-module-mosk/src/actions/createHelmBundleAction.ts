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

import { createHelmBundleExamples } from './createHelmBundleAction.examples';
import { createManifestAction } from './createManifestAction';
import { helmBundleInput } from './helmBundleInput';
import { MoskActionOptions } from './types';

/**
 * Builds and checks the manifest of a HelmBundle.
 * @public
 */
export function createHelmBundleAction(options: MoskActionOptions) {
  return createManifestAction(
    {
      id: 'mosk:helmbundle:create',
      kind: 'HelmBundle',
      description:
        'Builds the manifest of a HelmBundle from typed input, checks all that can be told before it is installed and writes it to the workspace',
      examples: createHelmBundleExamples,
      input: helmBundleInput,
    },
    options,
  );
}
