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

import { helmBundle } from '../../kinds/HelmBundle';
import type { ProjectedHelmBundle } from '../../kinds/HelmBundle';
import { referenceOf } from '../../topology/partsOfWorkloads';
import { Component } from '../../topology/types';
import { HealthReason } from '../types';
import { HealthContext, HealthReader } from './types';

/** The bundle that a component is, or is a part of. */
export function helmBundleOf(
  { id, partOf }: Component,
  { snapshot }: HealthContext,
): ProjectedHelmBundle | undefined {
  return snapshot
    .objects(helmBundle)
    .find(({ metadata }) =>
      [id, partOf].includes(
        `helm-bundle/${metadata.namespace}.${metadata.name}`,
      ),
    );
}

/** How its operator stands with a bundle as a whole; its releases speak for themselves. */
export const readHelmBundleHealth: HealthReader = (
  component,
  _workloads,
  context,
) => {
  const bundle = helmBundleOf(component, context);
  if (!bundle) {
    return [];
  }
  const { metadata, status, ownedBy, releases } = bundle;
  const about = `HelmBundle ${metadata.namespace}/${metadata.name}`;
  const reasons: HealthReason[] = [];
  const say = (
    code: string,
    state: HealthReason['state'],
    message: string,
    since?: string,
  ) =>
    reasons.push({ code, state, message, since, object: referenceOf(bundle) });

  if (metadata.deletionRequestedAt) {
    say(
      'BeingDeleted',
      'progressing',
      `${about} is being deleted, and its releases with it`,
      metadata.deletionRequestedAt,
    );
  }
  const hasOperator = context.topology.components.some(
    ({ id }) =>
      component.dependsOn.includes(id) && !id.startsWith('helm-release/'),
  );
  if (!hasOperator) {
    say(
      'OperatorMissing',
      'degraded',
      `No HelmBundle Operator runs in the cluster, so no change of ${about} is handled`,
    );
  }
  const { observedGeneration } = status;
  if (
    observedGeneration !== undefined &&
    observedGeneration < (metadata.generation ?? 0)
  ) {
    say(
      'ChangeUnderWay',
      'progressing',
      `The HelmBundle Operator is not yet through with the present spec of ${about}`,
    );
  }
  if (releases.length === 0) {
    say('NoReleases', 'healthy', `${about} asks for no releases`);
  }
  if (ownedBy) {
    say(
      'OwnedElsewhere',
      'healthy',
      `${about} ${ownedBy}: what is changed of it through the portal is overwritten`,
    );
  }
  return reasons;
};
