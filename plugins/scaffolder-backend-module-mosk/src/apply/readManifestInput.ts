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

import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { JsonObject } from '@backstage/types';
import {
  findMasks,
  isObject,
  RawObject,
} from '@mosk-portal/plugin-mosk-common';
import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';

async function readText(
  workspacePath: string,
  manifestPath: string,
): Promise<string | undefined> {
  try {
    return await readFile(
      resolveSafeChildPath(workspacePath, manifestPath),
      'utf8',
    );
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
      return undefined;
    }
    throw error;
  }
}

function asManifest(value: unknown): RawObject {
  if (
    !isObject(value as JsonObject) ||
    typeof (value as RawObject).kind !== 'string' ||
    typeof (value as RawObject).metadata?.name !== 'string'
  ) {
    throw new InputError(
      'The manifest has no kind or no metadata.name: give one Kubernetes object.',
    );
  }
  return value as RawObject;
}

function parseManifest(text: string): RawObject {
  let value: unknown;
  try {
    value = parse(text);
  } catch {
    throw new InputError('The manifest is not valid YAML.');
  }
  return asManifest(value);
}

/**
 * The manifest that an action was given. The file in the workspace counts; it does not outlive a restart of the backend,
 * and then the manifest in the input takes its place, unless it lacks what is hidden.
 */
export async function readManifestInput(
  workspacePath: string,
  input: { manifestPath?: string; manifest?: string | JsonObject },
): Promise<RawObject> {
  const { manifestPath, manifest } = input;
  const text = manifestPath && (await readText(workspacePath, manifestPath));
  if (text) {
    return parseManifest(text);
  }
  if (manifest === undefined) {
    throw new InputError(
      manifestPath
        ? `There is no file ${manifestPath} in the workspace, and no manifest in its place: start the template again.`
        : "Give 'manifestPath' or 'manifest'.",
    );
  }
  const given =
    typeof manifest === 'string'
      ? parseManifest(manifest)
      : asManifest(manifest);
  const masks = findMasks(given);
  if (masks.length) {
    throw new InputError(
      `The manifest is redacted at ${masks.join(
        ', ',
      )} and cannot be applied: start the template again.`,
    );
  }
  return given;
}
