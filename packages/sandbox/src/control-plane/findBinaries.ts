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

import { Binaries, binariesIn, cacheDirectory, haveBinaries } from './binaries';
import { buildBinaries } from './buildBinaries';
import { downloadBinaries } from './downloadBinaries';
import { kubernetesVersion } from './versions';
import { Log } from '../log';

/** One way to come by the binaries: what it gets stands in the directory afterwards. */
export type Source = (directory: string, log: Log) => Promise<void>;

export interface FindOptions {
  environment?: NodeJS.ProcessEnv;
  log: Log;
  /** Tried in this order when neither KUBEBUILDER_ASSETS nor the cache has them. */
  sources?: Record<string, Source>;
}

const defaultSources = {
  'the envtest release': downloadBinaries,
  'a build from Go modules': buildBinaries,
};

/** KUBEBUILDER_ASSETS, then our cache, then what fills the cache: a download, a build. */
export async function findBinaries(options: FindOptions): Promise<Binaries> {
  const { environment = process.env, log, sources = defaultSources } = options;
  const assets = environment.KUBEBUILDER_ASSETS;
  if (assets) {
    if (await haveBinaries(assets)) {
      return binariesIn(assets);
    }
    throw new Error(
      `KUBEBUILDER_ASSETS is ${assets}, where kube-apiserver and etcd are not (or may not be run). Correct it or unset it.`,
    );
  }

  const cache = cacheDirectory(environment);
  if (await haveBinaries(cache)) {
    return binariesIn(cache);
  }

  const failures: string[] = [];
  for (const [name, source] of Object.entries(sources)) {
    try {
      await source(cache, log);
      return binariesIn(cache);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      log(`Not from ${name}: ${reason}`);
      failures.push(`- ${name}: ${reason}`);
    }
  }
  throw new Error(
    [
      `There is no kube-apiserver and etcd of Kubernetes ${kubernetesVersion} on this machine:`,
      ...failures,
      'Any of these helps: set KUBEBUILDER_ASSETS to a directory that holds both;',
      `put both into ${cache};`,
      'allow downloads from github.com and raw.githubusercontent.com;',
      'or install Go 1.24 or later, with access to a Go module proxy.',
    ].join('\n'),
  );
}
