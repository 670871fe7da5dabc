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

import { ProjectedCephBlockPool, cephBlockPool } from '../kinds/CephBlockPool';
import { ProjectedCephCluster, cephCluster } from '../kinds/CephCluster';
import { cephDeploymentHealth } from '../kinds/CephDeploymentHealth';
import { cephFilesystem } from '../kinds/CephFilesystem';
import { ProjectedCephHealth } from '../kinds/cephHealth';
import { cephObjectStore } from '../kinds/CephObjectStore';
import { ProjectedCephSpec } from '../kinds/cephSpec';
import { deployment } from '../kinds/Deployment';
import { miraCephHealth } from '../kinds/MiraCephHealth';
import { ProjectedRookObject } from '../kinds/rookObject';
import { CloudSnapshot } from '../snapshot/types';
import { cephSpecsOf } from './cephSpecs';
import { CephDaemonCount, countDaemons } from './countDaemons';
import { rookNamespaceOf } from './daemons';

/** A cluster as it is asked for and as it is; one of both may not be there (yet). */
export interface CephFacts {
  name: string;
  namespace: string;
  spec?: ProjectedCephSpec;
  cluster?: ProjectedCephCluster;
  /** What the operator reports of it. */
  report?: ProjectedCephHealth;
  pools: readonly ProjectedCephBlockPool[];
  filesystems: readonly ProjectedRookObject[];
  stores: readonly ProjectedRookObject[];
  daemons: readonly CephDaemonCount[];
}

/** Every Ceph cluster that a cloud has or is asked to have. */
export function cephFactsOf(snapshot: CloudSnapshot): CephFacts[] {
  const specs = cephSpecsOf(snapshot);
  const clusters = snapshot.objects(cephCluster);
  const found = clusters.map(cluster => ({
    name: cluster.metadata.name,
    namespace: cluster.metadata.namespace ?? '',
    cluster,
    spec:
      specs.find(({ metadata }) => metadata.name === cluster.metadata.name) ??
      (specs.length === 1 && clusters.length === 1 ? specs[0] : undefined),
  }));
  const asked = specs
    .filter(one => !found.some(({ spec }) => spec === one))
    .map(spec => ({
      name: spec.metadata.name,
      namespace: rookNamespaceOf(spec.spec),
      cluster: undefined,
      spec,
    }));
  return [...found, ...asked].map(one => {
    const inside = <T extends ProjectedRookObject>(objects: readonly T[]) =>
      objects.filter(({ metadata }) => metadata.namespace === one.namespace);
    return {
      ...one,
      report: one.spec && reportOf(one.spec, snapshot),
      pools: inside(snapshot.objects(cephBlockPool)),
      filesystems: inside(snapshot.objects(cephFilesystem)),
      stores: inside(snapshot.objects(cephObjectStore)),
      daemons: countDaemons(
        snapshot
          .objects(deployment)
          .filter(({ metadata }) => metadata.namespace === one.namespace),
        one.spec?.spec,
      ),
    };
  });
}

function reportOf(
  { kind, metadata }: ProjectedCephSpec,
  snapshot: CloudSnapshot,
): ProjectedCephHealth | undefined {
  const reports: readonly ProjectedCephHealth[] =
    kind === 'CephDeployment'
      ? snapshot.objects(cephDeploymentHealth)
      : snapshot.objects(miraCephHealth);
  return reports.find(
    report =>
      report.metadata.name === metadata.name &&
      report.metadata.namespace === metadata.namespace,
  );
}

/** True when the report is about what was there before the last change. */
export function isReportOutdated({
  report,
  spec,
  cluster,
}: CephFacts): boolean {
  const isOlder = (seen: number | undefined, now: number | undefined) =>
    seen !== undefined && now !== undefined && seen < now;
  return (
    isOlder(report?.specGeneration, spec?.metadata.generation) ||
    isOlder(report?.clusterGeneration, cluster?.metadata.generation)
  );
}
