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

import { ReleaseSpec } from '../types';
import { stackLightCharts } from './stackLightCharts';
import { ChartWorkload } from './types';

/** Name of the chart, without its repository. */
export function chartName({ chart, chartURL, name }: ReleaseSpec): string {
  const [, ofArchive] = /([^/]+?)-v?\d[^/]*\.tgz$/.exec(chartURL ?? '') ?? [];
  return chart?.split('/').pop() ?? ofArchive ?? name;
}

/** What the chart of a release makes: of a chart that is not known, one Deployment of the release's name. */
export function chartWorkloads(release: ReleaseSpec): ChartWorkload[] {
  const replicas = Number(
    release.values?.replicas ?? release.values?.replicaCount ?? 1,
  );
  return (
    stackLightCharts[chartName(release)] ?? [
      {
        kind: 'Deployment',
        name: release.name,
        replicas: Number.isInteger(replicas) ? replicas : 1,
      },
    ]
  );
}
