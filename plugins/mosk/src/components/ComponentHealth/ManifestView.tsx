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
import {
  moskManifestReadPermission,
  MoskViews,
} from '@mosk-portal/plugin-mosk-common';
import { useQuery } from '@tanstack/react-query';
import { moskApiRef } from '../../api';
import { objectName } from '../shared/objectName';
import { QueryView } from '../shared/QueryView';
import { YamlView } from '../shared/YamlView';

export interface ManifestViewProps {
  cloud: string;
  object: MoskViews.ObjectReference;
}

export function ManifestView({ cloud, object }: ManifestViewProps) {
  const api = useApi(moskApiRef);
  const manifest = useQuery({
    queryKey: ['manifest', cloud, object],
    queryFn: () => api.getManifest(cloud, object),
    refetchOnWindowFocus: false,
    gcTime: 0,
  });
  return (
    <QueryView
      query={manifest}
      subject={objectName(object)}
      permission={moskManifestReadPermission.name}
      rows={1}
    >
      {({ yaml }) => (
        <YamlView yaml={yaml} label={`Manifest of ${objectName(object)}`} />
      )}
    </QueryView>
  );
}
