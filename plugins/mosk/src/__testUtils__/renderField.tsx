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
import { JsonObject } from '@backstage/types';
import { ComponentType, useState } from 'react';
import { RenderOptions, renderPage } from './renderPage';

/** Renders a form field as the scaffolder does, and gives what it is told. */
export function renderField(
  Field: ComponentType<any>,
  props: {
    name?: string;
    options?: JsonObject;
    value?: unknown;
    formData?: JsonObject;
  },
  options: RenderOptions = {},
) {
  const onChange = jest.fn();
  const name = props.name ?? 'field';
  const Form = () => {
    const [value, setValue] = useState(props.value);
    return (
      <SecretsContextProvider initialSecrets={{}}>
        <Field
          name={name}
          schema={{ title: 'The field' }}
          uiSchema={{ 'ui:options': props.options }}
          formData={value}
          formContext={{ formData: { ...props.formData, [name]: value } }}
          onChange={(next: unknown) => {
            onChange(next);
            setValue(next);
          }}
        />
      </SecretsContextProvider>
    );
  };
  renderPage(<Form />, options);
  return onChange;
}
