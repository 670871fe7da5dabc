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
  MoskChangePreviewValue,
  MoskViews,
} from '@mosk-portal/plugin-mosk-common';
import { useEffect } from 'react';
import { isAcceptable } from './isAcceptable';

const nothing: MoskChangePreviewValue = { hash: '', operation: 'create' };

interface Options {
  preview: MoskViews.ChangePreview | undefined;
  takeOver: boolean;
  value: MoskChangePreviewValue | undefined;
  onChange(value: MoskChangePreviewValue): void;
}

function toValue(
  preview: MoskViews.ChangePreview | undefined,
  takeOver: boolean,
): MoskChangePreviewValue {
  if (!preview || !isAcceptable(preview, takeOver)) {
    // Not left out: a validator only sees values that are there.
    return nothing;
  }
  const { hash, operation, specVersion } = preview;
  return {
    hash,
    operation,
    ...(specVersion && { specVersion }),
    ...(takeOver && { takeOver }),
  };
}

/** Keeps the field's value at what was accepted, and at nothing while that is not known. */
export function useAcceptedPreview(options: Options) {
  const { preview, takeOver, value, onChange } = options;
  const wanted = toValue(preview, takeOver);
  useEffect(() => {
    if (
      value?.hash !== wanted.hash ||
      value?.specVersion !== wanted.specVersion ||
      value?.operation !== wanted.operation ||
      value?.takeOver !== wanted.takeOver
    ) {
      onChange(wanted);
    }
  });
}
