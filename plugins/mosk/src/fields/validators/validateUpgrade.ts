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
  MoskDeploymentFieldOptions,
  MoskUpgradePickerValue,
} from '@mosk-portal/plugin-mosk-common';
import { moskApiRef } from '../../api';
import { chosenDeployment } from '../chosenDeployment';

export const validateUpgrade: CustomFieldValidator<
  MoskUpgradePickerValue,
  MoskDeploymentFieldOptions
> = async (value, field, { apiHolder, formData, uiSchema }) => {
  if (!value?.release) {
    field.addError('Choose the release to upgrade to.');
    return;
  }
  const deployment = chosenDeployment(formData, uiSchema?.['ui:options']);
  if (!deployment) {
    field.addError('Choose a deployment first.');
    return;
  }
  const options = await apiHolder
    .get(moskApiRef)
    ?.getUpgradeOptions(deployment.cloud, deployment.name);
  if (options && !options.releases.includes(value.release)) {
    field.addError(
      `${value.release} cannot be reached from ${options.current}. Possible: ${
        options.releases.join(', ') || 'none'
      }.`,
    );
  }
  options?.checklist
    .filter(({ state }) => state === 'failed')
    .forEach(({ title, message }) =>
      field.addError(message ? `${title}: ${message}` : title),
    );
};
