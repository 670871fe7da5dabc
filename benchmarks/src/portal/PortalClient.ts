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

/** Asks a portal as its page does, signed in as guest. */
export class PortalClient {
  static async signIn(baseUrl: string): Promise<PortalClient> {
    const response = await fetch(`${baseUrl}/api/auth/guest/refresh`, {
      method: 'POST',
      headers: { 'x-requested-with': 'XMLHttpRequest' },
    });
    if (!response.ok) {
      throw new Error(`The portal lets no guest in: ${await response.text()}`);
    }
    const { backstageIdentity } = (await response.json()) as {
      backstageIdentity: { token: string };
    };
    return new PortalClient(baseUrl, backstageIdentity.token);
  }

  private constructor(
    private readonly baseUrl: string,
    private readonly token: string,
  ) {}

  /** The body of the answer; undefined when there is no such thing. */
  async find(path: string): Promise<string | undefined> {
    const response = await fetch(`${this.baseUrl}/api/${path}`, {
      headers: { authorization: `Bearer ${this.token}` },
    });
    const text = await response.text();
    if (response.status === 404) {
      return undefined;
    }
    if (!response.ok) {
      throw new Error(`${path} was answered ${response.status}: ${text}`);
    }
    return text;
  }
}
