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

import { CloudDescription } from '../cli/description';
import { ActiveFault, Fault } from '../faults';
import { KubernetesClient } from '../kubernetes';
import { StackLightAddresses } from '../stacklight/types';
import { sendCommand } from './sendCommand';

/** One cloud of a sandbox that a test started. */
export class SandboxCloud {
  /** With all rights, past the fault proxy. */
  readonly adminClient: KubernetesClient;

  constructor(
    private readonly description: CloudDescription,
    private readonly control: { url: string; token: string },
    adminConnection: { certificate: string; key: string },
  ) {
    const { url, ca } = description;
    this.adminClient = KubernetesClient.create({ url, ca, ...adminConnection });
  }

  get name(): string {
    return this.description.name;
  }

  get url(): string {
    return this.description.url;
  }

  /** Of the fault proxy; takes tokens only. */
  get proxyUrl(): string {
    return this.description.proxyUrl;
  }

  /** PEM */
  get ca(): string {
    return this.description.ca;
  }

  /** Base64 */
  get caData(): string {
    return this.description.caData;
  }

  get portalToken(): string {
    return this.description.tokens.portal;
  }

  get portalReadOnlyToken(): string {
    return this.description.tokens.portalReadOnly;
  }

  get readerToken(): string {
    return this.description.tokens.reader;
  }

  /** File of a kubeconfig with all rights. */
  get adminKubeconfig(): string {
    return this.description.kubeconfig;
  }

  /** Its processes. After `start-api` kube-apiserver has another one. */
  get pids(): { etcd?: number; kubeApiserver?: number } {
    return this.description.pids;
  }

  /** Where StackLight answers and the token it wants, in a cloud that has it. */
  get stackLight(): StackLightAddresses | undefined {
    return this.description.stackLight;
  }

  /** A client with another token, as the portal has. */
  clientFor(token: string, options: { throughProxy?: boolean } = {}) {
    const url = options.throughProxy ? this.proxyUrl : this.url;
    return KubernetesClient.create({ url, ca: this.ca, token });
  }

  /** Resolves with the command's answer. */
  command(
    verb: string,
    args: Record<string, string | number | undefined> | string[] = [],
  ): Promise<any> {
    const texts = Array.isArray(args)
      ? args
      : Object.entries(args)
          .filter(([, value]) => value !== undefined)
          .map(([name, value]) => `${name}=${value}`);
    return sendCommand(this.control, { cloud: this.name, verb, args: texts });
  }

  /** The switches of the fault proxy. */
  readonly faults = {
    add: ({ verbs, ...fault }: Fault): Promise<ActiveFault> =>
      this.command('add-fault', { ...fault, verbs: verbs?.join(',') }),
    list: (): Promise<ActiveFault[]> => this.command('list-faults'),
    clear: async (id?: string): Promise<void> => {
      await this.command('clear-faults', { id });
    },
  };
}
