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

import { createNamespaces } from './createNamespaces';
import {
  definesKind,
  installDefinitions,
  readDefinitions,
} from './customResourceDefinitions';
import { Nodes } from './Nodes';
import { registerCloudCommands } from './registerCloudCommands';
import { AccountTokens, createServiceAccounts } from './serviceAccounts';
import { Commands } from '../commands';
import { Binaries, ControlPlane, Guardian } from '../control-plane';
import { FaultProxy } from '../faults';
import { KubernetesClient } from '../kubernetes';
import { Log, prefixedLog } from '../log';
import {
  chooseOperators,
  CloudState,
  MoskRelease,
  RunningOperator,
} from '../operators';
import { Timing } from '../timing';
import { WebhookServer } from '../webhooks/WebhookServer';

export interface CloudOptions {
  name: string;
  binaries: Binaries;
  guardian: Guardian;
  timing: Timing;
  /** What there is at the start. */
  cloudState: CloudState;
  /** With the kinds of every release, when left out. */
  release?: MoskRelease;
  /** Names of the operators that play in it; all when left out. */
  components?: string[];
  /** Kinds that this cloud does not have, as long as nobody installs them. */
  withoutKinds: string[];
  log: Log;
}

/** One MOSK cloud: a control plane, what stands before it, and the operators that play on it. */
export class Cloud {
  readonly commands = new Commands();
  private readonly ending = new AbortController();
  private readonly running: RunningOperator[] = [];
  private tokens?: AccountTokens;

  private constructor(
    private readonly options: CloudOptions,
    readonly controlPlane: ControlPlane,
    readonly client: KubernetesClient,
    readonly proxy: FaultProxy,
    readonly webhooks: WebhookServer,
  ) {}

  static async start(options: CloudOptions): Promise<Cloud> {
    const { binaries, guardian } = options;
    const log = prefixedLog(options.log, options.name);
    log('starting etcd and kube-apiserver');
    const controlPlane = await ControlPlane.start({ binaries, guardian });
    const client = KubernetesClient.create(controlPlane.connection);
    const { authority } = controlPlane;
    const serving = await authority.issueServer();
    const proxy = await FaultProxy.start({
      target: controlPlane.connection.url,
      ca: authority.certificate,
      certificate: serving.certPem,
      key: serving.keyPem,
    });
    const webhooks = await WebhookServer.start({ authority, client, log });
    const cloud = new Cloud(
      { ...options, log },
      controlPlane,
      client,
      proxy,
      webhooks,
    );
    try {
      await cloud.furnish();
    } catch (error) {
      await cloud.stop();
      throw error;
    }
    return cloud;
  }

  get name(): string {
    return this.options.name;
  }

  get accountTokens(): AccountTokens {
    return this.tokens!;
  }

  /** Where StackLight answers, in a cloud that has it. */
  get stackLight(): RunningOperator['stackLight'] {
    return this.running.find(operator => operator.stackLight)?.stackLight;
  }

  async stop(): Promise<void> {
    this.ending.abort();
    await Promise.allSettled(this.running.map(operator => operator.stop()));
    await Promise.allSettled([this.proxy.stop(), this.webhooks.close()]);
    await this.client.close();
    await this.controlPlane.stop();
  }

  private async furnish(): Promise<void> {
    const { timing, cloudState, release, components, log } = this.options;
    const withoutKinds = [
      ...this.options.withoutKinds,
      ...(release?.withoutKinds ?? []),
    ];
    const operators = chooseOperators(components);
    log('installing custom resource definitions');
    const definitions = await readDefinitions();
    for (const kind of withoutKinds) {
      if (!definitions.some(definition => definesKind(definition, kind))) {
        throw new Error(
          `There is no kind ${kind} to leave out; there are ${definitions
            .map(({ spec }) => spec.names.kind)
            .join(', ')}`,
        );
      }
    }
    const wanted = definitions.filter(
      definition => !withoutKinds.some(kind => definesKind(definition, kind)),
    );
    const [, tokens, nodes] = await Promise.all([
      installDefinitions(this.client, wanted, this.ending.signal),
      createServiceAccounts(this.client),
      Nodes.create(this.client, timing),
      createNamespaces(this.client, {
        withCephKeys: !operators.some(({ name }) => name === 'ceph'),
      }),
    ]);
    this.tokens = tokens;
    nodes.registerCommands(this.commands);
    registerCloudCommands(this);
    for (const operator of operators) {
      log(`starting the ${operator.name} operator`);
      this.running.push(
        await operator.start({
          cloud: this.name,
          client: this.client,
          timing,
          cloudState,
          release,
          guardian: this.options.guardian,
          commands: this.commands,
          signal: this.ending.signal,
          log: prefixedLog(log, operator.name),
          registerWebhook: registration => this.webhooks.register(registration),
        }),
      );
    }
  }
}
