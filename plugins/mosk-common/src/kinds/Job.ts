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

import { resourceIdentities } from './identities';
import { moskNamespaces } from './moskNamespaces';
import { projectMetadata } from './projectMetadata';
import { KindDefinition, ProjectedObject } from './types';
import { numberOf, objectOf, textOf } from './values';
import {
  HelmReleaseMark,
  ObjectCondition,
  projectConditions,
  projectHelmRelease,
} from './workload';

/**
 * What is kept of a Job.
 * @public
 */
export interface ProjectedJob extends ProjectedObject {
  kind: 'Job';
  helmRelease?: HelmReleaseMark;
  wanted: number;
  active: number;
  succeeded: number;
  failed: number;
  startedAt?: string;
  completedAt?: string;
  conditions: readonly ObjectCondition[];
}

/** @public */
export const job: KindDefinition<ProjectedJob> = {
  identity: resourceIdentities.Job,
  namespaces: moskNamespaces,
  sensitivePaths: [],
  project: raw => {
    const spec = objectOf(raw.spec);
    const status = objectOf(raw.status);
    return {
      kind: 'Job',
      metadata: projectMetadata(raw),
      helmRelease: projectHelmRelease(raw),
      wanted: numberOf(spec.completions) ?? 1,
      active: numberOf(status.active) ?? 0,
      succeeded: numberOf(status.succeeded) ?? 0,
      failed: numberOf(status.failed) ?? 0,
      startedAt: textOf(status.startTime),
      completedAt: textOf(status.completionTime),
      conditions: projectConditions(status.conditions),
    };
  },
};
