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

import { redactText } from '../redaction/redactText';
import { resourceIdentities } from './identities';
import { projectMetadata } from './projectMetadata';
import { KindDefinition, ProjectedObject } from './types';
import { numberOf, objectOf, textOf, timeOf } from './values';

/**
 * A check of Ceph that has something to say, such as `OSD_DOWN`.
 * @public
 */
export interface CephHealthCheck {
  name: string;
  /** `HEALTH_WARN` or `HEALTH_ERR`. */
  severity: string;
  /** Redacted. */
  message: string;
}

/**
 * What is kept of Rook's CephCluster. Times are RFC 3339.
 * @public
 */
export interface ProjectedCephCluster extends ProjectedObject {
  kind: 'CephCluster';
  /** True for a cluster that runs elsewhere and is only used. */
  external: boolean;
  /** Image of Ceph that it should run. */
  image?: string;
  observedGeneration?: number;
  phase?: string;
  state?: string;
  /** Redacted. */
  message?: string;
  /** Such as `19.2.3-0`. */
  version?: string;
  fsid?: string;
  /** `HEALTH_OK`, `HEALTH_WARN` or `HEALTH_ERR`. */
  health?: string;
  checks: readonly CephHealthCheck[];
  lastCheckedAt?: string;
  lastChangedAt?: string;
  capacity?: { total?: number; used?: number; available?: number };
  /** How many daemons run which version, by their sort. */
  versions: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** @public */
export const cephCluster: KindDefinition<ProjectedCephCluster> = {
  identity: resourceIdentities.CephCluster,
  sensitivePaths: [],
  project: raw => {
    const spec = objectOf(raw.spec);
    const status = objectOf(raw.status);
    const ceph = objectOf(status.ceph);
    const capacity = objectOf(ceph.capacity);
    const message = textOf(status.message);
    const total = numberOf(capacity.bytesTotal);
    return {
      kind: 'CephCluster',
      metadata: projectMetadata(raw),
      external: objectOf(spec.external).enable === true,
      image: textOf(objectOf(spec.cephVersion).image),
      observedGeneration: numberOf(status.observedGeneration),
      phase: textOf(status.phase),
      state: textOf(status.state),
      message: message && redactText(message),
      version: textOf(objectOf(status.version).version),
      fsid: textOf(ceph.fsid),
      health: textOf(ceph.health),
      checks: Object.entries(objectOf(ceph.details))
        .map(([name, value]) => ({
          name,
          severity: textOf(objectOf(value).severity) ?? '',
          message: redactText(textOf(objectOf(value).message) ?? ''),
        }))
        .sort((left, right) => left.name.localeCompare(right.name)),
      lastCheckedAt: timeOf(ceph.lastChecked),
      lastChangedAt: timeOf(ceph.lastChanged),
      capacity:
        total === undefined
          ? undefined
          : {
              total,
              used: numberOf(capacity.bytesUsed),
              available: numberOf(capacity.bytesAvailable),
            },
      versions: Object.fromEntries(
        Object.entries(objectOf(ceph.versions)).map(([daemon, counts]) => [
          daemon,
          Object.fromEntries(
            Object.entries(objectOf(counts)).flatMap(([version, count]) =>
              typeof count === 'number' ? [[version, count]] : [],
            ),
          ),
        ]),
      ),
    };
  },
};
