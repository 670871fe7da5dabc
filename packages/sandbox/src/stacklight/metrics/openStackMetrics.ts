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

import { KubernetesObject } from '../../kubernetes';
import { readyShare } from './readyShare';
import { CloudObjects, Sample } from './types';

interface Api {
  type: string;
  name: string;
  /** Of its public address, where that is not the name without the version. */
  host?: string;
}

/** The APIs that the exporter of the OpenStack Operator tries, by the workload that serves them. */
const apis: Record<string, Api> = {
  'keystone-api': { type: 'identity', name: 'keystone' },
  'glance-api': { type: 'image', name: 'glance' },
  'placement-api': { type: 'placement', name: 'placement' },
  'nova-api-osapi': { type: 'compute', name: 'nova' },
  'neutron-server': { type: 'network', name: 'neutron' },
  'cinder-api': { type: 'volumev3', name: 'cinderv3' },
  'heat-api': { type: 'orchestration', name: 'heat' },
  'heat-cfn': { type: 'cloudformation', name: 'heat-cfn' },
  'octavia-api': { type: 'load-balancer', name: 'octavia' },
  'designate-api': { type: 'dns', name: 'designate' },
  'barbican-api': { type: 'key-manager', name: 'barbican' },
  'manila-api': { type: 'sharev2', name: 'manilav2' },
  'ironic-api': { type: 'baremetal', name: 'ironic' },
  'aodh-api': { type: 'alarming', name: 'aodh' },
  'gnocchi-api': { type: 'metric', name: 'gnocchi' },
  'masakari-api': { type: 'instance-ha', name: 'masakari' },
};

/** Served by the gateways of Ceph. */
const objectStore: Api = {
  type: 'object-store',
  name: 'swift',
  host: 'object-store',
};

function apiOf({ metadata }: KubernetesObject): Api | undefined {
  if (metadata.namespace === 'openstack') {
    return apis[metadata.name];
  }
  return metadata.labels?.app === 'rook-ceph-rgw' ? objectStore : undefined;
}

/** In microseconds, of an API whose pods are all ready. */
const usualLatency = 42_000;
const certificateLifetime = 300 * 24 * 3600;

function apiSamples(workload: KubernetesObject, domain: string): Sample[] {
  const api = apiOf(workload);
  if (!api) {
    return [];
  }
  const { type, name, host = name.replace(/v\d$/, '') } = api;
  const labels = {
    url: `https://${host}.${domain}/`,
    service_type: type,
    service_name: name,
  };
  const share = readyShare(workload);
  const answers = share > 0;
  // Fewer pods answer more slowly, and no two answers take the same time.
  const jitter = 1 + 0.15 * Math.random();
  const latency = (usualLatency * jitter) / Math.max(share ** 2, 0.04);
  return [
    { name: 'osdpl_api_success', labels, value: answers ? 1 : 0 },
    { name: 'osdpl_api_status', labels, value: answers ? 200 : 503 },
    { name: 'osdpl_api_latency', labels, value: Math.round(latency) },
  ];
}

/** The agents and services that register with Cinder, Nova and Neutron: one for each pod. */
const services: Array<{ name: string; application: string; pods: RegExp }> = [
  {
    name: 'osdpl_cinder_service_state',
    application: 'cinder',
    pods: /^(cinder-(?:scheduler|volume|backup))/,
  },
  {
    name: 'osdpl_nova_service_state',
    application: 'nova',
    pods: /^(nova-(?:compute|conductor|scheduler))/,
  },
  {
    name: 'osdpl_neutron_agent_state',
    application: 'neutron',
    pods: /^(neutron-(?:ovs|l3|dhcp|metadata)-agent)/,
  },
];

function serviceSamples(pods: KubernetesObject[]): Sample[] {
  return pods.flatMap(({ metadata, spec, status }) => {
    const application = metadata.labels?.application;
    const service = services.find(one => one.application === application);
    const [, binary] = service?.pods.exec(metadata.name) ?? [];
    if (!service || !binary) {
      return [];
    }
    const ready = status?.conditions?.some(
      (condition: any) =>
        condition.type === 'Ready' && condition.status === 'True',
    );
    // Services that move between nodes register under the name of their pod.
    const host = /compute|agent/.test(binary) ? spec.nodeName : metadata.name;
    return [
      {
        name: service.name,
        labels: { binary, zone: 'nova', host: host ?? metadata.name },
        value: ready ? 1 : 0,
      },
    ];
  });
}

/** What the exporter of the OpenStack Operator tells. */
export function openStackMetrics(objects: CloudObjects): Sample[] {
  const [deployment] = objects.openStackDeployments;
  if (!deployment) {
    return [];
  }
  const osdpl = deployment.metadata.name;
  const { openstack_version: version, public_domain_name: domain } =
    deployment.spec;
  const workloads = [...objects.deployments, ...objects.daemonSets];
  const issued =
    Date.parse(deployment.metadata.creationTimestamp ?? '') / 1000 || 0;
  return [
    {
      name: 'osdpl_version_info',
      labels: { osdpl, openstack_version: version },
      value: 1,
    },
    {
      name: 'osdpl_certificate_expiry',
      labels: { identifier: 'public_endpoints' },
      value: issued + certificateLifetime,
    },
    ...['admin', 'service'].map(type => ({
      name: 'osdpl_credentials_rotation_timestamp',
      labels: { type },
      value: issued,
    })),
    ...workloads.flatMap(workload => apiSamples(workload, domain)),
    ...serviceSamples(objects.pods),
  ];
}
