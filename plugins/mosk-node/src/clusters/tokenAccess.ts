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
import { KubernetesError } from './KubernetesError';
import { ClusterAccess, Credentials } from './types';

/** Where a token comes from; a file is read anew for every request, as tokens in files are renewed. */
export type TokenSource = { token: string } | { file: string };

/** Access to a cluster with a bearer token. */
export function tokenAccess(
  cluster: { url: string; tls: Credentials['tls'] },
  source: TokenSource,
): ClusterAccess {
  return {
    url: cluster.url,
    credentials: async () => ({
      headers: { authorization: `Bearer ${await readToken(source)}` },
      tls: cluster.tls,
    }),
  };
}

async function readToken(source: TokenSource): Promise<string> {
  if ('token' in source) {
    return source.token;
  }
  try {
    return (await readFile(source.file, 'utf8')).trim();
  } catch (error) {
    throw new KubernetesError({
      reason: 'unauthorized',
      message: `The token file cannot be read: ${error}`,
    });
  }
}
