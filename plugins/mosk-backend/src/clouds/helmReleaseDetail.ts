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

import {
  CloudSnapshot,
  Component,
  helmBundle,
  MoskViews,
} from '@mosk-portal/plugin-mosk-common';

/** What is known of the Helm release that a component is: by its bundle, and else by the workloads that it installed. */
export function helmReleaseDetail(
  component: Component,
  snapshot: CloudSnapshot,
): MoskViews.HelmRelease | undefined {
  const [mark] = component.helmReleases;
  if (component.type !== 'helm-release' || !mark) {
    return undefined;
  }
  const { namespace, name } = mark;
  const bundle = snapshot
    .objects(helmBundle)
    .find(
      ({ metadata }) =>
        component.partOf ===
        `helm-bundle/${metadata.namespace}.${metadata.name}`,
    );
  const wanted = bundle?.releases.find(
    release => release.name === name && release.namespace === namespace,
  );
  if (!bundle || !wanted) {
    return { namespace, name, chart: mark.chart, version: component.version };
  }
  const told = bundle.status.releases[name] ?? {};
  const chart = told.chart ?? mark.chart;
  const asked = wanted.chartUrl ?? `${wanted.chart} ${wanted.version}`;
  const runs = wanted.chartUrl ? asked : `${chart} ${component.version}`;
  return {
    namespace,
    name,
    chart,
    version: component.version,
    revision: told.revision,
    status: told.status,
    ready: told.ready,
    attempt: told.attempt,
    finishedAt: told.finishedAt,
    message: told.message,
    requires: [...wanted.requires],
    wanted: asked === runs ? undefined : asked,
    bundle: {
      kind: bundle.kind,
      namespace: bundle.metadata.namespace,
      name: bundle.metadata.name,
    },
  };
}
