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

import { Agent, Dispatcher, request } from 'undici';
import { StackLightError } from './StackLightError';

/** No answer that is of use here is longer. */
const mostBytes = 8 * 1024 * 1024;

/** An answer of any status. */
export interface HttpAnswer {
  status: number;
  text: string;
}

/** HTTP with an end: no request lasts longer, and no answer is larger, than is borne. */
export class BoundedHttp {
  private readonly agent: Agent;

  private constructor(
    private readonly timeout: number,
    ca: string | undefined,
  ) {
    this.agent = new Agent({ connect: { ca, timeout } });
  }

  static create(options: { timeout: number; ca?: string }): BoundedHttp {
    return new BoundedHttp(options.timeout, options.ca);
  }

  /** Follows no redirect: one leads to a page that asks a person to sign in. */
  async ask(
    url: string,
    options: Pick<Dispatcher.RequestOptions, 'method'> & {
      headers?: Record<string, string>;
      body?: string;
    },
  ): Promise<HttpAnswer> {
    const timeout = AbortSignal.timeout(this.timeout);
    try {
      const answer = await request(url, {
        ...options,
        headers: { 'user-agent': 'mosk-portal', ...options.headers },
        dispatcher: this.agent,
        signal: timeout,
      });
      const chunks: Buffer[] = [];
      let size = 0;
      for await (const chunk of answer.body) {
        size += chunk.length;
        if (size > mostBytes) {
          answer.body.destroy();
          throw new StackLightError(
            'unreachable',
            `The answer of ${hostOf(url)} is larger than ${
              mostBytes / 1024 / 1024
            } MiB`,
          );
        }
        chunks.push(chunk);
      }
      return {
        status: answer.statusCode,
        text: Buffer.concat(chunks).toString('utf8'),
      };
    } catch (error) {
      if (error instanceof StackLightError) {
        throw error;
      }
      throw new StackLightError(
        'unreachable',
        timeout.aborted
          ? `${hostOf(url)} gave no complete answer within ${
              this.timeout / 1000
            } s`
          : `${hostOf(url)} cannot be reached: ${messageOf(error)}`,
      );
    }
  }

  async close(): Promise<void> {
    await this.agent.destroy();
  }
}

function hostOf(url: string): string {
  return new URL(url).host;
}

function messageOf(error: unknown): string {
  if (error instanceof AggregateError) {
    return error.errors.map(messageOf).join('; ');
  }
  return error instanceof Error ? error.message : String(error);
}
