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

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { KubernetesObject } from '../kubernetes';

/** All objects of one YAML file. */
export async function readManifests(file: string): Promise<KubernetesObject[]> {
  const documents = parseAllDocuments(await readFile(file, 'utf8'));
  return [...documents].map(document => document.toJS()).filter(Boolean);
}

/** All objects of the YAML files of a directory. */
export async function readManifestDirectory(
  directory: string,
): Promise<KubernetesObject[]> {
  const names = await readdir(directory);
  const files = names.filter(name => name.endsWith('.yaml')).sort();
  const objects = await Promise.all(
    files.map(name => readManifests(join(directory, name))),
  );
  return objects.flat();
}
