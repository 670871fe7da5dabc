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

import { JsonValue } from '@backstage/types';
import { redactText } from '../redaction/redactText';
import { helmBundleOwner } from './helmBundleOwner';
import { helmBundleRollout } from './helmRollout/helmBundleRollout';
import { resourceIdentities } from './identities';
import { readOwnershipMarks } from './ownershipMarks';
import { projectMetadata } from './projectMetadata';
import { readChangeAuthor } from './readChangeAuthor';
import { sensitivePathsByKind } from './sensitivePaths';
import { ChangeAuthor, KindDefinition, ProjectedObject } from './types';
import { listOf, numberOf, objectOf, textOf, timeOf } from './values';

/**
 * A Helm release that a HelmBundle asks for. Its values are not kept: they may hold passwords.
 * @public
 */
export interface HelmBundleRelease {
  name: string;
  namespace: string;
  /** `repository/name` or `name`; undefined where a URL stands for it. */
  chart?: string;
  version?: string;
  /** Where the chart is taken from when it is not from a repository; redacted. */
  chartUrl?: string;
  /** Releases of the same bundle that have to be ready first. */
  requires: readonly string[];
}

/**
 * What the HelmBundle Operator says of one release.
 * @public
 */
export interface HelmReleaseStatus {
  /** Helm's word for it, in lower case, such as `deployed` or `pending-upgrade`. */
  status?: string;
  success?: boolean;
  /** Whether its workloads are ready. */
  ready?: boolean;
  /** Error of the last try, redacted. */
  message?: string;
  /** Number of tries. */
  attempt?: number;
  /** When the last try ended, RFC 3339. */
  finishedAt?: string;
  revision?: number;
  chart?: string;
  version?: string;
  namespace?: string;
  /** Of the values: tells that they differ, and nothing of what they are. */
  hash?: string;
}

/**
 * What is kept of a HelmBundle.
 * @public
 */
export interface ProjectedHelmBundle extends ProjectedObject {
  kind: 'HelmBundle';
  releases: readonly HelmBundleRelease[];
  /** Release of the operator that alone may handle it; undefined when any may. */
  operatorRelease?: string;
  status: {
    observedGeneration?: number;
    /** Release of the operator that handled it. */
    operatorRelease?: string;
    releases: Readonly<Record<string, HelmReleaseStatus>>;
  };
  author: ChangeAuthor;
  /** What tells that somebody else than the portal rules it, see {@link helmBundleOwner}. */
  ownedBy?: string;
}

function readRelease(value: JsonValue): HelmBundleRelease[] {
  const release = objectOf(value);
  const name = textOf(release.name);
  const chartUrl = textOf(release.chartURL);
  return name === undefined
    ? []
    : [
        {
          name,
          namespace: textOf(release.namespace) ?? '',
          chart: textOf(release.chart),
          version: textOf(release.version),
          chartUrl: chartUrl && redactText(chartUrl),
          requires: listOf(release.requires).filter(
            (item): item is string => typeof item === 'string',
          ),
        },
      ];
}

function readStatus(value: JsonValue | undefined): HelmReleaseStatus {
  const entry = objectOf(value);
  const flag = (item: JsonValue | undefined) =>
    typeof item === 'boolean' ? item : undefined;
  const message = textOf(entry.message);
  return {
    status: textOf(entry.status)?.toLocaleLowerCase('en-US'),
    success: flag(entry.success),
    ready: flag(entry.ready),
    message: message && redactText(message),
    attempt: numberOf(entry.attempt),
    finishedAt: timeOf(entry.finishedAt),
    revision: numberOf(entry.revision),
    chart: textOf(entry.chart),
    version: textOf(entry.version),
    namespace: textOf(entry.namespace),
    hash: textOf(entry.hash),
  };
}

/**
 * Helm releases that belong together.
 * @public
 */
export const helmBundle: KindDefinition<ProjectedHelmBundle> = {
  identity: resourceIdentities.HelmBundle,
  sensitivePaths: sensitivePathsByKind.HelmBundle,
  writable: true,
  ruledBy: helmBundleOwner,
  rollout: helmBundleRollout,
  project: raw => {
    const spec = objectOf(raw.spec);
    const status = objectOf(raw.status);
    return {
      kind: 'HelmBundle',
      metadata: projectMetadata(raw),
      releases: listOf(spec.releases).flatMap(readRelease),
      operatorRelease: textOf(spec.release),
      status: {
        observedGeneration: numberOf(status.observedGeneration),
        operatorRelease: textOf(status.release),
        releases: Object.fromEntries(
          Object.entries(objectOf(status.releaseStatuses)).map(
            ([name, entry]) => [name, readStatus(entry)],
          ),
        ),
      },
      author: readChangeAuthor(raw),
      ownedBy: helmBundleOwner(readOwnershipMarks(raw)),
    };
  },
};
