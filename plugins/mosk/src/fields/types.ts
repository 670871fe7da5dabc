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

import { JsonObject } from '@backstage/types';
import { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';

/** Props of a form field whose options all may be left out. */
export type FieldProps<TValue, TOptions> = FieldExtensionComponentProps<
  TValue,
  TOptions
>;

/** What a form holds so far, over all of its pages. */
export function readFormData(props: { formContext?: unknown }): JsonObject {
  const context = props.formContext as { formData?: JsonObject } | undefined;
  return context?.formData ?? {};
}
