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

import { JsonObject } from '@backstage/types';
import { FieldProblem } from '../../types';
import { objectAt, objectsIn, refuse, Rule, valueAt } from './types';

const backendsPath = 'spec.features.glance.backends';

/** Certificates are looked at only while signatures are (rule 14). */
const signature: Rule = ({ spec, services }) => {
  const settings = objectAt(spec, 'features', 'glance', 'signature');
  return services.has('image') &&
    settings.certificate_validation === true &&
    settings.enabled !== true
    ? [
        refuse(
          'spec.features.glance.signature.certificate_validation',
          'Works only while signatures are checked.',
          'Set spec.features.glance.signature.enabled to true as well.',
        ),
      ]
    : [];
};

function checkCinder(name: string, backend: JsonObject): FieldProblem[] {
  const path = `${backendsPath}.cinder.${name}`;
  const { backend_name: backendName, cinder_volume_type: volumeType } = backend;
  if ((backendName === undefined) === (volumeType === undefined)) {
    return [
      refuse(
        path,
        'Needs one of cinder_volume_type and backend_name, not both and not neither.',
      ),
    ];
  }
  return backendName !== undefined && `${backendName}`.split(':').length !== 2
    ? [
        refuse(
          `${path}.backend_name`,
          'Must be the type of the Cinder backend and the volume type, as type:volume_type.',
        ),
      ]
    : [];
}

function checkFile(name: string, backend: JsonObject): FieldProblem[] {
  return ['size', 'storage_class_name']
    .filter(key => valueAt(backend, 'pvc', key) === undefined)
    .map(key =>
      refuse(`${backendsPath}.file.${name}.pvc.${key}`, 'Is required.'),
    );
}

/** Where images are kept (rule 14). */
const backends: Rule = ({ spec, services }) => {
  const all = objectAt(spec, 'features', 'glance', 'backends');
  const each = Object.keys(all).flatMap(type => objectsIn(objectAt(all, type)));
  if (!services.has('image') || !each.length) {
    return [];
  }
  const defaults = each.filter(([, backend]) => backend.default === true);
  const file = objectsIn(objectAt(all, 'file'));
  return [
    ...(defaults.length === 1
      ? []
      : [
          refuse(
            backendsPath,
            `Exactly one backend must be the default, not ${defaults.length}.`,
            'Set default: true on one of them.',
          ),
        ]),
    ...objectsIn(objectAt(all, 'cinder')).flatMap(entry =>
      checkCinder(...entry),
    ),
    ...(file.length > 1
      ? [refuse(`${backendsPath}.file`, 'Only one file backend can be given.')]
      : []),
    ...file.flatMap(entry => checkFile(...entry)),
  ];
};

export const imageRules: Rule[] = [signature, backends];
