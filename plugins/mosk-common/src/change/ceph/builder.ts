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

import { InputError } from '@backstage/errors';
import { JsonObject } from '@backstage/types';
import { resourceIdentities } from '../../kinds/identities';
import type { ManifestBuilder } from '../builders';
import { isAtOrBelow, leafPaths } from '../edit';
import { readSpec } from '../openstack/build';
import { parsePath } from '../path';
import { buildCeph, CephSpecKind } from './build';
import { checkCeph } from './check';
import { CephInput } from './input';

function editedPathsOf(
  { edit }: CephInput,
  spec: JsonObject,
): string[] | undefined {
  if (!edit) {
    return undefined;
  }
  const remove = edit.remove ?? [];
  const misplaced = remove.find(path => parsePath(path)[0] !== 'spec');
  if (misplaced !== undefined) {
    throw new InputError(
      `Path '${misplaced}' cannot be removed: only fields below 'spec' can, such as 'spec.rbdMirror'.`,
    );
  }
  const named = [...Object.keys(edit.set ?? {}), ...remove];
  const others = leafPaths({ spec }).filter(
    path => path !== 'spec' && !named.some(name => isAtOrBelow(path, name)),
  );
  return [...new Set([...named, ...others])];
}

function cephBuilder(kind: CephSpecKind): ManifestBuilder {
  return {
    identity: resourceIdentities[kind],
    build(values) {
      const input = values as unknown as CephInput;
      const manifest = buildCeph(kind, input);
      return {
        manifest,
        editedPaths: editedPathsOf(input, manifest.spec ?? {}),
        secretSpec: readSpec('secretSpec', input.secretSpec),
      };
    },
    check({ manifest, editedPaths, secretSpec }, context) {
      return checkCeph(kind, manifest, { ...context, editedPaths, secretSpec });
    },
  };
}

/**
 * How a MiraCeph is made and checked, in MOSK 25.2.
 * @public
 */
export const miraCephBuilder = cephBuilder('MiraCeph');

/**
 * How a CephDeployment is made and checked, in MOSK from 26.1.
 * @public
 */
export const cephDeploymentBuilder = cephBuilder('CephDeployment');
