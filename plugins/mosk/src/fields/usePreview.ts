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

import { useApi } from '@backstage/core-plugin-api';
import { MoskViews } from '@mosk-portal/plugin-mosk-common';
import { useEffect, useState } from 'react';
import { moskApiRef } from '../api';
import { PreviewRequest } from './previewRequest';

const STABLE_AFTER_MS = 500;

export interface PreviewState {
  /** Of the request as it stands; undefined while it is being made. */
  preview?: MoskViews.ChangePreview;
  error?: unknown;
}

/**
 * Asks for a preview once the form has been still for a moment. Not kept in the shared cache, as the input may hold a
 * secret.
 */
export function usePreview(
  request: PreviewRequest | undefined,
  force: boolean,
  attempt: number,
): PreviewState {
  const api = useApi(moskApiRef);
  const [state, setState] = useState<PreviewState & { of?: string }>({});
  const key = request && JSON.stringify([request, force, attempt]);

  useEffect(() => {
    if (!key) {
      return undefined;
    }
    let isCurrent = true;
    const [{ cloud, ...body }] = JSON.parse(key) as [PreviewRequest];
    const timer = setTimeout(() => {
      const change = body as MoskViews.ChangeRequest;
      api.previewChange(cloud, force ? { ...change, force } : change).then(
        preview => isCurrent && setState({ preview, of: key }),
        error => isCurrent && setState({ error, of: key }),
      );
    }, STABLE_AFTER_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [api, key, force]);

  return state.of === key ? state : {};
}
