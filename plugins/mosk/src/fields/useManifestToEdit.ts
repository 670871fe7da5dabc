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
import { MoskDeploymentPickerValue } from '@mosk-portal/plugin-mosk-common';
import { useQuery } from '@tanstack/react-query';
import { moskApiRef } from '../api';

/** The live object that fills a form; read once it was chosen and its kind is known. */
export function useManifestToEdit(
  deployment: MoskDeploymentPickerValue | undefined,
  kind: string | undefined,
) {
  const api = useApi(moskApiRef);
  return useQuery({
    queryKey: ['manifest-to-edit', deployment, kind],
    queryFn: () =>
      api.getManifest(deployment!.cloud, {
        kind: kind!,
        namespace: deployment!.namespace,
        name: deployment!.name,
      }),
    enabled: Boolean(deployment && kind),
    // What was begun on one version is not moved to another one under the person's hands.
    refetchOnWindowFocus: false,
    staleTime: Infinity,
    gcTime: 0,
  });
}
