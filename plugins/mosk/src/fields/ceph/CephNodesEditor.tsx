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
import { MoskCephNodesValue, MoskViews } from '@mosk-portal/plugin-mosk-common';
import { useEffect } from 'react';
import {
  deviceClassesOf,
  keptNodes,
  nodesOf,
  offeredNodes,
  withAdded,
} from './addedNodes';
import { CephNodesForm } from './CephNodesForm';

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

  const known = nodesOf(live).map(({ name }) => String(name));
  return (
    <Flex direction="column" gap="3">
      <Text as="p">
        {known.length
          ? `The cluster has ${known.join(', ')}.`
          : 'The cluster has no node yet.'}
      </Text>
      <CephNodesForm
        chosen={added}
        offered={offeredNodes(nodes, live, added)}
        classes={deviceClassesOf(live)}
        onChange={next => onChange(withAdded(live, next))}
      />
    </Flex>
  );
}
