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

import { Select } from '@backstage/ui';
import {
  moskCloudReadPermission,
  MoskCloudPickerOptions,
  MoskCloudPickerValue,
} from '@mosk-portal/plugin-mosk-common';
import { QueryView } from '../components/shared/QueryView';
import { useClouds } from '../hooks/useClouds';
import { CloudNotice } from './CloudNotice';
import { cloudObstacle, hasKinds, kindIn } from './cloudChoice';
import { FieldFrame } from './FieldFrame';
import { FieldProps } from './types';

/** Chooses a cloud by name. */
export function MoskCloudPicker(
  props: FieldProps<MoskCloudPickerValue, MoskCloudPickerOptions>,
) {
  const { formData, onChange, required, schema, uiSchema } = props;
  const options: MoskCloudPickerOptions = uiSchema?.['ui:options'] ?? {};
  const clouds = useClouds();
  return (
    <FieldFrame>
      <QueryView
        query={clouds}
        subject="the clouds"
        permission={moskCloudReadPermission.name}
        rows={1}
      >
        {items => {
          const kinds = options.kinds ?? options.anyKind ?? [];
          const offered = items.filter(cloud => hasKinds(cloud, options));
          return (
            <>
              <Select
                label={schema.title ?? 'Cloud'}
                description={
                  offered.length
                    ? schema.description
                    : 'No cloud that you may see has what this template needs.'
                }
                isRequired={required}
                placeholder="Choose a cloud"
                options={offered.map(cloud => {
                  const obstacle = cloudObstacle(cloud, {
                    writable: options.writable,
                    kinds,
                  });
                  return {
                    id: cloud.name,
                    label: obstacle
                      ? `${cloud.title} (${obstacle})`
                      : cloud.title,
                    disabled: obstacle !== undefined,
                  };
                })}
                value={formData ?? null}
                onChange={value =>
                  onChange(value === null ? undefined : String(value))
                }
              />
              <CloudNotice
                cloud={items.find(({ name }) => name === formData)}
                kind={
                  options.writable
                    ? kindIn(
                        items.find(({ name }) => name === formData),
                        kinds,
                      )
                    : undefined
                }
              />
            </>
          );
        }}
      </QueryView>
    </FieldFrame>
  );
}
