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
import { cephSpecKindOf } from '../../ceph/cephSpecKind';
import { cephSpecsOf } from '../../ceph/cephSpecs';
import { readCephWritability } from '../../ceph/readCephWritability';
import { RawObject } from '../../kinds/types';
import { sensitivePathsOf } from '../../kinds/sensitivePaths';
import { CloudSnapshot } from '../../snapshot/types';
import type { CheckContext } from '../builders';
import { specAfter } from '../edit';
import { refuse } from '../openstack/rules/types';
import { placesAt } from '../openstack/secretFields';
import { getIn, formatPath } from '../path';
import { FieldProblem } from '../types';
import { isMasked } from '../../redaction';
import { CephSpecKind } from './build';
import { readCephSpec } from './readCephSpec';
import { cephRules } from './rules';

const namePattern = /^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/;

/**
 * Checks a Ceph cluster by what its operator validates after it was accepted, and by what the cloud tells, so that a
 * spec that would only fail is not sent at all.
 * @public
 */
export function checkCeph(
  kind: CephSpecKind,
  manifest: RawObject,
  context: CheckContext & {
    editedPaths?: string[];
    secretSpec?: JsonObject;
  },
): FieldProblem[] {
  const { live, snapshot, editedPaths, secretSpec = {} } = context;
  const { name } = manifest.metadata;
  if (editedPaths && !live) {
    return [
      refuse(
        'metadata.name',
        `There is no ${kind} ${name} to change.`,
        'Choose another one, or create it with the template "Ceph storage cluster".',
      ),
    ];
  }
  const spec = specAfter(live, { manifest, editedPaths });
  return [
    ...(namePattern.test(name)
      ? []
      : [
          refuse(
            'metadata.name',
            'Must be lower-case letters, digits, "-" and ".", and begin and end with a letter or digit.',
          ),
        ]),
    ...(snapshot ? checkCloud(kind, manifest, snapshot) : []),
    ...checkSecrets(kind, manifest.spec ?? {}, secretSpec),
    ...cephRules.flatMap(rule =>
      rule({ view: readCephSpec(kind, spec), snapshot }),
    ),
  ];
}

/** The kind is that of the cloud, the cluster the only one, and the portal may write it. */
function checkCloud(
  kind: CephSpecKind,
  { metadata }: RawObject,
  snapshot: CloudSnapshot,
): FieldProblem[] {
  const known = cephSpecKindOf(snapshot);
  if (known && known !== kind) {
    return [
      refuse(
        'kind',
        `This cloud asks for its Ceph cluster with a ${known}, not with a ${kind}.`,
      ),
    ];
  }
  const { writable, reason } = readCephWritability(snapshot, kind);
  if (!writable) {
    return [refuse('metadata.name', `${reason}.`)];
  }
  const other = cephSpecsOf(snapshot).find(
    object =>
      object.metadata.namespace === metadata.namespace &&
      object.metadata.name !== metadata.name,
  );
  return other
    ? [
        refuse(
          'metadata.name',
          `Namespace ${metadata.namespace} has the Ceph cluster ${other.metadata.name} already, and the operator refuses a second one.`,
          `Change ${other.metadata.name} instead.`,
        ),
      ]
    : [];
}

/** A secret in the form would be kept in clear with the task. */
function checkSecrets(
  kind: CephSpecKind,
  sent: JsonObject,
  secretSpec: JsonObject,
): FieldProblem[] {
  return sensitivePathsOf(kind)
    .filter(path => path.startsWith('spec.'))
    .flatMap(path => placesAt(sent, path.split('.').slice(1)))
    .filter(
      ({ path, value }) =>
        !isMasked(value) && getIn(secretSpec, path) === undefined,
    )
    .map(({ path }) =>
      refuse(
        formatPath(['spec', ...path]),
        'Must not be given here: what a form is given is stored in clear.',
        'Give this part in the field "Secret values" of the template, which is passed on as a secret.',
      ),
    );
}
