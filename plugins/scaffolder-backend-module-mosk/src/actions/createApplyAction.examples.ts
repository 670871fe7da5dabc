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

import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

const action = 'mosk:apply';

export const examples: TemplateExample[] = [
  {
    description:
      'Apply what an earlier step built, exactly as it was previewed',
    example: stringify({
      steps: [
        {
          id: 'apply',
          action,
          name: 'Apply',
          input: {
            cloud: '${{ parameters.cloud }}',
            manifestPath: '${{ steps.create.output.manifestPath }}',
            manifest: '${{ steps.create.output.manifest }}',
            editedPaths: '${{ steps.create.output.editedPaths }}',
            previewHash: '${{ parameters.preview.hash }}',
            expectedSpecVersion: '${{ parameters.preview.specVersion }}',
          },
        },
      ],
    }),
  },
  {
    description: 'Ask the API server whether it would accept a manifest',
    example: stringify({
      steps: [
        {
          id: 'try',
          action,
          name: 'Try',
          input: {
            cloud: 'cloud-one',
            manifestPath: 'cloud-one.yaml',
            dryRun: true,
          },
        },
      ],
    }),
  },
  {
    description: 'Take over fields that another manager owns',
    example: stringify({
      steps: [
        {
          id: 'apply',
          action,
          name: 'Apply',
          input: {
            cloud: 'cloud-one',
            manifestPath: 'cloud-one.yaml',
            force: true,
          },
        },
      ],
    }),
  },
];
