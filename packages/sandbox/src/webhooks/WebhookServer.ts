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

import { createServer, type Server } from 'node:https';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Authority } from '../control-plane';
import { coreResources, KubernetesClient } from '../kubernetes';
import { Log } from '../log';
import { AdmissionRequest, WebhookRegistration } from '../operators/types';

/** Admission of one cloud, served from this process. It can be taken down, as a crashed webhook pod is. */
export class WebhookServer {
  private readonly reviews = new Map<string, WebhookRegistration['review']>();
  private port = 0;

  private constructor(
    private readonly server: Server,
    private readonly authority: Authority,
    private readonly client: KubernetesClient,
    private readonly log: Log,
  ) {
    server.on('request', (request, response) => {
      this.handle(request, response).catch(error => {
        this.log(`admission failed: ${error}`);
        response.writeHead(500).end(String(error));
      });
    });
  }

  static async start(options: {
    authority: Authority;
    client: KubernetesClient;
    log: Log;
  }): Promise<WebhookServer> {
    const { authority, client, log } = options;
    const { certPem, keyPem } = await authority.issueServer();
    const server = createServer({ cert: certPem, key: keyPem });
    const webhooks = new WebhookServer(server, authority, client, log);
    await webhooks.listen();
    return webhooks;
  }

  async register(registration: WebhookRegistration): Promise<void> {
    const { name, rules, failurePolicy, timeoutSeconds, review } = registration;
    const path = `/${name}`;
    this.reviews.set(path, review);
    const configuration = {
      metadata: { name: registration.configurationName ?? name },
      webhooks: [
        {
          name,
          rules,
          failurePolicy: failurePolicy ?? 'Fail',
          timeoutSeconds: timeoutSeconds ?? 10,
          sideEffects: 'None',
          admissionReviewVersions: ['v1'],
          clientConfig: {
            url: `https://127.0.0.1:${this.port}${path}`,
            caBundle: Buffer.from(this.authority.certificate).toString(
              'base64',
            ),
          },
        },
      ],
    };
    await this.client.apply(
      coreResources.ValidatingWebhookConfiguration,
      configuration,
      { fieldManager: 'mosk-sandbox', force: true },
    );
  }

  /** Refuses connections from now on; does nothing when it does already. */
  async close(): Promise<void> {
    if (!this.server.listening) {
      return;
    }
    const closed = new Promise(resolve => this.server.close(resolve));
    this.server.closeAllConnections();
    await closed;
  }

  /** At the same port as before. */
  async listen(): Promise<void> {
    if (this.server.listening) {
      return;
    }
    await new Promise<void>((resolve, reject) => {
      this.server.once('error', reject);
      this.server.listen(this.port, '127.0.0.1', resolve);
    });
    this.port = (this.server.address() as AddressInfo).port;
  }

  private async handle(
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const review = this.reviews.get(
      new URL(request.url!, 'https://x').pathname,
    );
    if (!review) {
      response.writeHead(404).end();
      return;
    }
    const chunks: Buffer[] = [];
    for await (const chunk of request) {
      chunks.push(chunk);
    }
    const body = JSON.parse(Buffer.concat(chunks).toString());
    const asked: AdmissionRequest = body.request;
    const { allowed, message, code, warnings } = await review(asked);
    response.writeHead(200, { 'content-type': 'application/json' }).end(
      JSON.stringify({
        apiVersion: 'admission.k8s.io/v1',
        kind: 'AdmissionReview',
        response: {
          uid: asked.uid,
          allowed,
          warnings,
          ...(!allowed && { status: { code: code ?? 403, message } }),
        },
      }),
    );
  }
}
