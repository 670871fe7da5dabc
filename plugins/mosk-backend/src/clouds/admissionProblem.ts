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

import { CloudSnapshot, deployment } from '@mosk-portal/plugin-mosk-common';

/**
 * The admission webhook of the OpenStack Operator by its names over the releases. It fails closed: without a ready pod
 * the API server refuses every change of an OpenStackDeployment.
 */
const admissionNames = [
  'rockoon-admission',
  'openstack-controller-admission',
  'openstack-operator-admission',
];

/** Why every change would be refused now; undefined when nothing is known against it. */
export function admissionProblem(snapshot: CloudSnapshot): string | undefined {
  const down = snapshot
    .objects(deployment)
    .find(
      ({ metadata, ready }) =>
        metadata.namespace === 'osh-system' &&
        admissionNames.includes(metadata.name) &&
        ready === 0,
    );
  return (
    down &&
    `Deployment osh-system/${down.metadata.name}, the admission webhook, has no ready pod.`
  );
}
