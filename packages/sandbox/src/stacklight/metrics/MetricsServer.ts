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
  createServer,
  IncomingMessage,
  Server,
  ServerResponse,
} from 'node:http';
import { AddressInfo } from 'node:net';
import { exporters } from './exporters';
import { readyShare } from './readyShare';
import { renderMetrics } from './renderMetrics';
import { CloudObjects, Exporter, Sample } from './types';

export interface MetricsServerOptions {
  read(): Promise<CloudObjects>;
  /** What the simulation itself tells the rules. */
  ownSamples(): Sample[];
  /** Whether a receiver takes what Alertmanager sends it. */
  receives(receiver: string): boolean;
}

/** Serves what the exporters of a cloud would, each at `/metrics/<job>`, and takes what Alertmanager sends. */
export class MetricsServer {
  static async start(options: MetricsServerOptions): Promise<MetricsServer> {
    const server = createServer();
    const metrics = new MetricsServer(options, server);
    server.on('request', (request, response) => {
      metrics.#answer(request, response).catch(error => {
        response.writeHead(503, { 'content-type': 'text/plain' });
        response.end(String(error));
      });
    });
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(0, '127.0.0.1', resolve);
    });
    return metrics;
  }

  private constructor(
    private readonly options: MetricsServerOptions,
    private readonly server: Server,
  ) {}

  /** Host and port. */
  get address(): string {
    return `127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise(resolve => this.server.close(resolve));
  }

  async #answer(
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const [, place, name] = (request.url ?? '').split('?')[0].split('/');
    const { receives, ownSamples } = this.options;
    if (place === 'receivers') {
      request.resume();
      const isTaken = receives(decodeURIComponent(name));
      response.writeHead(isTaken ? 200 : 400, { 'content-type': 'text/plain' });
      // Slack's own word for it.
      response.end(isTaken ? 'ok' : 'invalid_token');
      return;
    }
    const exporter = exporters.find(({ job }) => job === name);
    let samples: Sample[] | undefined = [];
    if (name === 'sandbox') {
      samples = ownSamples();
    } else if (exporter) {
      samples = samplesOf(exporter, await this.options.read());
    }
    if (!samples) {
      response.writeHead(503).end();
      return;
    }
    response.writeHead(200, {
      'content-type': 'text/plain; version=0.0.4; charset=utf-8',
    });
    response.end(renderMetrics(samples));
  }
}

/** Undefined when the exporter is down. */
function samplesOf(
  exporter: Exporter,
  objects: CloudObjects,
): Sample[] | undefined {
  const { workload } = exporter;
  if (!workload) {
    return exporter.collect(objects);
  }
  const ofKind = {
    Deployment: objects.deployments,
    StatefulSet: objects.statefulSets,
    DaemonSet: objects.daemonSets,
  }[workload.kind];
  const found = ofKind.find(
    ({ metadata }) =>
      metadata.namespace === workload.namespace &&
      metadata.name === workload.name,
  );
  if (!found) {
    return [];
  }
  return readyShare(found) > 0 ? exporter.collect(objects) : undefined;
}
