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

import { createHash } from 'node:crypto';
import { sizeDefaults } from '../catalogue/sizes';
import {
  ReleaseTemplate,
  ServiceContext,
  ServiceTemplate,
  WorkloadTemplate,
} from '../catalogue/types';
import { identities, typeOf } from '../../simulation/identities';
import { DeploymentSpec } from '../spec/mergeSpec';
import { pythonJson } from '../spec/pythonJson';
import { podTemplate } from '../../workloads/podTemplate';
import { WorkloadPlan } from '../../workloads/types';

const namespace = 'openstack';

function serviceContext(merged: DeploymentSpec): ServiceContext {
  return {
    openstackVersion: merged.openstack_version,
    size: merged.size,
    backend: merged.features?.neutron?.backend ?? 'ml2',
    dedicatedMessaging:
      merged.features?.messaging?.components_with_dedicated_messaging ?? [],
  };
}

function configurationHash(service: ServiceTemplate, merged: DeploymentSpec) {
  const features = (service.features ?? []).map(key => merged.features?.[key]);
  const relevant = [
    features,
    merged.services?.[service.name],
    merged.common,
    merged.public_domain_name,
    merged.internal_domain_name,
    merged.region_name,
  ];
  return createHash('sha256')
    .update(pythonJson(relevant))
    .digest('hex')
    .slice(0, 16);
}

function specOf(
  template: WorkloadTemplate,
  replicas: number,
  pod: object,
  labels: Record<string, string>,
) {
  const selector = { matchLabels: labels };
  switch (template.kind) {
    case 'Deployment':
      return { replicas, selector, template: pod };
    case 'StatefulSet':
      return {
        replicas,
        selector,
        serviceName: template.name,
        podManagementPolicy: 'Parallel',
        template: pod,
      };
    case 'DaemonSet':
      return {
        selector,
        template: pod,
        updateStrategy: {
          type: template.onDelete ? 'OnDelete' : 'RollingUpdate',
        },
      };
    case 'Job':
      return { backoffLimit: 6, template: pod };
    default:
      return {
        schedule: '*/30 * * * *',
        suspend: false,
        jobTemplate: { spec: { template: pod } },
      };
  }
}

function plan(
  service: ServiceTemplate,
  release: ReleaseTemplate,
  template: WorkloadTemplate,
  merged: DeploymentSpec,
): WorkloadPlan {
  const { kind, application, component } = template;
  const name = template.perNodeGroup
    ? `${template.name}-default`
    : template.name;
  const labels = { release_group: release.name, application, component };
  const counts = { one: 1, ...sizeDefaults(merged.size) };
  const replicas = counts[template.replicas ?? 'cluster'];
  const image = `${merged.artifacts.images_base_url}/openstack/${application}:${merged.openstack_version}`;
  const pod = podTemplate({
    labels,
    name: `${application}-${component}`.replace(/_/g, '-'),
    image,
    runsOnce: kind === 'Job' || kind === 'CronJob',
    configurationHash: configurationHash(service, merged),
  });
  return {
    key: `${kind}/${name}`,
    kind,
    namespace,
    name,
    service: service.name,
    application,
    tier: service.tier,
    nodes: template.nodes ?? 'control',
    replicas,
    onDelete: template.onDelete ?? false,
    templateHash: createHash('sha256')
      .update(pythonJson(pod))
      .digest('hex')
      .slice(0, 10),
    manifest: {
      ...typeOf(identities[kind]),
      metadata: {
        name,
        namespace,
        labels: {
          ...labels,
          'app.kubernetes.io/managed-by': 'Helm',
          'helm.sh/chart': `${release.chart}-0.1.0-mcp`,
        },
        annotations: {
          'meta.helm.sh/release-name': release.name,
          'meta.helm.sh/release-namespace': namespace,
        },
      },
      spec: specOf(template, replicas, pod, labels),
    },
  };
}

/** The workloads of one service, release by release, as its charts make them from a merged spec. */
export function planWorkloads(
  service: ServiceTemplate,
  merged: DeploymentSpec,
): Array<{ release: string; workloads: WorkloadPlan[] }> {
  const context = serviceContext(merged);
  return service.releases
    .filter(release => release.when?.(context) ?? true)
    .map(release => ({
      release: release.name,
      workloads: release.workloads
        .filter(workload => workload.when?.(context) ?? true)
        .map(workload => plan(service, release, workload, merged)),
    }));
}
