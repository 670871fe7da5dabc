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

import { Select, Text } from '@backstage/ui';
import {
  moskCloudReadPermission,
  MoskDeploymentFieldOptions,
  MoskUpgradePickerValue,
} from '@mosk-portal/plugin-mosk-common';
import { QueryView } from '../components/shared/QueryView';
import { useUpgradeOptions } from '../hooks/useUpgradeOptions';
import { Checklist } from './Checklist';
import { chosenDeployment } from './chosenDeployment';
import { FieldFrame } from './FieldFrame';
import { FieldProps, readFormData } from './types';

/** Offers only the releases that can be reached, with the checklist read from the live cloud. */
export function MoskUpgradePicker(
  props: FieldProps<MoskUpgradePickerValue, MoskDeploymentFieldOptions>,
) {
  const { formData, onChange, required, schema, uiSchema } = props;
  const deployment = chosenDeployment(
    readFormData(props),
    uiSchema?.['ui:options'],
  );
  const upgrade = useUpgradeOptions(deployment?.cloud, deployment?.name);
  if (!deployment) {
    return <Text as="p">Choose a deployment first.</Text>;
  }
  return (
    <FieldFrame>
      <QueryView
        query={upgrade}
        subject={`the releases that ${deployment.name} can be upgraded to`}
        permission={moskCloudReadPermission.name}
        rows={2}
      >
        {({ current, releases, checklist }) => (
          <>
            <Select
              label={schema.title ?? 'Release'}
              description={
                releases.length
                  ? `Runs ${current} now.`
                  : `Runs ${current} now, from which no release can be reached.`
              }
              isRequired={required}
              placeholder="Choose a release"
              options={releases.map(release => ({
                id: release,
                label: release,
              }))}
              value={
                formData?.release && releases.includes(formData.release)
                  ? formData.release
                  : null
              }
              onChange={release =>
                onChange(
                  release === null ? undefined : { release: String(release) },
                )
              }
            />
            <Checklist items={checklist} />
          </>
        )}
      </QueryView>
    </FieldFrame>
  );
}
