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

import { promDuration } from '../rules/promDuration';

const alertnames = (...names: string[]) => [`alertname=~"${names.join('|')}"`];
const alertname = (name: string) => [`alertname="${name}"`];

/** Which alert hides which others, and what both must have in common. */
const inhibitions = [
  {
    source_matchers: alertname('CinderServiceOutage'),
    target_matchers: alertname('CinderServiceDown'),
    equal: ['binary'],
  },
  {
    source_matchers: alertname('NeutronAgentOutage'),
    target_matchers: alertname('NeutronAgentDown'),
    equal: ['binary'],
  },
  {
    source_matchers: alertname('KubeDeploymentOutage'),
    target_matchers: alertname('KubeDeploymentReplicasMismatch'),
    equal: ['namespace', 'deployment'],
  },
  {
    source_matchers: alertname('KubeStatefulSetOutage'),
    target_matchers: alertname('KubeStatefulSetReplicasMismatch'),
    equal: ['namespace', 'statefulset'],
  },
  {
    source_matchers: alertname('KubeDaemonSetOutage'),
    target_matchers: alertname('KubeDaemonSetRolloutStuck'),
    equal: ['namespace', 'daemonset'],
  },
  {
    source_matchers: alertname('KubeStatefulSetOutage'),
    target_matchers: alertnames('MariadbClusterDown', 'MemcachedClusterDown'),
    equal: ['namespace', 'statefulset'],
  },
  {
    source_matchers: [
      'alertname="KubeDeploymentOutage"',
      'deployment="telegraf-openstack"',
    ],
    target_matchers: alertname('TelegrafOpenstackTargetDown'),
  },
  {
    source_matchers: [
      'alertname="KubeDaemonSetOutage"',
      'daemonset="prometheus-libvirt-exporter"',
    ],
    target_matchers: alertname('LibvirtExporterTargetsOutage'),
  },
];

/** Configuration of Alertmanager, whose receivers are all at one address. */
export function alertmanagerConfiguration(options: {
  receiverAddress: string;
  timeScale: number;
}): object {
  const { receiverAddress, timeScale } = options;
  const url = (name: string) =>
    `http://${receiverAddress}/receivers/${encodeURIComponent(name)}`;
  const atLeast = (least: number, milliseconds: number) =>
    promDuration(Math.max(least, milliseconds * timeScale));
  return {
    route: {
      receiver: 'HTTP-alerta',
      group_by: ['alertname', 'namespace'],
      group_wait: atLeast(50, 1_000),
      group_interval: atLeast(500, 5_000),
      repeat_interval: atLeast(1_000, 60_000),
      routes: [
        {
          receiver: 'HTTP-salesforce',
          matchers: ['severity="critical"'],
          continue: true,
        },
        {
          receiver: 'HTTP-slack',
          matchers: ['severity=~"critical|major"'],
          continue: true,
        },
        { receiver: 'HTTP-alerta' },
      ],
    },
    inhibit_rules: inhibitions,
    receivers: [
      {
        name: 'HTTP-alerta',
        webhook_configs: [{ url: url('HTTP-alerta') }],
      },
      {
        name: 'HTTP-slack',
        slack_configs: [{ api_url: url('HTTP-slack'), channel: '#cloud' }],
      },
      {
        name: 'HTTP-salesforce',
        webhook_configs: [{ url: url('HTTP-salesforce') }],
      },
    ],
  };
}
