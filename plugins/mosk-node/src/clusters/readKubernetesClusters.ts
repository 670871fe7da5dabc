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

/** Reads what the kubernetes plugin is configured with: the locator methods of type `config`. */
export function readKubernetesClusters(root: Config): {
  clusters: KubernetesCluster[];
  /** Types of locator methods that only the kubernetes plugin can follow. */
  otherMethods: string[];
} {
  const methods =
    root.getOptionalConfigArray('kubernetes.clusterLocatorMethods') ?? [];
  const clusters: KubernetesCluster[] = [];
  const otherMethods: string[] = [];
  methods.forEach((method, index) => {
    const type = method.getString('type');
    if (type !== 'config') {
      otherMethods.push(type);
      return;
    }
    const path = `kubernetes.clusterLocatorMethods[${index}].clusters`;
    (method.getOptionalConfigArray('clusters') ?? []).forEach((item, at) =>
      clusters.push(readCluster(item, `${path}[${at}]`)),
    );
  });
  clusters.forEach((cluster, index) => {
    if (clusters.findIndex(other => other.name === cluster.name) !== index) {
      throw configurationError(
        `${cluster.path}.name`,
        `there are two clusters named "${cluster.name}"`,
      );
    }
  });
  return { clusters, otherMethods };
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
