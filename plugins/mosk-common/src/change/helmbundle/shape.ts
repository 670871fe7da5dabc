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

import { anything, fields, flag, listOf, mapOf, text } from '../shape';

const release = fields(
  {
    name: text,
    namespace: text,
    chart: text,
    version: text,
    chartURL: text,
    values: mapOf(anything),
    labels: mapOf(text),
    requires: listOf(text),
    helmV3: flag,
  },
  ['name', 'namespace'],
);

const repository = fields({ name: text, url: text, authSecret: anything }, [
  'name',
  'url',
]);

/** What the spec of a HelmBundle may hold. */
export const helmBundleShape = fields(
  {
    releases: listOf(release),
    repositories: listOf(repository),
    release: text,
  },
  ['releases'],
);
