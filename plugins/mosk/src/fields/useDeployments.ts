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
import { useQueries } from '@tanstack/react-query';
import { moskApiRef } from '../api';
import { queryKeys } from '../live';

export interface FoundObject {
  cloud: string;
  namespace: string;
  name: string;
}

function objectsIn(
  cloud: MoskViews.CloudDetail,
  kinds: readonly string[],
): FoundObject[] {
  const found = cloud.components
    .map(({ resource }) => resource)
    .filter(resource => resource && kinds.includes(resource.kind))
    .map(resource => ({
      cloud: cloud.name,
      namespace: resource!.namespace ?? '',
      name: resource!.name,
    }));
  const keyed = new Map(
    found.map(item => [`${item.namespace}/${item.name}`, item]),
  );
  return [...keyed.values()];
}

/** Objects of some kinds in all clouds that could be read, and the clouds that could not. */
export function useDeployments(
  clouds: MoskViews.CloudSummary[],
  kinds: readonly string[],
): { objects: FoundObject[]; failed: string[]; loading: boolean } {
  const api = useApi(moskApiRef);
  const queries = useQueries({
    queries: clouds.map(({ name }) => ({
      queryKey: queryKeys.cloud(name),
      queryFn: () => api.getCloud(name),
    })),
  });
  return {
    objects: queries.flatMap(({ data }) =>
      data ? objectsIn(data, kinds) : [],
    ),
    failed: clouds
      .filter((_, index) => queries[index]?.isError)
      .map(({ name }) => name),
    loading: queries.some(({ isLoading }) => isLoading),
  };
}
