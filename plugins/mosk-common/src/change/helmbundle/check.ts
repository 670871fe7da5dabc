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

import { JsonObject, JsonValue } from '@backstage/types';
import { helmBundle } from '../../kinds/HelmBundle';
import { helmBundleOwner } from '../../kinds/helmBundleOwner';
import { isMasked } from '../../redaction';
import type { BuiltManifest, CheckContext } from '../builders';
import { refuse, warn } from '../openstack/rules/types';
import { isObject } from '../path';
import { checkShape } from '../shape';
import { FieldProblem } from '../types';
import { chartRepositories, chartSource } from './rules/charts';
import { releasesOfOthers, uniqueNames, validNames } from './rules/names';
import { hasReleases, removedReleases } from './rules/removal';
import { noCircle, requirementsExist } from './rules/requires';
import { BundleContext, BundleRule, textIn } from './rules/types';
import { helmBundleShape } from './shape';

const rules: readonly BundleRule[] = [
  validNames,
  hasReleases,
  uniqueNames,
  chartSource,
  chartRepositories,
  requirementsExist,
  noCircle,
  releasesOfOthers,
  removedReleases,
];

/** A bundle that somebody else rules is changed only by who knows that the change will not last. */
function checkOwner(
  { acknowledgeOverwrite }: BuiltManifest,
  { live }: CheckContext,
): FieldProblem[] {
  if (!live) {
    return [];
  }
  const owner = live.marks
    ? helmBundleOwner(live.marks)
    : 'does not tell who made it';
  if (owner === undefined) {
    return [];
  }
  const message = `The portal did not make this HelmBundle: it ${owner}. What is changed here will be overwritten.`;
  return [
    acknowledgeOverwrite
      ? warn('metadata.name', message)
      : refuse(
          'metadata.name',
          message,
          "Change it where it comes from, choose another name, or confirm with 'acknowledgeOverwrite: true'.",
        ),
  ];
}

function objectsOf(value: JsonValue | undefined): JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

/** Checks a HelmBundle by all that can be told before it is sent, and says every problem at once. */
export function checkHelmBundle(
  built: BuiltManifest,
  context: CheckContext,
): FieldProblem[] {
  const { metadata, spec = {} } = built.manifest;
  const { name, namespace = '' } = metadata;
  const bundle: BundleContext = {
    name,
    namespace,
    releases: objectsOf(spec.releases).map((release, index) => ({
      release,
      path: `spec.releases.${index}`,
      name: textIn(release, 'name') ?? '',
    })),
    repositories: objectsOf(spec.repositories),
    liveReleases: objectsOf(context.live?.spec?.releases).flatMap(
      release => textIn(release, 'name') ?? [],
    ),
    others: (context.snapshot?.objects(helmBundle) ?? []).filter(
      other =>
        other.metadata.name !== name || other.metadata.namespace !== namespace,
    ),
  };
  return [
    ...checkOwner(built, context),
    ...checkShape(helmBundleShape, spec, ['spec'], isMasked),
    ...rules.flatMap(rule => rule(bundle)),
  ];
}
