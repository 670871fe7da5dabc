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

import { access, constants } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { kubernetesVersion } from './versions';

/** Where the two programs of a control plane are. */
export interface Binaries {
  etcd: string;
  kubeApiserver: string;
}

export function binariesIn(directory: string): Binaries {
  return {
    etcd: join(directory, 'etcd'),
    kubeApiserver: join(directory, 'kube-apiserver'),
  };
}

/** Both are there and may be run. */
export async function haveBinaries(directory: string): Promise<boolean> {
  const { etcd, kubeApiserver } = binariesIn(directory);
  try {
    await access(etcd, constants.X_OK);
    await access(kubeApiserver, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** What the sandbox keeps on a machine. */
export function cacheRoot(environment: NodeJS.ProcessEnv): string {
  return (
    environment.MOSK_PORTAL_CACHE ??
    join(environment.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'mosk-portal')
  );
}

/** Our own cache, one directory a version. */
export function cacheDirectory(environment: NodeJS.ProcessEnv): string {
  return join(cacheRoot(environment), 'control-plane', kubernetesVersion);
}
