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
  createFormField,
  FormFieldBlueprint,
} from '@backstage/plugin-scaffolder-react/alpha';

/** The form fields for the new frontend system. */
export const formFields = [
  FormFieldBlueprint.make({
    name: 'cloud-picker',
    params: {
      field: async () =>
        createFormField((await import('./fieldDefinitions')).cloudPicker),
    },
  }),
  FormFieldBlueprint.make({
    name: 'deployment-picker',
    params: {
      field: async () =>
        createFormField((await import('./fieldDefinitions')).deploymentPicker),
    },
  }),
  FormFieldBlueprint.make({
    name: 'live-editor',
    params: {
      field: async () =>
        createFormField((await import('./fieldDefinitions')).liveEditor),
    },
  }),
  FormFieldBlueprint.make({
    name: 'ceph-nodes',
    params: {
      field: async () =>
        createFormField((await import('./fieldDefinitions')).cephNodes),
    },
  }),
  FormFieldBlueprint.make({
    name: 'ceph-new-nodes',
    params: {
      field: async () =>
        createFormField((await import('./fieldDefinitions')).cephNewNodes),
    },
  }),
  FormFieldBlueprint.make({
    name: 'upgrade-picker',
    params: {
      field: async () =>
        createFormField((await import('./fieldDefinitions')).upgradePicker),
    },
  }),
  FormFieldBlueprint.make({
    name: 'yaml',
    params: {
      field: async () =>
        createFormField((await import('./fieldDefinitions')).yamlEditor),
    },
  }),
  FormFieldBlueprint.make({
    name: 'change-preview',
    params: {
      field: async () =>
        createFormField((await import('./fieldDefinitions')).changePreview),
    },
  }),
];
