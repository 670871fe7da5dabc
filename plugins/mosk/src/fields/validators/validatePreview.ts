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
  MoskChangePreviewOptions,
  MoskChangePreviewValue,
} from '@mosk-portal/plugin-mosk-common';

/** An empty hash stands for a preview that is missing, is being made, or was not accepted. */
export const validatePreview: CustomFieldValidator<
  MoskChangePreviewValue,
  Partial<MoskChangePreviewOptions>
> = (value, field) => {
  if (!value?.hash) {
    field.addError(
      'The change has not been accepted yet: see what the preview says.',
    );
  }
};
