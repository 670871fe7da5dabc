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

import { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import {
  MoskDeploymentPickerOptions,
  MoskDeploymentPickerValue,
} from '@mosk-portal/plugin-mosk-common';
import { kindsOf } from '../kindsOf';
import { refuseCloud } from './refuseCloud';

export const validateDeployment: CustomFieldValidator<
  MoskDeploymentPickerValue,
  MoskDeploymentPickerOptions
> = async (value, field, { apiHolder, uiSchema }) => {
  if (!value?.cloud || !value.namespace || !value.name) {
    field.addError('Choose one.');
    return;
  }
  const options: MoskDeploymentPickerOptions = uiSchema?.['ui:options'] ?? {};
  const refusal = await refuseCloud(
    value.cloud,
    {
      writable: options.writable,
      kinds: kindsOf(options),
    },
    apiHolder,
  );
  if (refusal) {
    field.addError(refusal);
  }
};
