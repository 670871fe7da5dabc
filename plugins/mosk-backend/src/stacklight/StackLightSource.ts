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

import { z } from 'zod';
import { CircuitBreaker } from './CircuitBreaker';
import { BoundedHttp, HttpAnswer } from './BoundedHttp';
import { StackLightError } from './StackLightError';
import { StackLightTokens } from './StackLightTokens';
import { StackLightRequest } from './types';

/** One service of StackLight: makes the portal known to it, checks what it answers, and leaves it alone when it is down. */
export class StackLightSource {
  private constructor(
    private readonly title: string,
    private readonly url: string,
    private readonly http: BoundedHttp,
    private readonly tokens: StackLightTokens,
    private readonly breaker: CircuitBreaker,
  ) {}

  static create(options: {
    /** As it is called in messages. */
    title: string;
    url: string;
    http: BoundedHttp;
    tokens: StackLightTokens;
    breaker: CircuitBreaker;
  }): StackLightSource {
    const { title, url, http, tokens, breaker } = options;
    return new StackLightSource(title, url, http, tokens, breaker);
  }

  async ask<T extends z.ZodTypeAny>(
    request: StackLightRequest,
    schema: T,
  ): Promise<z.output<T>> {
    return this.breaker.run(async () =>
      this.parse(await this.send(request), schema),
    );
  }

  private async send(request: StackLightRequest): Promise<HttpAnswer> {
    const token = await this.tokens.get();
    const answer = await this.sendAs(token, request);
    if (answer.status === 401 && this.tokens.refused(token)) {
      return this.sendAs(await this.tokens.get(), request);
    }
    return answer;
  }

  private sendAs(
    token: string | undefined,
    { method = 'GET', path, query, headers, body }: StackLightRequest,
  ): Promise<HttpAnswer> {
    const search = query ? `?${new URLSearchParams(query)}` : '';
    return this.http.ask(`${this.url}${path}${search}`, {
      method,
      headers: {
        accept: 'application/json',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
        ...(token ? { authorization: `Bearer ${token}` } : {}),
      },
      body,
    });
  }

  private parse<T extends z.ZodTypeAny>(
    { status, text }: HttpAnswer,
    schema: T,
  ): z.output<T> {
    const { title } = this;
    if (status === 401 || (status >= 300 && status < 400)) {
      throw new StackLightError(
        'unauthorized',
        `${title} refuses the portal (status ${status}): it has no token, or one that has ended; check stackLight.auth`,
      );
    }
    if (status === 403) {
      throw new StackLightError(
        'unauthorized',
        `${title} refuses the portal (status 403): its account lacks the role for StackLight`,
      );
    }
    if (status !== 200) {
      throw new StackLightError(
        'unreachable',
        `${title} answers with status ${status}`,
      );
    }
    let json: unknown;
    try {
      json = JSON.parse(text);
    } catch {
      // The message of the parser quotes the answer, which may hold anything.
      throw new StackLightError(
        'unreachable',
        `${title} answers with something else than JSON`,
      );
    }
    const read = schema.safeParse(json);
    if (!read.success) {
      const [issue] = read.error.issues;
      throw new StackLightError(
        'unreachable',
        `${title} answers in another form than expected${
          issue?.path.length ? ` (at ${issue.path.join('.')})` : ''
        }`,
      );
    }
    return read.data;
  }
}
