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
  MoskDeploymentPickerValue,
  MoskViews,
} from '@mosk-portal/plugin-mosk-common';
import { cloudObstacle, kindIn } from './cloudChoice';
import { CloudNotice } from './CloudNotice';
import { useDeployments } from './useDeployments';

export interface DeploymentSelectProps {
  clouds: MoskViews.CloudSummary[];
  kinds: readonly string[];
  writable: boolean | undefined;
  label: string | undefined;
  description: string | undefined;
  required: boolean | undefined;
  value: MoskDeploymentPickerValue | undefined;
  onChange(value: MoskDeploymentPickerValue | undefined): void;
}

const toId = (value: MoskDeploymentPickerValue) =>
  `${value.cloud}/${value.namespace}/${value.name}`;

export function DeploymentSelect(props: DeploymentSelectProps) {
  const { clouds, kinds, writable, value } = props;
  const words = kinds.join(' or ');
  const { objects, failed, loading } = useDeployments(clouds, kinds);
  const cloudOf = (name: string) => clouds.find(cloud => cloud.name === name);
  // A link may have filled in one that is not listed, as its cloud is out of reach.
  const isComplete = value?.cloud && value.namespace && value.name;
  const offered =
    isComplete && !objects.some(item => toId(item) === toId(value))
      ? [...objects, value]
      : objects;
  return (
    <>
      <Select
        label={props.label ?? words}
        description={
          !offered.length && !loading
            ? `No ${words} exists in the clouds that you may see.`
            : props.description
        }
        isRequired={props.required}
        placeholder={loading ? 'Reading the clouds' : 'Choose one'}
        options={offered.map(item => {
          const cloud = cloudOf(item.cloud);
          const obstacle = cloud && cloudObstacle(cloud, { writable, kinds });
          const label = `${item.name} in ${cloud?.title ?? item.cloud}`;
          return {
            id: toId(item),
            label: obstacle ? `${label} (${obstacle})` : label,
            disabled: obstacle !== undefined,
          };
        })}
        value={isComplete ? toId(value) : null}
        onChange={id => {
          const chosen = offered.find(item => toId(item) === id);
          props.onChange(
            chosen && {
              cloud: chosen.cloud,
              namespace: chosen.namespace,
              name: chosen.name,
            },
          );
        }}
      />
      {failed.length > 0 && (
        <Text as="p" color="warning">
          Not read, so what is there is not offered: {failed.join(', ')}
        </Text>
      )}
      <CloudNotice
        cloud={value?.cloud ? cloudOf(value.cloud) : undefined}
        kind={
          writable && value?.cloud
            ? kindIn(cloudOf(value.cloud), kinds)
            : undefined
        }
      />
    </>
  );
}
