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

/** Labels that tell what an alert is about. Others may hold anything, so they are not shown. */
const shown = new Set([
  'backend',
  'binary',
  'ceph_daemon',
  'code',
  'component',
  'container',
  'controller_name',
  'controller_namespace',
  'created_by_kind',
  'created_by_name',
  'cronjob',
  'daemonset',
  'deployment',
  'device',
  'host',
  'identifier',
  'ingress',
  'instance',
  'integration',
  'job_name',
  'machine_name',
  'mountpoint',
  'name',
  'namespace',
  'node',
  'persistentvolumeclaim',
  'pod',
  'release_name',
  'release_namespace',
  'rook_cluster',
  'route',
  'service',
  'service_name',
  'service_type',
  'severity',
  'statefulset',
  'url',
  'zone',
]);

/**
 * Those labels of an alert that people may see.
 * @public
 */
export function shownAlertLabels(
  labels: Readonly<Record<string, string>>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(labels).filter(([name]) => shown.has(name)),
  );
}
