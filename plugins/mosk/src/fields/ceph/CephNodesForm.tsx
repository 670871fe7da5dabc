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
import { CephNodeInput, MoskViews } from '@mosk-portal/plugin-mosk-common';
import lists from '../../components/shared/lists.module.css';
import { CephNodeForm } from './CephNodeForm';

export interface CephNodesFormProps {
  chosen: CephNodeInput[];
  /** Nodes of the Kubernetes cluster that can be chosen beside those. */
  offered: MoskViews.NodeSummary[];
  /** Device classes to choose from, the one to begin with first. */
  classes: string[];
  /** Names among the chosen that the Kubernetes cluster does not have. */
  unknown?: string[];
  /** What a node that is added runs beside OSDs, until somebody says otherwise. */
  rolesOfNext?: string[];
  onChange(chosen: CephNodeInput[]): void;
}

/** Nodes of a Ceph cluster with their devices, chosen from those of the Kubernetes cluster. */
export function CephNodesForm(props: CephNodesFormProps) {
  const { chosen, offered, classes, unknown = [], onChange } = props;
  return (
    <>
      <ul className={lists.spaced} aria-label="Nodes that are added">
        {chosen.map((node, index) => (
          <li key={node.name}>
            {unknown.includes(node.name) && (
              <Text as="p" color="danger">
                {`The Kubernetes cluster has no node ${node.name}.`}
              </Text>
            )}
            <CephNodeForm
              node={node}
              classes={classes}
              onChange={next => onChange(chosen.with(index, next))}
              onRemove={() => onChange(chosen.toSpliced(index, 1))}
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
            onChange([
              ...chosen,
              {
                name: String(name),
                roles: props.rolesOfNext ?? [],
                devices: [{ path: '', deviceClass: classes[0] }],
              },
            ]);
          }
        }}
      />
    </>
  );
}
