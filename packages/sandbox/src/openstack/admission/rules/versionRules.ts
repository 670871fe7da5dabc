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

import { isDeepStrictEqual } from 'node:util';
import {
  releaseNumber,
  slurpReleases,
} from '../../catalogue/openstackReleases';
import { DeploymentSpec } from '../../spec/mergeSpec';
import { Rule } from '../types';

const withoutUpgrade = ({
  openstack_version: _,
  features: { services: __, ...features } = {},
  ...rest
}: DeploymentSpec) => ({ ...rest, features });

const slurp = slurpReleases as readonly string[];

const step: Rule = ({ spec, before }) => {
  const from = before!.openstack_version;
  const to = spec.openstack_version;
  if (releaseNumber(to) < releaseNumber(from))
    return 'OpenStack version downgrade is not permitted';
  const nextSlurp = slurp.includes(from)
    ? slurp[slurp.indexOf(from) + 1]
    : undefined;
  return releaseNumber(to) - releaseNumber(from) <= 1 || to === nextSlurp
    ? undefined
    : `OpenStack version upgrade from ${from} to ${to} skips releases and is not permitted`;
};

const nothingElse: Rule = ({ spec, before }) =>
  isDeepStrictEqual(withoutUpgrade(spec), withoutUpgrade(before!))
    ? undefined
    : 'If spec.openstack_version is changed, changing other values in the spec is not permitted';

const noPinnedImages: Rule = ({ spec }) => {
  for (const [service, charts] of Object.entries<any>(spec.services ?? {}))
    for (const [chart, options] of Object.entries<any>(charts ?? {}))
      if (options?.values?.images?.tags)
        return `spec.services.${service}.${chart}.values.images.tags must be removed before an upgrade`;
  for (const [group, options] of Object.entries<any>(spec.common ?? {}))
    if (options?.values?.images?.tags)
      return `spec.common.${group}.values.images.tags must be removed before an upgrade`;
  return undefined;
};

const applied: Rule = ({ state }) =>
  state === 'APPLIED'
    ? undefined
    : 'OpenStack version upgrade is not possible while another upgrade is in progress';

/** Rules 26 to 30, which hold when the OpenStack version changes. */
export const versionRules: Rule[] = [
  step,
  nothingElse,
  noPinnedImages,
  applied,
].map(
  (rule): Rule =>
    context =>
      context.before &&
      context.before.openstack_version !== context.spec.openstack_version
        ? rule(context)
        : undefined,
);
