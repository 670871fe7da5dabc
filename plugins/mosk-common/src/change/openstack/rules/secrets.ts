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

import { JsonValue } from '@backstage/types';
import { isSameJson } from '../../../kinds/isSameJson';
import { sensitivePathsByKind } from '../../../kinds/sensitivePaths';
import { findMasks, isMasked, redactPaths } from '../../../redaction';
import { formatPath, getIn, isObject } from '../../path';
import { FieldProblem } from '../../types';
import { secretCommands } from '../secretCommands';
import {
  freeFormSecretFields,
  placesAt,
  referableSecretFields,
} from '../secretFields';
import { refuse, Rule, warn } from './types';

function inSpec(path: readonly string[]): string {
  return formatPath(['spec', ...path]);
}

/** A secret in the form would be kept in clear with the task: refer to a Secret instead. */
const inlineSecrets: Rule = ({ sent, name, namespace }) =>
  referableSecretFields
    .flatMap(pattern => placesAt(sent, pattern))
    .filter(({ value }) => typeof value === 'string' && !isMasked(value))
    .map(({ path }) => {
      const key = path.at(-1) ?? 'value';
      const secret = `${name}-hidden`;
      return refuse(
        inSpec(path),
        'Must not hold the secret itself: what a form is given is stored in clear.',
        `Make a Secret: ${secretCommands(namespace, secret, [
          key,
        ])} and write {value_from: {secret_key_ref: {name: ${secret}, key: ${key}}}} here.`,
      );
    });

/** An encrypted key is of no use to the operator (rule 7). */
const encryptedKey: Rule = ({ sent }) => {
  const path = ['features', 'ssl', 'public_endpoints', 'api_key'];
  const key = getIn(sent, path);
  return typeof key === 'string' && key.includes('BEGIN ENCRYPTED PRIVATE KEY')
    ? [
        refuse(
          inSpec(path),
          'The key is encrypted, and the operator has no password for it.',
          'Decrypt it with "openssl pkey -in <file>" before it goes into the Secret.',
        ),
      ]
    : [];
};

function isReference(value: JsonValue): boolean {
  return isObject(value) && isObject(value.value_from);
}

/** Values that could be secret, as keys below `value`; a list is one value. */
function secretLeaves(value: JsonValue, path: string[]): string[][] {
  if (typeof value === 'boolean' || value === null || isReference(value)) {
    return [];
  }
  return isObject(value)
    ? (Object.entries(value) as Array<[string, JsonValue]>).flatMap(
        ([key, child]) => secretLeaves(child, [...path, key]),
      )
    : [path];
}

/** Free-form values may hold secrets: they come through the secrets of the template run or not at all. */
const freeFormSecrets: Rule = ({ sent, secretSpec }) =>
  freeFormSecretFields
    .flatMap(pattern => placesAt(sent, pattern))
    .filter(({ path, value }) =>
      secretLeaves(value, path).some(
        leaf =>
          !isMasked(getIn(sent, leaf)) && getIn(secretSpec, leaf) === undefined,
      ),
    )
    .map(({ path }) =>
      refuse(
        inSpec(path),
        'May hold secrets, and what a form is given is stored in clear.',
        'Give this part in the field "Secret values" of the template, which is passed on as a secret.',
      ),
    );

/** What the portal hides is known by its place, and a place is not hidden because its value came as a secret. */
const shownSecrets: Rule = ({ secretSpec }) => {
  const shown = redactPaths(
    { spec: secretSpec },
    sensitivePathsByKind.OpenStackDeployment,
  );
  return secretLeaves(secretSpec, [])
    .filter(path =>
      isSameJson(getIn(secretSpec, path), getIn(shown, ['spec', ...path])),
    )
    .map(path =>
      warn(
        inSpec(path),
        'Comes as a secret, but is not hidden at this place: whoever may see the cloud will see it.',
        'Keep secrets below values: of a chart, or refer to a Secret; what is none belongs into the other fields of the form.',
      ),
    );
};

/** A mask would overwrite what it hides. */
const masks: Rule = ({ sent }) =>
  findMasks({ spec: sent }).map(path =>
    refuse(
      path,
      'Holds the mask that the portal shows in place of a secret; it would overwrite the secret.',
      'Leave the field out to keep its value.',
    ),
  );

/** The portal cannot see Secrets, so it says which ones have to be there. */
const neededSecrets: Rule = ({ sent, live, namespace }) => {
  const keysOf = new Map<string, { path: string; keys: string[] }>();
  const places = referableSecretFields.flatMap(pattern =>
    placesAt(sent, pattern),
  );
  for (const { path, value } of places) {
    const at = ['value_from', 'secret_key_ref'];
    const secret = getIn(value, [...at, 'name']);
    const key = getIn(value, [...at, 'key']);
    const known = live && getIn(live, [...path, ...at, 'name']) === secret;
    if (typeof secret === 'string' && typeof key === 'string' && !known) {
      const entry = keysOf.get(secret) ?? { path: inSpec(path), keys: [] };
      keysOf.set(secret, { ...entry, keys: [...entry.keys, key] });
    }
  }
  return [...keysOf].map(
    ([secret, { path, keys }]): FieldProblem =>
      warn(
        path,
        `The Secret ${secret} must be in namespace ${namespace} first, with ${keys.join(
          ', ',
        )} in it; the portal cannot see Secrets.`,
        secretCommands(namespace, secret, [...new Set(keys)]),
      ),
  );
};

export const secretRules: Rule[] = [
  inlineSecrets,
  encryptedKey,
  freeFormSecrets,
  shownSecrets,
  masks,
  neededSecrets,
];
