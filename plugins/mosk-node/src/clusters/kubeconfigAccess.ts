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

import { createHash } from 'node:crypto';
import { RequestOptions } from 'node:https';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { configurationError } from './configurationError';
import { KubernetesError } from './KubernetesError';
import { ClusterAccess, Credentials } from './types';

/**
 * Access as a context of a kubeconfig says, with tokens, client certificates or credential plugins.
 * The file is read again for every request and taken up anew when it changed.
 */
export async function kubeconfigAccess(options: {
  file: string;
  context?: string;
  /** Key of the configuration that names the file. */
  path: string;
}): Promise<ClusterAccess> {
  const { file, path } = options;
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw configurationError(
      `${path}.file`,
      `the file cannot be read: ${error}`,
    );
  }
  let loaded = await load(text, options);
  let digest = hash(text);

  const refresh = async () => {
    const now = await readFile(file, 'utf8');
    if (hash(now) !== digest) {
      loaded = await load(now, options);
      digest = hash(now);
    }
  };

  return {
    url: loaded.url,
    async credentials() {
      try {
        await refresh();
        return await loaded.credentials();
      } catch (error) {
        throw new KubernetesError({
          reason: 'unauthorized',
          message: `The kubeconfig gives no credentials: ${error}`,
          cause: error,
        });
      }
    },
  };
}

async function load(
  text: string,
  { context, path }: { context?: string; path: string },
): Promise<ClusterAccess> {
  // The client is an ES module.
  const { KubeConfig } = await import('@kubernetes/client-node');
  const kubeconfig = new KubeConfig();
  try {
    kubeconfig.loadFromString(text);
  } catch (error) {
    throw configurationError(
      `${path}.file`,
      `it is no kubeconfig: ${reasonOf(error)}`,
    );
  }
  if (context !== undefined) {
    const names = kubeconfig.getContexts().map(item => item.name);
    if (!names.includes(context)) {
      throw configurationError(
        `${path}.context`,
        `the kubeconfig has no context "${context}", only: ${names.join(', ')}`,
      );
    }
    kubeconfig.setCurrentContext(context);
  }
  const cluster = kubeconfig.getCurrentCluster();
  if (!cluster) {
    throw configurationError(
      context === undefined ? `${path}.file` : `${path}.context`,
      `the context "${kubeconfig.getCurrentContext()}" has no cluster`,
    );
  }
  return {
    url: cluster.server.replace(/\/+$/, ''),
    async credentials(): Promise<Credentials> {
      const options: RequestOptions = {};
      await kubeconfig.applyToHTTPSOptions(options);
      const headers = Object.fromEntries(
        Object.entries(options.headers ?? {}).map(([name, value]) => [
          name.toLowerCase(),
          String(value),
        ]),
      );
      if (options.auth) {
        headers.authorization = `Basic ${Buffer.from(options.auth).toString(
          'base64',
        )}`;
      }
      return {
        headers,
        tls: {
          ca: options.ca?.toString(),
          cert: options.cert?.toString(),
          key: options.key?.toString(),
          servername: options.servername,
          rejectUnauthorized: options.rejectUnauthorized ?? true,
        },
        proxyUrl: cluster.proxyUrl,
      };
    },
  };
}

/** A parser shows the lines around its error, and those of a kubeconfig hold tokens and keys. */
function reasonOf(error: unknown): string {
  const { name, mark } = error as { name?: string; mark?: { line?: number } };
  return name === 'YAMLException'
    ? `it is not valid YAML at line ${(mark?.line ?? 0) + 1}`
    : String(error).split('\n')[0];
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
