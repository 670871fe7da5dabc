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

import { MoskViews } from '@mosk-portal/plugin-mosk-common';
import { isChanging, isUnwell } from '../shared/isUnwell';

type Group = MoskViews.ComponentSummary['group'];

export const groupTitles: Record<Group, string> = {
  cloud: 'Cloud',
  operators: 'Operators',
  openstack: 'OpenStack',
  ceph: 'Ceph',
  stacklight: 'StackLight',
  helm: 'Helm',
};

export interface GroupCount {
  group: Group;
  title: string;
  total: number;
  unwell: number;
  changing: number;
}

/** `2 of 32 not well, 27 changing`. */
export function groupWords({ total, unwell, changing }: GroupCount): string {
  const parts = [
    unwell > 0 && `${unwell} of ${total} not well`,
    changing > 0 && `${changing} changing`,
  ].filter(Boolean);
  return parts.join(', ') || `${total} well`;
}

/** Groups that this cloud has, with how many of their parts are not well. */
export function countGroups(
  components: MoskViews.ComponentSummary[],
): GroupCount[] {
  return (Object.keys(groupTitles) as Group[])
    .map(group => {
      const parts = components.filter(part => part.group === group);
      return {
        group,
        title: groupTitles[group],
        total: parts.length,
        unwell: parts.filter(isUnwell).length,
        changing: parts.filter(isChanging).length,
      };
    })
    .filter(({ total }) => total > 0);
}
