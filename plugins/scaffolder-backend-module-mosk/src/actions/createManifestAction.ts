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
import {
  createTemplateAction,
  TemplateExample,
} from '@backstage/plugin-scaffolder-node';
import { JsonObject } from '@backstage/types';
import {
  manifestBuilderFor,
  redactedYaml,
} from '@mosk-portal/plugin-mosk-common';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { stringify } from 'yaml';
import { problemLines } from '../apply/problemLines';
import { requireMayApply } from '../apply/requireMayApply';
import { secretSpecOf } from '../apply/secretSpecOf';
import { MoskActionOptions } from './types';
import { InputSchema } from './zod';

/** What differs between the actions that make a manifest. */
export interface ManifestActionOptions {
  id: string;
  /** Kind that it makes; its builder is the one in mosk-common. */
  kind: string;
  description: string;
  examples: TemplateExample[];
  input: InputSchema;
}

/** The input that every such action has beside that of its builder. */
interface ManifestActionInput extends JsonObject {
  cloud: string;
  manifestPath?: string;
  secretSpec?: string;
}

/**
 * An action that builds and checks the manifest of a custom resource and writes it to the workspace. It reads the live
 * object and changes nothing in the cloud, so a dry run does the same as a run.
 */
export function createManifestAction(
  {
    id,
    kind: asked,
    description,
    examples,
    input: inputSchema,
  }: ManifestActionOptions,
  { clouds, permissions }: MoskActionOptions,
) {
  return createTemplateAction({
    id,
    description,
    examples,
    supportsDryRun: true,
    schema: {
      input: inputSchema,
      output: {
        cloud: z => z.string().describe('Name of the cloud'),
        kind: z => z.string(),
        namespace: z => z.string(),
        name: z => z.string(),
        manifestPath: z =>
          z.string().describe('Manifest in the workspace, without secrets'),
        manifest: z => z.string().describe('Redacted YAML of the manifest'),
        editedPaths: z =>
          z
            .array(z.string())
            .optional()
            .describe('Set for an edit: the fields to send'),
      },
    },
    async handler(ctx) {
      const {
        cloud: cloudName,
        manifestPath,
        secretSpec,
        ...input
      } = ctx.input as ManifestActionInput;
      const cloud = clouds.get(cloudName);
      const builder = manifestBuilderFor(asked, cloud.snapshot())!;
      const { kind } = builder.identity;
      await requireMayApply({
        permissions,
        credentials: await ctx.getInitiatorCredentials(),
        cloud,
        kind,
      });
      const open = builder.build(input as JsonObject);
      const secret = secretSpecOf(ctx.secrets, secretSpec);
      const whole = secret
        ? builder.build({ ...(input as JsonObject), secretSpec: secret })
        : open;
      const { namespace = '', name } = open.manifest.metadata;
      const live = await cloud.readManifest(builder.identity, namespace, name);
      const problems = builder.check(whole, {
        live,
        snapshot: cloud.snapshot(),
      });
      const errors = problems.filter(({ severity }) => severity === 'error');
      for (const line of problemLines(problems)) {
        ctx.logger.warn(line);
      }
      if (errors.length) {
        throw new InputError(
          [
            `The ${kind} ${name} cannot be applied as it is:`,
            ...problemLines(errors),
          ].join('\n'),
        );
      }
      const path = manifestPath ?? `${name}.yaml`;
      const file = resolveSafeChildPath(ctx.workspacePath, path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, stringify(open.manifest), 'utf8');
      ctx.logger.info(
        `Wrote the manifest of ${kind} ${namespace}/${name} to ${path}`,
      );

      ctx.output('cloud', cloud.name);
      ctx.output('kind', kind);
      ctx.output('namespace', namespace);
      ctx.output('name', name);
      ctx.output('manifestPath', path);
      ctx.output('manifest', redactedYaml(open.manifest));
      ctx.output('editedPaths', whole.editedPaths);
    },
  });
}
