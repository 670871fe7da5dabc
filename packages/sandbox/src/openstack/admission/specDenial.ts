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

import Ajv, { ValidateFunction } from 'ajv';
import { DeploymentSpec, mergeSpec } from '../spec/mergeSpec';
import { generalRules } from './rules/generalRules';
import { networkRules } from './rules/networkRules';
import { serviceRules } from './rules/serviceRules';
import { storageRules } from './rules/storageRules';
import { versionRules } from './rules/versionRules';
import { nodesSchema, specSchema } from './specSchema';
import { ReviewContext } from './types';

const ajv = new Ajv({ strict: false });
const validateSpec = ajv.compile(specSchema);
const validateNodes = ajv.compile(nodesSchema);

const rules = [
  ...generalRules,
  ...storageRules,
  ...serviceRules,
  ...networkRules,
  ...versionRules,
];

function schemaDenial(
  validate: ValidateFunction,
  value: unknown,
  path: string,
): string | undefined {
  if (validate(value)) return undefined;
  const [error] = validate.errors!;
  const where = `${path}${error.instancePath.replace(/\//g, '.')}`;
  const { additionalProperty, allowedValues } = error.params;
  if (additionalProperty)
    return `${where}: additional property '${additionalProperty}' is not allowed`;
  if (allowedValues)
    return `${where}: must be one of ${allowedValues.join(', ')}`;
  return `${where}: ${error.message}`;
}

/** The first reason for which the operator's admission refuses a spec, or nothing. */
export function specDenial(
  request: Pick<ReviewContext, 'before' | 'others' | 'state'> & {
    spec: unknown;
  },
): string | undefined {
  const spec = (request.spec ?? {}) as DeploymentSpec;
  const reason =
    schemaDenial(validateSpec, spec, 'spec') ??
    schemaDenial(validateNodes, spec.nodes ?? {}, 'spec.nodes');
  if (reason) return reason;
  const merged = mergeSpec(spec);
  const context: ReviewContext = {
    ...request,
    spec,
    merged,
    enabled: new Set<string>(merged.features?.services ?? []),
  };
  for (const rule of rules) {
    const denial = rule(context);
    if (denial) return denial;
  }
  return undefined;
}
