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

import { Flex, Text } from '@backstage/ui';
import {
  CephNodeInput,
  moskCloudReadPermission,
  MoskCloudFieldOptions,
} from '@mosk-portal/plugin-mosk-common';
import { QueryView } from '../../components/shared/QueryView';
import { useCloud } from '../../hooks/useCloud';
import { FieldFrame } from '../FieldFrame';
import { FieldProps, readFormData } from '../types';
import { offeredNodes, usualClasses } from './addedNodes';
import { CephNodesForm } from './CephNodesForm';

type Props = FieldProps<CephNodeInput[], MoskCloudFieldOptions>;

/** Monitors agree by majority, so that three are the least that may lose one; a second manager stands by. */
const rolesByPlace = [['mon', 'mgr'], ['mon', 'mgr'], ['mon']];

/** Chooses the nodes of a Ceph cluster that is to be created. */
export function MoskCephNewNodes(props: Props) {
  const { schema, uiSchema } = props;
  const name = readFormData(props)[uiSchema?.['ui:options']?.cloud ?? 'cloud'];
  return typeof name === 'string' && name ? (
    <FieldFrame>
      <Flex direction="column" gap="3">
        {schema.description && <Text as="p">{schema.description}</Text>}
        <NodesOfCloud {...props} cloud={name} />
      </Flex>
    </FieldFrame>
  ) : (
    <Text as="p">Choose a cloud first.</Text>
  );
}

function NodesOfCloud({
  cloud,
  formData,
  onChange,
}: Props & { cloud: string }) {
  const query = useCloud(cloud);
  const chosen = formData ?? [];
  return (
    <QueryView
      query={query}
      subject={`cloud ${cloud}`}
      permission={moskCloudReadPermission.name}
      rows={3}
    >
      {({ nodes }) => (
        <CephNodesForm
          chosen={chosen}
          offered={offeredNodes(nodes, {}, chosen)}
          classes={usualClasses}
          unknown={chosen
            .map(({ name }) => name)
            .filter(name => !nodes.some(node => node.name === name))}
          rolesOfNext={rolesByPlace[chosen.length]}
          onChange={onChange}
        />
      )}
    </QueryView>
  );
}
