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

import { InputSchema } from './zod';

/** Input of `mosk:helmbundle:create`: that of the builder, the cloud, and where to write. */
export const helmBundleInput: InputSchema = z => {
  // Anew for each field: a shared one becomes a $ref, which the scaffolder's validator cannot follow.
  const text = () => z.string().optional();
  const release = z.object({
    name: z.string().describe('Name of the Helm release'),
    namespace: z.string().describe('Namespace that it is installed in'),
    chart: text().describe('<repository>/<name>, or <name>'),
    version: text().describe('Version of the chart'),
    chartUrl: text().describe(
      "URL of a chart's archive, in place of chart and version",
    ),
    values: z
      .union([z.record(z.any()), z.string()])
      .optional()
      .describe(
        'Values of the chart, as an object or YAML text; secrets go into secretSpec',
      ),
    requires: z
      .array(z.string())
      .optional()
      .describe('Releases of the bundle that have to be ready first'),
    labels: z.record(z.string()).optional(),
  });
  const repository = z.object({
    name: z.string(),
    url: z.string(),
    authSecret: text().describe('Name of the Secret with the login'),
  });
  return z.object({
    cloud: z.string().describe('Name of the cloud'),
    name: z.string().describe('Name of the HelmBundle'),
    namespace: z.string().describe('Namespace of the HelmBundle'),
    releases: z.array(release).describe('All of them: it is sent whole'),
    repositories: z
      .array(repository)
      .optional()
      .describe('Chart repositories that the bundle brings along'),
    operatorRelease: text().describe(
      'Release of the operator that alone may handle it',
    ),
    secretSpec: text().describe(
      'Name of the template secret with YAML text (releases: [{name, values}]) to lay over the releases of these names',
    ),
    acknowledgeOverwrite: z
      .boolean()
      .optional()
      .describe(
        'Change a bundle that the portal did not make, knowing that it will be overwritten',
      ),
    manifestPath: text().describe(
      'Where in the workspace to write; <name>.yaml when left out',
    ),
  });
};
