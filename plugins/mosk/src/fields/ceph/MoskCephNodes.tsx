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

import { moskCloudReadPermission } from '@mosk-portal/plugin-mosk-common';
import {
  CephNodeInput,
  MoskCephNodesOptions,
} from '@mosk-portal/plugin-mosk-common';
import { Text } from '@backstage/ui';
import { QueryView } from '../../components/shared/QueryView';
import { useCloud } from '../../hooks/useCloud';
import { FieldFrame } from '../FieldFrame';
import { FieldProps, readFormData } from '../types';
import { CephNodesEditor } from './CephNodesEditor';

/** Chooses nodes of a cloud for a new Ceph cluster, with what each of them runs and the devices it gives. */
export function MoskCephNodes(
  props: FieldProps<CephNodeInput[], MoskCephNodesOptions>,
) {
  const { formData, onChange, uiSchema } = props;
  const options: MoskCephNodesOptions = uiSchema?.['ui:options'] ?? {};
  const chosen = readFormData(props)[options.cloud ?? 'cloud'];
  const cloud = typeof chosen === 'string' ? chosen : '';
  return (
    <FieldFrame>
      {cloud ? (
        <NodesOfCloud
          cloud={cloud}
          value={formData ?? []}
          onChange={onChange}
        />
      ) : (
        <Text as="p">Choose a cloud first.</Text>
      )}
    </FieldFrame>
  );
}

function NodesOfCloud(props: {
  cloud: string;
  value: CephNodeInput[];
  onChange(value: CephNodeInput[]): void;
}) {
  const { cloud, value, onChange } = props;
  const detail = useCloud(cloud);
  return (
    <QueryView
      query={detail}
      subject={`cloud ${cloud}`}
      permission={moskCloudReadPermission.name}
      rows={3}
    >
      {({ nodes }) => (
        <CephNodesEditor
          offered={nodes}
          used={[]}
          value={value}
          onChange={onChange}
        />
      )}
    </QueryView>
  );
}
