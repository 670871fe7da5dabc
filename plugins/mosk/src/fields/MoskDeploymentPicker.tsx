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
  moskCloudReadPermission,
  MoskDeploymentPickerOptions,
  MoskDeploymentPickerValue,
} from '@mosk-portal/plugin-mosk-common';
import { QueryView } from '../components/shared/QueryView';
import { useClouds } from '../hooks/useClouds';
import { DeploymentSelect } from './DeploymentSelect';
import { FieldFrame } from './FieldFrame';
import { kindsOf } from './kindsOf';
import { FieldProps } from './types';

/** Chooses one custom resource of one cloud. */
export function MoskDeploymentPicker(
  props: FieldProps<MoskDeploymentPickerValue, MoskDeploymentPickerOptions>,
) {
  const { formData, onChange, required, schema, uiSchema } = props;
  const options: MoskDeploymentPickerOptions = uiSchema?.['ui:options'] ?? {};
  const clouds = useClouds();
  return (
    <FieldFrame>
      <QueryView
        query={clouds}
        subject="the clouds"
        permission={moskCloudReadPermission.name}
        rows={1}
      >
        {items => (
          <DeploymentSelect
            clouds={items}
            kinds={kindsOf(options)}
            writable={options.writable}
            label={schema.title}
            description={schema.description}
            required={required}
            value={formData}
            onChange={onChange}
          />
        )}
      </QueryView>
    </FieldFrame>
  );
}
