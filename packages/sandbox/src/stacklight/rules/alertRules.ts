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

import { cephRules } from './cephRules';
import { kubernetesRules } from './kubernetesRules';
import { openStackRules } from './openStackRules';
import { platformRules } from './platformRules';
import { promDuration } from './promDuration';
import { AlertRule } from './types';

const groups: Record<string, AlertRule[]> = {
  kubernetes: kubernetesRules,
  openstack: openStackRules,
  ceph: cephRules,
  platform: platformRules,
};

/** What a minute of a real cloud is here, in milliseconds at time scale 1: the cloud itself runs that much faster. */
const minute = 1_000;

/** The rules file of Prometheus: alerts of StackLight by their names and labels, which wait as the time scale says. */
export function alertRules(timeScale: number): object {
  return {
    groups: Object.entries(groups).map(([name, rules]) => ({
      name,
      rules: rules.map(rule => ({
        alert: rule.alert,
        expr: rule.expression,
        for: promDuration((rule.minutes ?? 0) * minute * timeScale),
        labels: rule.severity && { severity: rule.severity },
        annotations: { summary: rule.summary, description: rule.description },
      })),
    })),
  };
}
