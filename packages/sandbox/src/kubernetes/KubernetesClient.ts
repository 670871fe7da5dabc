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
import { KubernetesError } from './KubernetesError';
import { readLines } from './readLines';
import { resourcePath } from './resourcePath';
import {
  Connection,
  KubernetesList,
  KubernetesObject,
  Resource,
  WatchEvent,
} from './types';

export interface ListOptions {
  labelSelector?: string;
  fieldSelector?: string;
  limit?: number;
  continue?: string;
}

export interface WriteOptions {
  subresource?: 'status' | 'scale';
  dryRun?: boolean;
  fieldManager?: string;
  force?: boolean;
  fieldValidation?: 'Strict' | 'Warn' | 'Ignore';
}

type Query = Record<string, string | number | boolean | undefined>;

/** The few requests that operators and tests make, without hiding anything of the API. */
export class KubernetesClient {
  private constructor(
    readonly connection: Connection,
    private readonly agent: Agent,
  ) {}

  static create(connection: Connection): KubernetesClient {
    const { ca, certificate, key } = connection;
    const agent = new Agent({
      connect: { ca, cert: certificate, key },
      // A watch lives for as long as the server lets it.
      bodyTimeout: 0,
      headersTimeout: 60_000,
    });
    return new KubernetesClient(connection, agent);
  }

  get(
    resource: Resource,
    namespace: string | undefined,
    name: string,
  ): Promise<KubernetesObject> {
    return this.json('GET', resourcePath(resource, namespace, name));
  }

  /** Undefined when there is no such object. */
  async find(
    resource: Resource,
    namespace: string | undefined,
    name: string,
  ): Promise<KubernetesObject | undefined> {
    try {
      return await this.get(resource, namespace, name);
    } catch (error) {
      if (KubernetesError.isNotFound(error)) {
        return undefined;
      }
      throw error;
    }
  }

  list(
    resource: Resource,
    namespace?: string,
    options: ListOptions = {},
  ): Promise<KubernetesList> {
    return this.json('GET', resourcePath(resource, namespace), {
      query: { ...options },
    });
  }

  create(
    resource: Resource,
    object: KubernetesObject,
    options: WriteOptions = {},
  ): Promise<KubernetesObject> {
    return this.json(
      'POST',
      resourcePath(resource, object.metadata.namespace),
      {
        body: withType(resource, object),
        query: writeQuery(options),
      },
    );
  }

  /** Replaces the whole object; conflicts unless its resourceVersion is the live one. */
  update(
    resource: Resource,
    object: KubernetesObject,
    options: WriteOptions = {},
  ): Promise<KubernetesObject> {
    const { namespace, name } = object.metadata;
    return this.json(
      'PUT',
      resourcePath(resource, namespace, name, options.subresource),
      { body: withType(resource, object), query: writeQuery(options) },
    );
  }

  /** JSON merge patch: `null` removes a key. */
  patch(
    resource: Resource,
    namespace: string | undefined,
    name: string,
    patch: object,
    options: WriteOptions = {},
  ): Promise<KubernetesObject> {
    return this.json(
      'PATCH',
      resourcePath(resource, namespace, name, options.subresource),
      {
        body: patch,
        contentType: 'application/merge-patch+json',
        query: writeQuery(options),
      },
    );
  }

  /** Server-side apply. */
  apply(
    resource: Resource,
    object: KubernetesObject,
    options: WriteOptions & { fieldManager: string },
  ): Promise<KubernetesObject> {
    const { namespace, name } = object.metadata;
    return this.json(
      'PATCH',
      resourcePath(resource, namespace, name, options.subresource),
      {
        body: withType(resource, object),
        contentType: 'application/apply-patch+yaml',
        query: writeQuery(options),
      },
    );
  }

  /** True when it was there. */
  async delete(
    resource: Resource,
    namespace: string | undefined,
    name: string,
  ): Promise<boolean> {
    try {
      await this.json('DELETE', resourcePath(resource, namespace, name));
      return true;
    } catch (error) {
      if (KubernetesError.isNotFound(error)) {
        return false;
      }
      throw error;
    }
  }

  /**
   * Events from the resourceVersion on, until the server ends the stream or the signal aborts (then it just ends).
   * An ERROR event, such as 410, is thrown.
   */
  async *watch(
    resource: Resource,
    namespace: string | undefined,
    options: ListOptions & { resourceVersion: string; signal?: AbortSignal },
  ): AsyncGenerator<WatchEvent> {
    const { signal, ...query } = options;
    try {
      const response = await this.send(
        'GET',
        resourcePath(resource, namespace),
        {
          query: { ...query, watch: true, allowWatchBookmarks: true },
          signal,
        },
      );
      for await (const line of readLines(response.body)) {
        const event: WatchEvent = JSON.parse(line);
        if (event.type === 'ERROR') {
          throw statusError(Number(event.object.code), event.object);
        }
        yield event;
      }
    } catch (error) {
      if (!signal?.aborted) {
        throw error;
      }
    }
  }

  /** Any request, by its path; the answer is parsed. */
  async json(
    method: Dispatcher.HttpMethod,
    path: string,
    options: RequestOptions = {},
  ): Promise<any> {
    const response = await this.send(method, path, options);
    return response.body.json();
  }

  async close(): Promise<void> {
    await this.agent.destroy();
  }

  private async send(
    method: Dispatcher.HttpMethod,
    path: string,
    options: RequestOptions,
  ): Promise<Dispatcher.ResponseData> {
    const url = new URL(path, this.connection.url);
    for (const [key, value] of Object.entries(options.query ?? {})) {
      if (value !== undefined) {
        url.searchParams.set(key, String(value));
      }
    }
    const { token } = this.connection;
    const response = await request(url, {
      method,
      dispatcher: this.agent,
      signal: options.signal,
      headers: {
        accept: 'application/json',
        ...(token && { authorization: `Bearer ${token}` }),
        ...(options.body && {
          'content-type': options.contentType ?? 'application/json',
        }),
      },
      body: options.body && JSON.stringify(options.body),
    });
    if (response.statusCode >= 400) {
      throw statusError(response.statusCode, parse(await response.body.text()));
    }
    return response;
  }
}

interface RequestOptions {
  body?: object;
  contentType?: string;
  query?: Query;
  signal?: AbortSignal;
}

function writeQuery(options: WriteOptions): Query {
  const { dryRun, fieldManager, force, fieldValidation } = options;
  return {
    dryRun: dryRun ? 'All' : undefined,
    fieldManager,
    force,
    fieldValidation,
  };
}

function withType(resource: Resource, object: KubernetesObject): object {
  const { group, version, kind } = resource;
  const apiVersion = group ? `${group}/${version}` : version;
  return { ...object, apiVersion, kind };
}

function parse(text: string): any {
  try {
    return JSON.parse(text);
  } catch {
    return { message: text.slice(0, 500) };
  }
}

function statusError(code: number, status: any): KubernetesError {
  const message = status?.message ?? `The API server answered ${code}`;
  return new KubernetesError(
    code,
    status?.reason ?? 'Unknown',
    message,
    status,
  );
}
