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

import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { BoundedHttp } from './BoundedHttp';
import { StackLightError } from './StackLightError';
import { StackLightAuth } from './types';

const tokenAnswer = z.object({
  access_token: z.string().optional(),
  id_token: z.string().optional(),
  expires_in: z.number().positive().optional(),
});

/** A token without a lifetime is renewed after this, in milliseconds. */
const assumedLifetime = 60_000;

/** A token is renewed so long before its end, but never sooner than after three quarters of its life. */
const margin = 30_000;

/** The token by which the portal is known to the StackLight of one cloud. */
export class StackLightTokens {
  private known?: { token: string; renewAt: number };
  private asking?: Promise<string>;

  private constructor(
    private readonly auth: StackLightAuth,
    private readonly http: BoundedHttp,
    private readonly now: () => number,
  ) {}

  static create(options: {
    auth: StackLightAuth;
    http: BoundedHttp;
    now?: () => number;
  }): StackLightTokens {
    const { auth, http, now = Date.now } = options;
    return new StackLightTokens(auth, http, now);
  }

  /** Undefined where none is needed. */
  async get(): Promise<string | undefined> {
    const { auth } = this;
    if (auth.type === 'none') {
      return undefined;
    }
    if (auth.type === 'bearer') {
      return 'token' in auth ? auth.token : readTokenFile(auth.tokenFile);
    }
    if (this.known && this.now() < this.known.renewAt) {
      return this.known.token;
    }
    this.asking ??= this.renew(auth).finally(() => {
      this.asking = undefined;
    });
    return this.asking;
  }

  /** Whether another try makes sense after this token was refused. */
  refused(token: string | undefined): boolean {
    if (this.auth.type !== 'oidc') {
      return false;
    }
    if (this.known?.token === token) {
      this.known = undefined;
    }
    return true;
  }

  private async renew(
    auth: Extract<StackLightAuth, { type: 'oidc' }>,
  ): Promise<string> {
    const { status, text } = await this.http.ask(auth.tokenUrl, {
      method: 'POST',
      headers: {
        accept: 'application/json',
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: auth.clientId,
        client_secret: auth.clientSecret,
        scope: auth.scope,
      }).toString(),
    });
    if (status >= 500) {
      throw new StackLightError(
        'unreachable',
        `The identity provider answers with status ${status}`,
      );
    }
    if (status !== 200) {
      throw new StackLightError(
        'unauthorized',
        `The identity provider gives the client "${auth.clientId}" no token (status ${status}): check clientId and clientSecret`,
      );
    }
    const answer = parse(text);
    // The proxy before StackLight wants the one that tells who somebody is.
    const token = answer?.id_token ?? answer?.access_token;
    if (!answer || !token) {
      throw new StackLightError(
        'unreachable',
        'The identity provider answers with something else than a token',
      );
    }
    const lifetime = answer.expires_in
      ? answer.expires_in * 1000
      : assumedLifetime;
    this.known = {
      token,
      renewAt: this.now() + Math.max(lifetime - margin, lifetime * 0.75),
    };
    return token;
  }
}

function parse(text: string) {
  try {
    return tokenAnswer.parse(JSON.parse(text));
  } catch {
    // Its message would quote what may be a token.
    return undefined;
  }
}

async function readTokenFile(file: string): Promise<string> {
  try {
    return (await readFile(file, 'utf8')).trim();
  } catch (error) {
    throw new StackLightError(
      'misconfigured',
      `The token file cannot be read: ${error}`,
    );
  }
}
