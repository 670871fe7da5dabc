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
  Button,
  Card,
  CardBody,
  Checkbox,
  CheckboxGroup,
  Flex,
  Text,
} from '@backstage/ui';
import {
  CephDeviceInput,
  CephNodeInput,
} from '@mosk-portal/plugin-mosk-common';
import { CephDeviceForm } from './CephDeviceForm';

const roles = [
  { id: 'mon', title: 'Monitor (mon)' },
  { id: 'mgr', title: 'Manager (mgr)' },
  { id: 'rgw', title: 'Object gateway (rgw)' },
  { id: 'mds', title: 'Metadata server (mds)' },
];

export interface CephNodeFormProps {
  node: CephNodeInput;
  classes: string[];
  onChange(node: CephNodeInput): void;
  onRemove(): void;
}

/** The devices that a node gives, and what else it runs. */
export function CephNodeForm(props: CephNodeFormProps) {
  const { node, classes, onChange, onRemove } = props;
  const devices = node.devices ?? [];
  const give = (next: CephDeviceInput[]) =>
    onChange({ ...node, devices: next });
  return (
    <Card>
      <CardBody>
        <Flex direction="column" gap="3">
          <Flex justify="between" align="center" style={{ flexWrap: 'wrap' }}>
            <Text as="h3" variant="title-x-small">
              {node.name}
            </Text>
            <Button size="small" variant="tertiary" onPress={onRemove}>
              {`Leave out ${node.name}`}
            </Button>
          </Flex>
          {devices.map((device, index) => (
            <CephDeviceForm
              key={index}
              device={device}
              name={`device ${index + 1} of ${node.name}`}
              classes={classes}
              onChange={next => give(devices.with(index, next))}
              onRemove={() => give(devices.toSpliced(index, 1))}
            />
          ))}
          <div>
            <Button
              size="small"
              variant="secondary"
              onPress={() =>
                give([
                  ...devices,
                  {
                    path: '',
                    deviceClass: devices.at(-1)?.deviceClass ?? classes[0],
                  },
                ])
              }
            >
              {`Add a device of ${node.name}`}
            </Button>
          </div>
          <CheckboxGroup
            label={`What else ${node.name} runs`}
            orientation="horizontal"
            value={node.roles ?? []}
            onChange={chosen => onChange({ ...node, roles: chosen })}
          >
            {roles.map(({ id, title }) => (
              <Checkbox key={id} value={id}>
                {title}
              </Checkbox>
            ))}
          </CheckboxGroup>
        </Flex>
      </CardBody>
    </Card>
  );
}
