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
import {
  fillInput,
  MoskChangePreviewOptions,
} from '@mosk-portal/plugin-mosk-common';

export interface PreviewRequest {
  cloud: string;
  kind: string;
  input: JsonObject;
  specVersion?: string;
}

/** What to ask the preview for; undefined until a cloud is chosen. The field's own value never takes part. */
export function previewRequest(
  options: MoskChangePreviewOptions,
  formData: JsonObject,
  ownName: string,
  secretSpec?: string,
): PreviewRequest | undefined {
  const others = Object.fromEntries(
    Object.entries(formData).filter(([name]) => name !== ownName),
  ) as JsonObject;
  const { cloud, specVersion } = fillInput(
    {
      cloud: options.cloud,
      ...(options.specVersion && { specVersion: options.specVersion }),
    },
    others,
  );
  if (typeof cloud !== 'string' || !cloud) {
    return undefined;
  }
  const input = fillInput(options.input ?? {}, others);
  return {
    cloud,
    kind: options.kind,
    input: secretSpec ? { ...input, secretSpec } : input,
    ...(typeof specVersion === 'string' && { specVersion }),
  };
}
