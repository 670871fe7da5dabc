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

import { Text } from '@backstage/ui';
import {
  MoskDeploymentFieldOptions,
  MoskLiveEditorValue,
  moskManifestReadPermission,
} from '@mosk-portal/plugin-mosk-common';
import { QueryView } from '../components/shared/QueryView';
import { chosenDeployment } from './chosenDeployment';
import { FieldFrame } from './FieldFrame';
import { LiveEditor } from './LiveEditor';
import { FieldProps, readFormData } from './types';
import { useManifestToEdit } from './useManifestToEdit';

/** Edits fields of the live object, and gives only what was changed. */
export function MoskLiveEditor(
  props: FieldProps<MoskLiveEditorValue, MoskDeploymentFieldOptions>,
) {
  const { formData, onChange, uiSchema } = props;
  const options: MoskDeploymentFieldOptions = uiSchema?.['ui:options'] ?? {};
  const kind = options.kind ?? 'OpenStackDeployment';
  const deployment = chosenDeployment(readFormData(props), options);
  const manifest = useManifestToEdit(deployment, kind);
  if (!deployment) {
    return <Text as="p">Choose a deployment first.</Text>;
  }
  return (
    <FieldFrame>
      <QueryView
        query={manifest}
        subject={`${kind} ${deployment.namespace}/${deployment.name}`}
        permission={moskManifestReadPermission.name}
        rows={4}
      >
        {live => (
          <LiveEditor live={live} value={formData} onChange={onChange} />
        )}
      </QueryView>
    </FieldFrame>
  );
}
