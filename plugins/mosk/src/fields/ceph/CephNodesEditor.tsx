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

import { Flex, Select, Text } from '@backstage/ui';
import {
  CephNodeInput,
  MoskCephNodesValue,
  MoskViews,
} from '@mosk-portal/plugin-mosk-common';
import { useEffect } from 'react';
import lists from '../../components/shared/lists.module.css';
import {
  deviceClassesOf,
  keptNodes,
  nodesOf,
  offeredNodes,
  withAdded,
} from './addedNodes';
import { CephNodeForm } from './CephNodeForm';

export interface CephNodesEditorProps {
  nodes: MoskViews.NodeSummary[];
  live: MoskViews.Manifest;
  value: MoskCephNodesValue | undefined;
  onChange(value: MoskCephNodesValue): void;
}

/** What the cluster has, and the nodes that are added with their devices. */
export function CephNodesEditor(props: CephNodesEditorProps) {
  const { nodes, live, value, onChange } = props;
  const isCurrent = value?.specVersion === live.specVersion;
  const added = keptNodes(value, live);
  // What was begun on an older version of the cluster is added to the nodes that it has now.
  useEffect(() => {
    if (!isCurrent) {
      onChange(withAdded(live, keptNodes(value, live)));
    }
  }, [isCurrent, live, value, onChange]);

  const give = (next: CephNodeInput[]) => onChange(withAdded(live, next));
  const offered = offeredNodes(nodes, live, added);
  const classes = deviceClassesOf(live);
  const known = nodesOf(live).map(({ name }) => String(name));
  return (
    <Flex direction="column" gap="3">
      <Text as="p">
        {known.length
          ? `The cluster has ${known.join(', ')}.`
          : 'The cluster has no node yet.'}
      </Text>
      <ul className={lists.spaced} aria-label="Nodes that are added">
        {added.map((node, index) => (
          <li key={node.name}>
            <CephNodeForm
              node={node}
              classes={classes}
              onChange={next => give(added.with(index, next))}
              onRemove={() => give(added.filter(one => one !== node))}
            />
          </li>
        ))}
      </ul>
      <Select
        label="Add a node"
        description={
          offered.length
            ? 'Nodes of the Kubernetes cluster that Ceph does not have yet'
            : 'Every node of the Kubernetes cluster is in Ceph, or added here.'
        }
        placeholder="Choose a node"
        options={offered.map(({ name, state }) => ({
          id: name,
          label: state === 'healthy' ? name : `${name} (${state})`,
        }))}
        value={null}
        onChange={name => {
          if (name !== null) {
            give([
              ...added,
              {
                name: String(name),
                roles: [],
                devices: [{ path: '', deviceClass: classes[0] }],
              },
            ]);
          }
        }}
      />
    </Flex>
  );
}
