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

import { Component } from '../topology/types';
import { Alert } from './types';

const workloadLabels: Readonly<Record<string, string>> = {
  deployment: 'Deployment',
  statefulset: 'StatefulSet',
  daemonset: 'DaemonSet',
  // The label "job" is that of what was scraped.
  job_name: 'Job',
};

/** The workload that the labels of an alert name. */
export function workloadOf({
  labels,
}: Pick<Alert, 'labels'>):
  | { namespace: string; kind: string; name: string }
  | undefined {
  const { namespace, created_by_kind: kind, created_by_name: name } = labels;
  if (!namespace) {
    return undefined;
  }
  for (const [label, ofKind] of Object.entries(workloadLabels)) {
    if (labels[label]) {
      return { namespace, kind: ofKind, name: labels[label] };
    }
  }
  if (!kind || !name || /^<none>$/.test(name)) {
    return undefined;
  }
  return kind === 'ReplicaSet'
    ? { namespace, kind: 'Deployment', name: name.replace(/-[a-z0-9]+$/, '') }
    : { namespace, kind, name };
}

/** Components that a workload is, not the Helm releases that only brought it there. */
export function matchByWorkload(
  alert: Pick<Alert, 'labels'>,
  components: readonly Component[],
): string[] {
  const workload = workloadOf(alert);
  if (!workload) {
    return [];
  }
  return components
    .filter(
      ({ type, workloads }) =>
        type !== 'helm-release' &&
        type !== 'helm-bundle' &&
        workloads.some(
          ({ kind, namespace, name }) =>
            kind === workload.kind &&
            namespace === workload.namespace &&
            name === workload.name,
        ),
    )
    .map(({ id }) => id);
}

/** The Helm release that the labels of an alert name, or else the bundle that it belongs to. */
export function matchByRelease(
  { labels }: Pick<Alert, 'labels'>,
  components: readonly Component[],
): string[] {
  const { release_name: release, release_namespace: inside } = labels;
  if (!release) {
    return [];
  }
  const releases = components.filter(
    ({ type, helmReleases }) =>
      type === 'helm-release' &&
      helmReleases.some(
        ({ name, namespace }) =>
          name === release && (!inside || namespace === inside),
      ),
  );
  const found = releases.length
    ? releases
    : components.filter(
        ({ type, resource }) =>
          type === 'helm-bundle' &&
          resource?.kind === 'HelmBundle' &&
          resource.name === labels.name &&
          resource.namespace === labels.namespace,
      );
  return found.map(({ id }) => id);
}
