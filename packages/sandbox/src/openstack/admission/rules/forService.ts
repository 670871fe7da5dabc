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

import { isAtLeast } from '../../catalogue/openstackReleases';
import { Rule } from '../types';

/** A rule that holds only while a service is enabled. */
export const forService =
  (service: string, rule: Rule): Rule =>
  context =>
    context.enabled.has(service) ? rule(context) : undefined;

/** The service, or what is named instead of it, needs this release or a newer one. */
export const needsRelease =
  (what: string, release: string): Rule =>
  ({ spec }) =>
    isAtLeast(spec.openstack_version, release)
      ? undefined
      : `${what} is supported since OpenStack ${release}, not in ${spec.openstack_version}`;

/** The first reason that any of the rules gives. */
export const firstOf =
  (...rules: Rule[]): Rule =>
  context => {
    for (const rule of rules) {
      const reason = rule(context);
      if (reason) return reason;
    }
    return undefined;
  };

/** Entries of a map that are not switched off. */
export const enabledEntries = (
  map: Record<string, any> | undefined,
  byDefault = true,
): Array<[string, any]> =>
  Object.entries(map ?? {}).filter(([, entry]) => entry?.enabled ?? byDefault);
