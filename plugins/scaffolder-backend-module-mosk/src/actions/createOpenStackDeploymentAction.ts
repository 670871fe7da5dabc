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

import { createManifestAction } from './createManifestAction';
import { examples } from './createOpenStackDeploymentAction.examples';
import { openStackDeploymentInput } from './openStackDeploymentInput';
import { MoskActionOptions } from './types';

/**
 * Builds and checks the manifest of an OpenStackDeployment.
 * @public
 */
export function createOpenStackDeploymentAction(options: MoskActionOptions) {
  return createManifestAction(
    {
      id: 'mosk:openstackdeployment:create',
      kind: 'OpenStackDeployment',
      description:
        'Builds the manifest of an OpenStackDeployment from typed input, checks it by the rules of the OpenStack Operator and writes it to the workspace',
      examples,
      input: openStackDeploymentInput,
    },
    options,
  );
}
