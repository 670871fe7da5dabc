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
import { LoggerService } from '@backstage/backend-plugin-api';
import { Config, readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';
import { redactText } from '@mosk-portal/plugin-mosk-common';
import { StackLightAuth, StackLightConfig } from './types';

/** What stands in the configuration of each cloud, by its name; with an error where it cannot be used. */
export type StackLightConfigs = ReadonlyMap<
  string,
  StackLightConfig | { error: string }
>;

const defaultTimeout = 10_000;

/** Reads `mosk.clusters[].stackLight`. What is wrong leaves its own cloud without StackLight, and nothing else. */
export async function readStackLightConfigs(
  root: Config,
  logger: LoggerService,
): Promise<StackLightConfigs> {
  const found = new Map<string, StackLightConfig | { error: string }>();
  for (const [index, entry] of entriesOf(root).entries()) {
    const name = readable(() => entry.getOptionalString('name'));
    if (name && entry.has('stackLight')) {
      const path = `mosk.clusters[${index}].stackLight`;
      try {
        found.set(name, await readStackLight(entry, path));
      } catch (caught) {
        const error = redactText(
          caught instanceof Error ? caught.message : String(caught),
        );
        logger.error(
          `StackLight of the cloud ${name} cannot be asked as it is configured: ${error}`,
        );
        found.set(name, { error });
      }
    }
  }
  return found;
}

async function readStackLight(
  entry: Config,
  path: string,
): Promise<StackLightConfig> {
  const section = entry.getConfig('stackLight');
  const url = (key: string) =>
    section.has(key)
      ? readUrl(section.getConfig(key).getString('url'), `${path}.${key}.url`)
      : undefined;
  const timeout = section.has('timeout')
    ? durationToMilliseconds(
        readDurationFromConfig(section, { key: 'timeout' }),
      )
    : defaultTimeout;
  if (!(timeout > 0)) {
    throw wrong(`${path}.timeout`, 'it must be longer than nothing');
  }
  return {
    prometheus: url('prometheus'),
    alertmanager: url('alertmanager'),
    openSearch: url('openSearch'),
    openSearchDashboards: url('openSearchDashboards'),
    grafana: url('grafana'),
    auth: readAuth(section, `${path}.auth`),
    ca: await readCa(section.getOptionalString('caFile'), `${path}.caFile`),
    timeout,
  };
}

function readAuth(section: Config, path: string): StackLightAuth {
  const auth = section.getOptionalConfig('auth');
  const type = auth?.getString('type') ?? 'none';
  if (!auth || type === 'none') {
    return { type: 'none' };
  }
  if (type === 'bearer') {
    const token = auth.getOptionalString('token')?.trim();
    const tokenFile = auth.getOptionalString('tokenFile');
    if (token && tokenFile) {
      throw wrong(`${path}.tokenFile`, 'give a token or a tokenFile, not both');
    }
    if (token && /\s/.test(token)) {
      throw wrong(`${path}.token`, 'a token has no white space');
    }
    if (tokenFile) {
      return { type, tokenFile };
    }
    if (token) {
      return { type, token };
    }
    throw wrong(`${path}.token`, 'type "bearer" needs a token or a tokenFile');
  }
  if (type === 'oidc') {
    return {
      type,
      tokenUrl: readUrl(auth.getString('tokenUrl'), `${path}.tokenUrl`),
      clientId: auth.getString('clientId'),
      clientSecret: auth.getString('clientSecret'),
      scope: auth.getOptionalString('scope') ?? 'openid',
    };
  }
  throw wrong(
    `${path}.type`,
    `"${type}" is none of "none", "bearer" and "oidc"`,
  );
}

function readUrl(text: string, path: string): string {
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    throw wrong(path, 'it is no URL');
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw wrong(path, 'it must begin with http:// or https://');
  }
  if (url.username || url.password) {
    throw wrong(path, 'credentials belong into auth, not into the address');
  }
  if (url.search || url.hash) {
    throw wrong(path, 'it must have neither a query nor a fragment');
  }
  return url.href.replace(/\/+$/, '');
}

async function readCa(
  file: string | undefined,
  path: string,
): Promise<string | undefined> {
  if (file === undefined) {
    return undefined;
  }
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw wrong(path, `the file cannot be read: ${error}`);
  }
}

function wrong(path: string, message: string): InputError {
  return new InputError(`Invalid configuration at "${path}": ${message}`);
}

/** A list that cannot be read is reported where the clouds are read. */
function entriesOf(root: Config): Config[] {
  return readable(() => root.getOptionalConfigArray('mosk.clusters')) ?? [];
}

function readable<T>(read: () => T | undefined): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
