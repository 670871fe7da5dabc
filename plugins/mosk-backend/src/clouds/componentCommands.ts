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

import {
  Component,
  ObjectReference,
  resourceIdentities,
} from '@mosk-portal/plugin-mosk-common';
import { helmBundleCommands } from './helmBundleCommands';

/** A command to copy. */
export interface Command {
  title: string;
  command: string;
}

const inNamespace = (namespace: string | undefined) =>
  namespace ? `-n ${namespace} ` : '';

/** `<plural>.<group>`, the name that is right whatever else the cluster has installed. */
export function kubectlName(kind: string): string {
  const identity = Object.values(resourceIdentities).find(
    one => one.kind === kind,
  );
  if (!identity) {
    return kind.toLowerCase();
  }
  return identity.group
    ? `${identity.plural}.${identity.group}`
    : identity.plural;
}

/** `kubectl -n <namespace> <verb> <kind> <name>` of one object. */
export function kubectlObject(verb: string, object: ObjectReference): string {
  return `kubectl ${inNamespace(object.namespace)}${verb} ${kubectlName(
    object.kind,
  )} ${object.name}`;
}

/** What the OpenStack operator is doing. */
export const operatorLogs: Command = {
  title: 'What the operator is doing',
  command: 'kubectl -n osh-system logs deployment/rockoon -c osdpl --tail=200',
};

/** Commands that show an OpenStackDeployment in the words of its operators. */
export function openStackCommands(deployment: ObjectReference): Command[] {
  const namespace = inNamespace(deployment.namespace);
  return [
    {
      title: 'State of the deployment',
      command: `kubectl ${namespace}get osdplst ${deployment.name}`,
    },
    {
      title: 'State of each service',
      command: `kubectl ${namespace}get osdplst ${deployment.name} -o yaml`,
    },
    {
      title: 'What was asked for',
      command: `kubectl ${namespace}get osdpl ${deployment.name} -o yaml`,
    },
    operatorLogs,
  ];
}

/** Commands worth copying on the page of a component; only workloads that are not well are worth a look each. */
export function componentCommands(
  component: Component,
  unwell: readonly ObjectReference[],
): Command[] {
  const commands: Command[] = [];
  const { resource, namespace, labelSelector, workloads } = component;
  if (resource?.kind === 'OpenStackDeployment') {
    commands.push(...openStackCommands(resource));
  } else if (resource?.kind === 'HelmBundle') {
    commands.push(...helmBundleCommands(resource));
  } else if (resource) {
    commands.push({
      title: 'The custom resource',
      command: `${kubectlObject('get', resource)} -o yaml`,
    });
  }
  if (namespace && labelSelector) {
    commands.push({
      title: 'Its pods',
      command: `kubectl -n ${namespace} get pods -l '${labelSelector}' -o wide`,
    });
  }
  for (const workload of unwell) {
    commands.push({
      title: `${workload.kind} ${workload.name}`,
      command: kubectlObject('describe', workload),
    });
  }
  if (namespace && workloads.length > 0) {
    commands.push({
      title: 'Warnings',
      command: `kubectl -n ${namespace} get events --field-selector type=Warning --sort-by=.lastTimestamp`,
    });
  }
  return commands;
}
