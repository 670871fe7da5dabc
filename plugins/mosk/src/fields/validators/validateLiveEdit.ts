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
  MoskDeploymentFieldOptions,
  MoskLiveEditorValue,
} from '@mosk-portal/plugin-mosk-common';

export const validateLiveEdit: CustomFieldValidator<
  MoskLiveEditorValue,
  MoskDeploymentFieldOptions
> = (value, field) => {
  const set = Object.entries(value?.set ?? {});
  const remove = value?.remove ?? [];
  if (!value?.specVersion) {
    field.addError('The live object has not been read yet.');
    return;
  }
  if (!set.length && !remove.length) {
    field.addError('Nothing is changed yet.');
  }
  for (const [path, item] of set) {
    if (findMasks(item).length) {
      field.addError(
        `${path} holds a hidden value; it cannot be sent as it is shown.`,
      );
    }
  }
};
