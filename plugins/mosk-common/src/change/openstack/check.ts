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
import { RawObject } from '../../kinds/types';
import { servicesOf } from '../../openstack';
import { isMasked } from '../../redaction';
import type { CheckContext } from '../builders';
import { editOf, specAfter } from '../edit';
import { FieldProblem } from '../types';
import { checkShape } from '../shape';
import { cloudFactsOf } from './cloudFacts';
import { openStackRules } from './rules/all';
import { refuse, RuleContext, valueAt } from './rules/types';
import { openStackSpecShape } from './specShape';

const nameWords =
  'Must be lower-case letters, digits, "-" and ".", and begin and end with a letter or digit.';
const namePattern = /^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/;

function checkMetadata({ metadata }: RawObject): FieldProblem[] {
  return namePattern.test(metadata.name)
    ? []
    : [refuse('metadata.name', nameWords)];
}

function textAt(spec: JsonObject, key: string): string | undefined {
  const value = spec[key];
  return typeof value === 'string' && !isMasked(value) ? value : undefined;
}

function listAt(spec: JsonObject): string[] {
  const list = valueAt(spec, 'features', 'services');
  return Array.isArray(list)
    ? list.filter((item): item is string => typeof item === 'string')
    : [];
}

/**
 * Checks a manifest by the rules of the OpenStack Operator's admission, and says every problem at once where the
 * operator stops at the first. With the live object it also checks what may change.
 * @public
 */
export function checkOpenStackDeployment(
  manifest: RawObject,
  context: CheckContext & {
    editedPaths?: string[];
    secretSpec?: JsonObject;
  } = {},
): FieldProblem[] {
  const { live, snapshot, editedPaths } = context;
  if (editedPaths && !live) {
    return [
      refuse(
        'metadata.name',
        `There is no OpenStackDeployment ${manifest.metadata.name} to change.`,
        'Choose another one, or create it with the template "OpenStack cloud".',
      ),
    ];
  }
  const spec = specAfter(live, { manifest, editedPaths });
  const release = textAt(spec, 'openstack_version');
  const preset = textAt(spec, 'preset');
  const namespace = manifest.metadata.namespace ?? 'openstack';
  const rule: RuleContext = {
    name: manifest.metadata.name,
    namespace,
    spec,
    live: live && (live.spec ?? {}),
    sent: manifest.spec ?? {},
    changedPaths: live ? editOf(live, { manifest, editedPaths }) : [],
    secretSpec: context.secretSpec ?? {},
    release,
    preset,
    services: new Set(servicesOf(preset, release, listAt(spec))),
    facts:
      snapshot && cloudFactsOf(snapshot, namespace, manifest.metadata.name),
  };
  return [
    ...checkMetadata(manifest),
    ...checkShape(openStackSpecShape, spec, ['spec'], isMasked),
    ...openStackRules.flatMap(check => check(rule)),
  ];
}
