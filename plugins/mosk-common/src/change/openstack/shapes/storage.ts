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
  anything,
  fields,
  flag,
  mapOf,
  oneOf,
  openFields,
  secretReference,
  Shape,
  text,
} from '../../shape';

const values = fields(
  {
    conf: mapOf(anything),
    images: mapOf(anything),
    labels: mapOf(anything),
    pod: mapOf(anything),
  },
  ['conf'],
);

function backends(extra: Record<string, Shape>): Shape {
  return mapOf(
    fields({ enabled: flag, type: oneOf('statefulset'), values, ...extra }, [
      'type',
      'values',
    ]),
  );
}

export const cinderShape = fields({
  volume: fields({
    enabled: flag,
    backends: backends({ create_volume_type: flag }),
  }),
  backup: fields({
    enabled: flag,
    drivers: mapOf(
      fields(
        {
          type: oneOf('s3', 'nfs'),
          enabled: flag,
          endpoint_url: text,
          store_bucket: text,
          store_access_key: secretReference,
          store_secret_key: secretReference,
          backup_share: text,
        },
        ['type', 'enabled'],
      ),
    ),
  }),
});

export const manilaShape = fields({
  share: fields({ backends: backends({ create_share_type: flag }) }),
});

const imageBackend = mapOf(openFields({ default: flag }));

export const glanceShape = fields({
  backends: fields({
    cinder: imageBackend,
    rbd: imageBackend,
    file: mapOf(
      openFields(
        {
          default: flag,
          pvc: openFields({ size: text, storage_class_name: text }),
        },
        ['pvc'],
      ),
    ),
  }),
  signature: fields({ enabled: flag, certificate_validation: flag }),
});
