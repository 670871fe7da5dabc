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

import { Config } from '@backstage/config';
import { readFileSync } from 'node:fs';
import { configurationError } from './configurationError';
import { readable } from './misconfigured';
import { Credentials } from './types';

/** A cluster of the `kubernetes` section. */
export interface KubernetesCluster {
  name: string;
  title?: string;
  url: string;
  tls: Credentials['tls'];
  serviceAccountToken?: string;
  path: string;
}

/** What is usable of the `kubernetes` section, and what is wrong with the rest of it. */
export interface KubernetesSection {
  clusters: KubernetesCluster[];
  /** Clusters that cannot be used, by name. */
  wrong: Map<string, Error>;
  /** What cannot be said of a cluster by its name. */
  problems: Error[];
  /** Types of locator methods that only the kubernetes plugin can follow. */
  otherMethods: string[];
}

/** Reads what the kubernetes plugin is configured with: the locator methods of type `config`. Never throws. */
export function readKubernetesClusters(root: Config): KubernetesSection {
  const section: KubernetesSection = {
    clusters: [],
    wrong: new Map(),
    problems: [],
    otherMethods: [],
  };
  const list = (read: () => Config[] | undefined): Config[] => {
    try {
      return read() ?? [];
    } catch (error) {
      section.problems.push(error as Error);
      return [];
    }
  };
  const methods = list(() =>
    root.getOptionalConfigArray('kubernetes.clusterLocatorMethods'),
  );
  methods.forEach((method, index) => {
    const type = readable(() => method.getOptionalString('type'));
    if (type !== 'config') {
      section.otherMethods.push(type ?? 'unknown');
      return;
    }
    const path = `kubernetes.clusterLocatorMethods[${index}].clusters`;
    list(() => method.getOptionalConfigArray('clusters')).forEach((item, at) =>
      takeCluster(section, item, `${path}[${at}]`),
    );
  });
  return section;
}

function takeCluster(section: KubernetesSection, item: Config, path: string) {
  const { clusters, wrong, problems } = section;
  let name: string;
  try {
    name = item.getString('name');
  } catch (error) {
    problems.push(error as Error);
    return;
  }
  const twin = clusters.findIndex(cluster => cluster.name === name);
  if (twin !== -1 || wrong.has(name)) {
    clusters.splice(twin === -1 ? clusters.length : twin, 1);
    wrong.set(
      name,
      configurationError(
        `${path}.name`,
        `there are two clusters named "${name}"`,
      ),
    );
    return;
  }
  try {
    clusters.push(readCluster(item, path));
  } catch (error) {
    wrong.set(name, error as Error);
  }
}

function readCluster(config: Config, path: string): KubernetesCluster {
  const url = config.getString('url');
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
    throw configurationError(
      `${path}.url`,
      `"${url}" is not the http(s) address of an API server`,
    );
  }
  return {
    name: config.getString('name'),
    title: config.getOptionalString('title'),
    url: url.replace(/\/+$/, ''),
    tls: {
      ca: readCertificate(config, path),
      rejectUnauthorized: !config.getOptionalBoolean('skipTLSVerify'),
    },
    serviceAccountToken: config.getOptionalString('serviceAccountToken'),
    path,
  };
}

function readCertificate(config: Config, path: string): string | undefined {
  const data = config.getOptionalString('caData');
  if (data !== undefined) {
    const certificate = Buffer.from(data, 'base64').toString('utf8');
    if (!certificate.includes('-----BEGIN CERTIFICATE-----')) {
      throw configurationError(
        `${path}.caData`,
        'it is not a PEM certificate encoded in base64',
      );
    }
    return certificate;
  }
  const file = config.getOptionalString('caFile');
  return file === undefined ? undefined : readText(file, `${path}.caFile`);
}

function readText(file: string, path: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw configurationError(path, `the file cannot be read: ${error}`);
  }
}
