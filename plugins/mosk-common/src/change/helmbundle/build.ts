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

import { InputError } from '@backstage/errors';
import { JsonObject, JsonValue } from '@backstage/types';
import { parse } from 'yaml';
import { resourceIdentities } from '../../kinds/identities';
import { RawObject } from '../../kinds/types';
import { withoutEmpty } from '../merge';
import { readSpec } from '../openstack/build';
import { isObject } from '../path';
import {
  HelmBundleInput,
  HelmReleaseInput,
  HelmRepositoryInput,
} from './input';
import { mergeReleases } from './mergeReleases';

/** Values may be YAML text. Errors never quote it: it may be secret. */
function readValues(
  values: HelmReleaseInput['values'],
  index: number,
): JsonValue | undefined {
  if (typeof values !== 'string') {
    return values;
  }
  try {
    // Something else than an object is told by the check, with all that is wrong besides.
    return (parse(values) ?? undefined) as JsonValue | undefined;
  } catch {
    throw new InputError(
      `Input 'releases[${index}].values' is not valid YAML; check its indentation and quotes.`,
    );
  }
}

function buildRelease(release: HelmReleaseInput, index: number): JsonObject {
  const { requires, labels, chartUrl, chart, version, name, namespace } =
    release;
  const values = readValues(release.values, index);
  const fields: Record<string, JsonValue | undefined> = {
    name,
    namespace,
    // A form sends empty texts and lists for what nobody filled in.
    chart: chart || undefined,
    version: version || undefined,
    chartURL: chartUrl || undefined,
    requires: requires?.length ? requires : undefined,
    labels: labels && Object.keys(labels).length ? labels : undefined,
    values:
      isObject(values) && !Object.keys(values).length ? undefined : values,
  };
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  ) as JsonObject;
}

function buildRepository({
  name,
  url,
  authSecret,
}: HelmRepositoryInput): JsonObject {
  return withoutEmpty({ name, url, authSecret: authSecret || undefined });
}

/**
 * The manifest of a HelmBundle. Form, preview and action all use it.
 * @public
 */
export function buildHelmBundle(input: HelmBundleInput): RawObject {
  for (const field of ['name', 'namespace'] as const) {
    if (typeof input[field] !== 'string' || !input[field]) {
      throw new InputError(
        `Input '${field}' is missing: it says where the HelmBundle is.`,
      );
    }
  }
  const { releases = [], repositories = [], operatorRelease } = input;
  if (!Array.isArray(releases) || !releases.every(isObject)) {
    throw new InputError("Input 'releases' must be a list of releases.");
  }
  if (!Array.isArray(repositories) || !repositories.every(isObject)) {
    throw new InputError(
      "Input 'repositories' must be a list of repositories.",
    );
  }
  const { group, version, kind } = resourceIdentities.HelmBundle;
  const spec: JsonObject = {
    releases: releases.map(buildRelease),
    ...(repositories.length
      ? { repositories: repositories.map(buildRepository) }
      : {}),
    ...(operatorRelease ? { release: operatorRelease } : {}),
  };
  return {
    apiVersion: `${group}/${version}`,
    kind,
    metadata: { name: input.name, namespace: input.namespace },
    spec: mergeReleases(spec, readSpec('secretSpec', input.secretSpec)),
  };
}
