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

import { SecretsContextProvider } from '@backstage/plugin-scaffolder-react';
import { Flex } from '@backstage/ui';
import { ComponentType, useState } from 'react';
import {
  changePreview,
  cloudPicker,
  deploymentPicker,
  liveEditor,
  upgradePicker,
} from '../src/fields/fieldDefinitions';

const fields: Array<{ name: string; component: ComponentType<any> }> = [
  { name: 'cloud', component: cloudPicker.component },
  { name: 'deployment', component: deploymentPicker.component },
  { name: 'upgrade', component: upgradePicker.component },
  { name: 'edit', component: liveEditor.component },
  { name: 'preview', component: changePreview.component },
];
const options = {
  kind: 'OpenStackDeployment',
  cloud: '${{ parameters.deployment.cloud }}',
  input: { edit: '${{ parameters.edit }}' },
  writable: true,
};

/** The form fields, as a template would have them. */
export const FieldsExample = () => {
  const [formData, setFormData] = useState<Record<string, unknown>>({});
  return (
    <SecretsContextProvider>
      <Flex direction="column" gap="5" p="4">
        {fields.map(({ name, component: Field }) => (
          <Field
            key={name}
            name={name}
            schema={{ title: name }}
            uiSchema={{ 'ui:options': options }}
            formData={formData[name]}
            formContext={{ formData }}
            onChange={(value: unknown) =>
              setFormData(known => ({ ...known, [name]: value }))
            }
          />
        ))}
      </Flex>
    </SecretsContextProvider>
  );
};
