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
  findMasks,
  MoskCephNodesValue,
  MoskDeploymentFieldOptions,
} from '@mosk-portal/plugin-mosk-common';
import { problemsOfCephNodes } from './problemsOfCephNodes';

export const validateCephNodes: CustomFieldValidator<
  MoskCephNodesValue,
  MoskDeploymentFieldOptions
> = (value, field) => {
  if (!value?.specVersion) {
    field.addError('The live object has not been read yet.');
    return;
  }
  if (!value.added?.length) {
    field.addError('Add a node.');
  }
  if (findMasks(value.set ?? {}).length) {
    field.addError(
      'The nodes of the cluster hold a hidden value; they cannot be sent as they are shown.',
    );
  }
  for (const { name, devices } of value.added ?? []) {
    if (!devices?.length) {
      field.addError(`${name} gives no device: it would get no OSD.`);
    }
  }
  problemsOfCephNodes(
    (value.added ?? []).filter(({ devices }) => devices?.length),
  ).forEach(field.addError);
};
