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

import { CronExpressionParser } from 'cron-parser';
import { isAtLeast } from '../../catalogue/openstackReleases';
import { Rule } from '../types';
import { forService, needsRelease } from './forService';

const notMaster: Rule = ({ spec }) =>
  spec.openstack_version === 'master'
    ? 'OpenStack version master is not permitted'
    : undefined;

const onlyOne: Rule = ({ before, others }) =>
  !before && others.length > 0
    ? `OpenStackDeployment ${others[0]} exists in the namespace already, only one is allowed`
    : undefined;

const olderThan =
  (what: string, release: string, inclusive: boolean): Rule =>
  ({ spec }) => {
    const { openstack_version: version } = spec;
    const allowed = inclusive
      ? version === release || !isAtLeast(version, release)
      : !isAtLeast(version, release);
    return allowed
      ? undefined
      : `${what} is not supported in OpenStack ${version}`;
  };

const noBaremetalWithTungsten: Rule = ({ spec }) =>
  spec.preset === 'compute-tf'
    ? 'service baremetal is not supported with preset compute-tf'
    : undefined;

const plainKey: Rule = ({ spec }) => {
  const key = spec.features?.ssl?.public_endpoints?.api_key;
  return typeof key === 'string' && key.includes('BEGIN ENCRYPTED PRIVATE KEY')
    ? 'features.ssl.public_endpoints.api_key must not be encrypted'
    : undefined;
};

const strictAdmin: Rule = context =>
  context.spec.features?.policies?.strict_admin?.enabled
    ? needsRelease('features.policies.strict_admin', 'yoga')(context)
    : undefined;

const cronSchedules: Rule = ({ spec }) => {
  const database = spec.features?.database ?? {};
  const schedules: Array<[string, unknown]> = [
    ...Object.entries<any>(database.cleanup ?? {}).map(
      ([name, cleanup]): [string, unknown] => [
        `cleanup.${name}.schedule`,
        cleanup?.schedule,
      ],
    ),
    ['backup.schedule_time', database.backup?.schedule_time],
  ];
  for (const [path, schedule] of schedules) {
    if (schedule === undefined) continue;
    const fields = String(schedule).trim().split(/\s+/).length;
    try {
      if (fields !== 5) throw new Error('five fields are needed');
      CronExpressionParser.parse(String(schedule));
    } catch {
      return `features.database.${path} is not a valid cron expression: ${schedule}`;
    }
  }
  return undefined;
};

const ingressMigration: Rule = ({ spec }) => {
  const state = spec.migration?.ingress?.state;
  return state === undefined || ['absent', 'present'].includes(state)
    ? undefined
    : `migration.ingress.state must be absent or present, not ${state}`;
};

/** Rules 2 to 10: releases, and what belongs to no single service. */
export const generalRules: Rule[] = [
  notMaster,
  onlyOne,
  forService('instance-ha', needsRelease('service instance-ha', 'victoria')),
  forService(
    'shared-file-system',
    needsRelease('service shared-file-system', 'yoga'),
  ),
  forService('event', olderThan('service event', 'xena', false)),
  forService('metric', olderThan('service metric', 'epoxy', true)),
  forService(
    'metric-storage',
    needsRelease('service metric-storage', 'gazpacho'),
  ),
  forService('baremetal', noBaremetalWithTungsten),
  plainKey,
  strictAdmin,
  cronSchedules,
  ingressMigration,
];
