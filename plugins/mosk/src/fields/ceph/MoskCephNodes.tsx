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
  moskCloudReadPermission,
  MoskCephNodesValue,
  MoskDeploymentFieldOptions,
  MoskDeploymentPickerValue,
  moskManifestReadPermission,
  MoskViews,
} from '@mosk-portal/plugin-mosk-common';
import { QueryView } from '../../components/shared/QueryView';
import { useCloud } from '../../hooks/useCloud';
import { chosenDeployment } from '../chosenDeployment';
import { FieldFrame } from '../FieldFrame';
import { FieldProps, readFormData } from '../types';
import { useManifestToEdit } from '../useManifestToEdit';
import { CephNodesEditor } from './CephNodesEditor';

type Props = FieldProps<MoskCephNodesValue, MoskDeploymentFieldOptions>;

/** Adds nodes of the Kubernetes cluster to a live Ceph cluster. */
export function MoskCephNodes(props: Props) {
  const { formData, onChange, uiSchema } = props;
  const cluster = chosenDeployment(
    readFormData(props),
    uiSchema?.['ui:options'],
  );
  return cluster ? (
    <FieldFrame>
      <NodesOfCluster
        key={JSON.stringify(cluster)}
        cluster={cluster}
        value={formData}
        onChange={onChange}
      />
    </FieldFrame>
  ) : (
    <Text as="p">Choose a Ceph cluster first.</Text>
  );
}

/** Either generation of Ceph; the cloud tells which one it has. */
function kindOf(
  { components }: MoskViews.CloudDetail,
  { namespace, name }: MoskDeploymentPickerValue,
): string | undefined {
  return components.find(
    ({ type, resource }) =>
      type === 'ceph-cluster' &&
      resource?.namespace === namespace &&
      resource.name === name,
  )?.resource?.kind;
}

function NodesOfCluster({
  cluster,
  value,
  onChange,
}: {
  cluster: MoskDeploymentPickerValue;
  value: MoskCephNodesValue | undefined;
  onChange: Props['onChange'];
}) {
  const cloud = useCloud(cluster.cloud);
  const kind = cloud.data && kindOf(cloud.data, cluster);
  const manifest = useManifestToEdit(cluster, kind);
  return (
    <QueryView
      query={cloud}
      subject={`cloud ${cluster.cloud}`}
      permission={moskCloudReadPermission.name}
      rows={3}
    >
      {({ nodes }) =>
        kind ? (
          <QueryView
            query={manifest}
            subject={`${kind} ${cluster.namespace}/${cluster.name}`}
            permission={moskManifestReadPermission.name}
            rows={3}
          >
            {live => (
              <CephNodesEditor
                nodes={nodes}
                live={live}
                value={value}
                onChange={onChange}
              />
            )}
          </QueryView>
        ) : (
          <Text as="p" color="warning">
            {`Cloud ${cluster.cloud} has no Ceph cluster ${cluster.name} now.`}
          </Text>
        )
      }
    </QueryView>
  );
}
