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

import { LoggerService } from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import { configurationError } from './configurationError';
import { kubeconfigAccess } from './kubeconfigAccess';
import { misconfigured, textOf } from './misconfigured';
import {
  KubernetesCluster,
  KubernetesSection,
  readKubernetesClusters,
} from './readKubernetesClusters';
import { TokenSource, tokenAccess } from './tokenAccess';
import { CloudConfig, CloudConfigs } from './types';

/**
 * Reads which clouds there are and how to reach them. With `mosk.clusters` these are the clouds; without it every
 * cluster of the kubernetes section is one, to be read only. What is wrong keeps nothing but its own cloud from working: it is logged as an error with the path
 * of the key, and the cloud stays known by its name.
 */
export async function readCloudConfigs(
  root: Config,
  logger: LoggerService,
): Promise<CloudConfigs> {
  const section = readKubernetesClusters(root);
  let entries: Config[] | undefined;
  try {
    entries = root.getOptionalConfigArray('mosk.clusters');
  } catch (error) {
    return reported(unreadable(section, error), logger);
  }
  return reported(
    entries
      ? await readEntries(entries, section, logger)
      : readSection(section, logger),
    logger,
  );
}

function reported(configs: CloudConfigs, logger: LoggerService): CloudConfigs {
  const errors = configs.clouds.map(cloud =>
    'error' in cloud ? cloud.error : undefined,
  );
  for (const error of new Set([...errors, configs.unnamed])) {
    if (error) {
      logger.error(`A MOSK cloud cannot be read as it is configured: ${error}`);
    }
  }
  return configs;
}

/** Without a list of clouds the names of the `kubernetes` section are the best guess. */
function unreadable(section: KubernetesSection, error: unknown): CloudConfigs {
  const names = [
    ...section.clusters.map(cluster => cluster.name),
    ...section.wrong.keys(),
  ];
  return {
    clouds: (names.length ? names : ['mosk-clusters']).map(name =>
      misconfigured(name, error),
    ),
    unnamed: textOf(error),
  };
}

function readSection(
  section: KubernetesSection,
  logger: LoggerService,
): CloudConfigs {
  const { clusters, wrong, problems } = section;
  return {
    clouds: [
      ...clusters.flatMap(cluster => sectionCloud(cluster, logger)),
      ...[...wrong].map(([name, error]) => misconfigured(name, error)),
      ...problems
        .slice(0, 1)
        .map(error => misconfigured('kubernetes-clusters', error)),
    ],
    unnamed: problems.length ? problems.map(textOf).join('; ') : undefined,
  };
}

async function readEntries(
  entries: Config[],
  section: KubernetesSection,
  logger: LoggerService,
): Promise<CloudConfigs> {
  const clouds = new Map<string, CloudConfigs['clouds'][number]>();
  let unnamed: string | undefined;
  for (const [index, entry] of entries.entries()) {
    const path = `mosk.clusters[${index}]`;
    let name: string;
    try {
      name = entry.getString('name');
    } catch (error) {
      unnamed = textOf(error);
      const standIn = `mosk-clusters-${index}`;
      clouds.set(standIn, misconfigured(standIn, error, entry));
      continue;
    }
    try {
      if (clouds.has(name)) {
        throw configurationError(
          `${path}.name`,
          `there are two clouds named "${name}"`,
        );
      }
      const cluster = findCluster({ entry, path, name, section });
      clouds.set(name, await readCloud({ entry, path, name, cluster, logger }));
    } catch (error) {
      clouds.set(name, misconfigured(name, error, entry));
    }
  }
  return { clouds: [...clouds.values()], unnamed };
}

function findCluster(options: {
  entry: Config;
  path: string;
  name: string;
  section: KubernetesSection;
}): KubernetesCluster | undefined {
  const { entry, path, name, section } = options;
  const { clusters, wrong, problems, otherMethods } = section;
  const cluster = clusters.find(item => item.name === name);
  if (cluster || entry.has('kubeconfig')) {
    return cluster;
  }
  const [cause] = [wrong.get(name) ?? problems].flat();
  if (cause) {
    throw cause;
  }
  throw configurationError(
    `${path}.name`,
    `"${name}" is not among the clusters of kubernetes.clusterLocatorMethods of type "config" (${
      clusters.map(item => item.name).join(', ') || 'none'
    }${
      otherMethods.length
        ? `; methods of type ${otherMethods.join(', ')} cannot be used`
        : ''
    }), and it has no kubeconfig of its own`,
  );
}

async function readCloud(options: {
  entry: Config;
  path: string;
  name: string;
  cluster?: KubernetesCluster;
  logger: LoggerService;
}): Promise<CloudConfig> {
  const { entry, path, name, cluster, logger } = options;
  const ways = ['token', 'tokenFile', 'kubeconfig'].filter(key =>
    entry.has(key),
  );
  if (ways.length > 1) {
    throw configurationError(
      `${path}.${ways[1]}`,
      `give one of ${ways.join(' and ')}`,
    );
  }
  const common = {
    name,
    title: entry.getOptionalString('title') ?? cluster?.title ?? name,
    owner: entry.getOptionalString('owner') ?? 'group:default/unknown',
    links: (entry.getOptionalConfigArray('links') ?? []).map(link => ({
      title: link.getString('title'),
      url: link.getString('url'),
      icon: link.getOptionalString('icon'),
    })),
  };
  const readOnly = entry.getOptionalBoolean('readOnly')
    ? { reason: `the configuration says so (${path}.readOnly)` }
    : undefined;

  if (entry.has('kubeconfig')) {
    const access = await kubeconfigAccess({
      file: entry.getString('kubeconfig.file'),
      context: entry.getOptionalString('kubeconfig.context'),
      path: `${path}.kubeconfig`,
    });
    return { ...common, readOnly, access };
  }
  const own = readTokenSource(entry, path);
  if (cluster && own) {
    return { ...common, readOnly, access: tokenAccess(cluster, own) };
  }
  if (!cluster?.serviceAccountToken) {
    throw configurationError(
      `${path}.token`,
      `the cloud "${name}" needs a token: give it a token, tokenFile or kubeconfig here, or a serviceAccountToken at ${cluster?.path} to read it only`,
    );
  }
  return {
    ...common,
    readOnly: readOnly ?? borrowedToken(name, logger),
    access: tokenAccess(cluster, { token: cluster.serviceAccountToken }),
  };
}

function readTokenSource(entry: Config, path: string): TokenSource | undefined {
  const file = entry.getOptionalString('tokenFile');
  if (file !== undefined) {
    return { file };
  }
  const token = entry.getOptionalString('token');
  if (token === undefined) {
    return undefined;
  }
  if (/\s/.test(token.trim())) {
    throw configurationError(`${path}.token`, 'a token has no white space');
  }
  return { token: token.trim() };
}

function sectionCloud(
  cluster: KubernetesCluster,
  logger: LoggerService,
): CloudConfig[] {
  const { name, serviceAccountToken: token } = cluster;
  if (!token) {
    logger.warn(
      `The cluster "${name}" is not shown as a MOSK cloud: it has neither a serviceAccountToken at ${cluster.path} nor an entry in mosk.clusters`,
    );
    return [];
  }
  return [
    {
      name,
      title: cluster.title ?? name,
      owner: 'group:default/unknown',
      links: [],
      readOnly: borrowedToken(name, logger),
      access: tokenAccess(cluster, { token }),
    },
  ];
}

function borrowedToken(name: string, logger: LoggerService) {
  const reason =
    'it has no token of its own in mosk.clusters; the token of the kubernetes section is lent to everyone who may use the proxy of the kubernetes plugin, so it must not be one that may write';
  logger.warn(`The cloud "${name}" is read-only: ${reason}`);
  return { reason };
}
