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

import { Button, Flex, NumberField, Select, TextField } from '@backstage/ui';
import { CephDeviceInput } from '@mosk-portal/plugin-mosk-common';
import styles from './CephDeviceForm.module.css';

export interface CephDeviceFormProps {
  device: CephDeviceInput;
  /** `device 1 of storage-4`. */
  name: string;
  classes: string[];
  onChange(device: CephDeviceInput): void;
  onRemove(): void;
}

/** A disk that becomes an OSD. */
export function CephDeviceForm(props: CephDeviceFormProps) {
  const { device, name, classes, onChange, onRemove } = props;
  const { metadataDevice, ...withoutMetadata } = device;
  const { osdsPerDevice, ...withoutOsds } = device;
  return (
    <Flex direction="column" gap="2" role="group" aria-label={name}>
      <div className={styles.inputs}>
        <TextField
          label="Path"
          description="Best below /dev/disk/by-id. All data is lost."
          isRequired
          value={device.path}
          onChange={path => onChange({ ...device, path })}
        />
        <Select
          label="Class"
          options={classes.map(one => ({ id: one, label: one }))}
          value={device.deviceClass}
          onChange={chosen =>
            onChange({ ...device, deviceClass: String(chosen) })
          }
        />
        <TextField
          label="Metadata device"
          description="None while it is empty"
          value={metadataDevice ?? ''}
          onChange={path =>
            onChange(
              path
                ? { ...withoutMetadata, metadataDevice: path }
                : withoutMetadata,
            )
          }
        />
        <NumberField
          label="OSDs on it"
          description="One while it is empty"
          minValue={1}
          value={osdsPerDevice ?? NaN}
          onChange={count =>
            onChange(
              Number.isInteger(count)
                ? { ...withoutOsds, osdsPerDevice: count }
                : withoutOsds,
            )
          }
        />
      </div>
      <div>
        <Button size="small" variant="tertiary" onPress={onRemove}>
          {`Leave out ${name}`}
        </Button>
      </div>
    </Flex>
  );
}
