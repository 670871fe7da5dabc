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

import { isMasked } from '../../../redaction';
import { refuse, warn } from '../../openstack/rules/types';
import { FieldProblem } from '../../types';
import { BundleRule, textIn } from './types';

function urlProblems(path: string, value: string): FieldProblem[] {
  if (isMasked(value)) {
    return [];
  }
  let url: URL;
  try {
    url = new URL(value);
  } catch {
    return [
      refuse(
        path,
        'Must be a URL, such as https://charts.example.org/internal.',
      ),
    ];
  }
  return [
    ...(['http:', 'https:', 'oci:'].includes(url.protocol)
      ? []
      : [refuse(path, 'Must begin with https://, http:// or oci://.')]),
    ...(url.username || url.password
      ? [
          refuse(
            path,
            'Must not hold a login: everybody who may read the bundle could read it.',
            'Name a Secret with the login in authSecret of the repository.',
          ),
        ]
      : []),
  ];
}

/** A chart is named with its version, or fetched from a URL. */
export const chartSource: BundleRule = ({ releases }) =>
  releases.flatMap(({ release, path }) => {
    const url = textIn(release, 'chartURL');
    if (url) {
      return [
        ...['chart', 'version']
          .filter(key => textIn(release, key))
          .map(key =>
            refuse(
              `${path}.${key}`,
              'Must be left out where chartURL says which chart it is.',
            ),
          ),
        ...urlProblems(`${path}.chartURL`, url),
      ];
    }
    const reasons = {
      chart: 'Is required, unless chartURL says where the chart is.',
      version: 'Is required: without it nobody knows what is installed.',
    };
    return Object.entries(reasons)
      .filter(([key]) => !textIn(release, key))
      .map(([key, message]) => refuse(`${path}.${key}`, message));
  });

/** A chart is looked up in a repository by the first part of its name. */
export const chartRepositories: BundleRule = ({ releases, repositories }) => {
  const known = repositories.map(one => textIn(one, 'name'));
  return [
    ...repositories.flatMap((repository, index) => {
      const url = textIn(repository, 'url');
      return url ? urlProblems(`spec.repositories.${index}.url`, url) : [];
    }),
    ...releases.flatMap(({ release, path }) => {
      const chart = textIn(release, 'chart') ?? '';
      const [repository] = chart.split('/');
      return chart.includes('/') && !known.includes(repository)
        ? [
            warn(
              `${path}.chart`,
              `Repository ${repository} is not one of the bundle, so the operator must know it itself.`,
            ),
          ]
        : [];
    }),
  ];
};
