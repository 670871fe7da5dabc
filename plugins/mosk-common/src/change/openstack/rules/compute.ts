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

import { FieldProblem } from '../../types';
import { isReleaseAtLeast } from '../../../openstack';
import { objectAt, refuse, Rule, valueAt } from './types';

/** Encrypted disks of servers (rule 23). */
const encryption: Rule = ({ spec }) => {
  const images = objectAt(spec, 'features', 'nova', 'images');
  return valueAt(images, 'encryption', 'enabled') === true &&
    images.backend !== 'lvm'
    ? [
        refuse(
          'spec.features.nova.images.encryption.enabled',
          'Works only with the images backend lvm.',
          'Switch it off, or set spec.features.nova.images.backend to lvm.',
        ),
      ]
    : [];
};

/** Processor types shown to servers (rule 23). */
const processorTypes: Rule = ({ spec, release }) => {
  const value = valueAt(spec, 'features', 'nova', 'vcpu_type');
  const types = typeof value === 'string' ? value.split(',') : [];
  if (types.length < 2) {
    return [];
  }
  const path = 'spec.features.nova.vcpu_type';
  const problems: FieldProblem[] = [];
  const alone = types.filter(type =>
    ['host-model', 'host-passthrough'].includes(type.trim()),
  );
  if (alone.length) {
    problems.push(
      refuse(path, `${alone[0].trim()} cannot be one of several types.`),
    );
  }
  if (!isReleaseAtLeast(release, 'train')) {
    problems.push(refuse(path, 'Several types can be given from train on.'));
  }
  return problems;
};

/** Cleaning the database of Nova (rule 23). */
const databaseCleanup: Rule = ({ spec, release }) =>
  valueAt(spec, 'features', 'database', 'cleanup', 'nova', 'enabled') ===
    true && !isReleaseAtLeast(release, 'antelope')
    ? [
        refuse(
          'spec.features.database.cleanup.nova.enabled',
          'Is there from antelope on.',
          'Switch it off, or choose antelope or later.',
        ),
      ]
    : [];

const whenEnabled =
  (rule: Rule): Rule =>
  context =>
    context.services.has('compute') ? rule(context) : [];

export const computeRules: Rule[] = [
  encryption,
  processorTypes,
  databaseCleanup,
].map(whenEnabled);
