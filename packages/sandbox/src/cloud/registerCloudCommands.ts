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

import type { Cloud } from './Cloud';
import {
  definesKind,
  installDefinitions,
  readDefinitions,
} from './customResourceDefinitions';
import { Fault, FaultType } from '../faults';

/** Verbs that concern the cloud's API, whoever plays on it. */
export function registerCloudCommands(cloud: Cloud): void {
  const { commands, controlPlane, client, proxy, webhooks } = cloud;

  commands.register({
    verb: 'install-crd',
    description: 'Installs a kind that was left out at the start',
    parameters: [
      { name: 'kind', description: 'as in MiraCeph', required: true },
    ],
    run: async ({ kind }) => {
      const definitions = await readDefinitions();
      const wanted = definitions.filter(one => definesKind(one, kind!));
      if (!wanted.length) {
        throw new Error(`The sandbox has no definition of ${kind}`);
      }
      await installDefinitions(client, wanted);
      return wanted.map(({ metadata }) => metadata.name);
    },
  });
  commands.register({
    verb: 'stop-api',
    description: 'Stops kube-apiserver; etcd keeps what there is',
    run: () => controlPlane.stopApiServer(),
  });
  commands.register({
    verb: 'start-api',
    description: 'Starts kube-apiserver again, at its old address',
    run: () => controlPlane.startApiServer(),
  });
  commands.register({
    verb: 'stop-admission',
    description: 'The admission webhooks of the operators refuse connections',
    run: () => webhooks.close(),
  });
  commands.register({
    verb: 'start-admission',
    description: 'The admission webhooks answer again',
    run: () => webhooks.listen(),
  });
  commands.register({
    verb: 'add-fault',
    description:
      'Switches a fault of the proxy on, as in type=status status=429 retryAfter=2 verbs=list,watch path=/nodes count=3',
    parameters: [
      {
        name: 'type',
        description: 'drop, status, delay, freeze, expire, malformed or empty',
        required: true,
      },
      { name: 'verbs', description: 'get, list, watch, ..., with commas' },
      { name: 'path', description: 'regular expression on path and query' },
      { name: 'count', description: 'how often it hits' },
      { name: 'status', description: 'HTTP code, of type status' },
      { name: 'retryAfter', description: 'seconds, of type status' },
      { name: 'delay', description: 'milliseconds, of type delay' },
    ],
    run: async args => proxy.add(readFault(args)),
  });
  commands.register({
    verb: 'list-faults',
    description: 'Faults of the proxy that are switched on, with their hits',
    run: async () => proxy.list(),
  });
  commands.register({
    verb: 'clear-faults',
    description: 'Switches one fault off, or all',
    parameters: [{ name: 'id', description: 'as add-fault answered' }],
    run: async ({ id }) => proxy.clear(id),
  });
  commands.register({
    verb: 'count-requests',
    description: 'Requests that went to the proxy since the start, by verb',
    run: async () => proxy.counts(),
  });
}

function readFault(args: Record<string, string | undefined>): Fault {
  const number = (name: string) => {
    const text = args[name];
    if (text !== undefined && !Number.isFinite(Number(text))) {
      throw new Error(`${name} must be a number and is ${text}`);
    }
    return text === undefined ? undefined : Number(text);
  };
  return {
    type: args.type as FaultType,
    verbs: args.verbs?.split(',').filter(Boolean),
    path: args.path,
    count: number('count'),
    status: number('status'),
    retryAfter: number('retryAfter'),
    delay: number('delay'),
  };
}
