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

import { parseEntityRef } from '@backstage/catalog-model';
import { useRouteRef } from '@backstage/core-plugin-api';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { useCallback } from 'react';

/** Address of an entity's page by its reference; undefined for what is no reference. */
export function useEntityLink() {
  const toEntity = useRouteRef(entityRouteRef);
  return useCallback(
    (entityRef: string | undefined): string | undefined => {
      if (!entityRef || !toEntity) {
        return undefined;
      }
      try {
        const { kind, namespace, name } = parseEntityRef(entityRef);
        return toEntity({
          kind: kind.toLocaleLowerCase('en-US'),
          namespace,
          name,
        });
      } catch {
        return undefined;
      }
    },
    [toEntity],
  );
}
