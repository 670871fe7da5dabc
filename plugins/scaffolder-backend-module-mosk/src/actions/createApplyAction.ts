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
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  findKindDefinition,
  manifestBuilders,
  mergeObjects,
  RawObject,
} from '@mosk-portal/plugin-mosk-common';
import { appliedEntityRef } from '../apply/appliedEntityRef';
import { applyManifest } from '../apply/applyManifest';
import { audited } from '../apply/audited';
import { readManifestInput } from '../apply/readManifestInput';
import { requireMayApply } from '../apply/requireMayApply';
import { rolloutLine, rolloutLink } from '../apply/rolloutLink';
import { secretSpecOf } from '../apply/secretSpecOf';
import { examples } from './createApplyAction.examples';
import { MoskActionOptions } from './types';

/**
 * Applies a manifest by server-side apply and returns at once; the rollout goes on without it. A dry run of the template
 * asks the API server for a dry run, which checks everything and writes nothing.
 * @public
 */
export function createApplyAction({
  clouds,
  permissions,
  auditor,
  portalUrl,
}: MoskActionOptions) {
  return createTemplateAction({
    id: 'mosk:apply',
    description:
      'Applies a MOSK resource by server-side apply, after a server-side dry run. An unchanged spec sends nothing',
    examples,
    supportsDryRun: true,
    schema: {
      input: z =>
        z.object({
          cloud: z.string().describe('Name of the cloud'),
          manifestPath: z
            .string()
            .optional()
            .describe('Manifest in the workspace'),
          manifest: z
            .union([z.record(z.any()), z.string()])
            .optional()
            .describe(
              'Manifest as an object or YAML text; used when there is no file',
            ),
          editedPaths: z
            .array(z.string())
            .optional()
            .describe('Makes this an edit: only these fields are sent'),
          expectedSpecVersion: z
            .string()
            .optional()
            .describe(
              'Refuse when the spec of the live object changed since: its `<uid>/<generation>`',
            ),
          previewHash: z
            .string()
            .optional()
            .describe('Refuse to send anything else than was previewed'),
          secretSpec: z
            .string()
            .optional()
            .describe(
              'Name of the template secret with YAML text to merge over spec',
            ),
          force: z
            .boolean()
            .optional()
            .describe('Take over fields that other managers own'),
          acknowledgeOverwrite: z
            .boolean()
            .optional()
            .describe(
              'Change a HelmBundle although somebody else rules it and will write over the change',
            ),
          dryRun: z.boolean().optional().describe('Try it, and write nothing'),
        }),
      output: {
        operation: z => z.enum(['created', 'changed', 'unchanged']),
        cloud: z => z.string(),
        kind: z => z.string(),
        namespace: z => z.string(),
        name: z => z.string(),
        uid: z => z.string().optional(),
        generation: z => z.number().optional(),
        manifest: z => z.string().describe('Redacted YAML of what was sent'),
        rolloutLink: z => z.string().describe('Page of the rollout'),
        entityRef: z =>
          z.string().describe('Catalog entity of what was applied'),
      },
    },
    async handler(ctx) {
      const { input } = ctx;
      const plain = await readManifestInput(ctx.workspacePath, input);
      const kind = plain.kind ?? '';
      const { name, namespace = '' } = plain.metadata;
      const dryRun = Boolean(ctx.isDryRun || input.dryRun);
      const write = async () => {
        const cloud = clouds.get(input.cloud);
        if (!findKindDefinition(kind)?.writable) {
          throw new InputError(
            `The portal does not apply objects of kind ${kind}.`,
          );
        }
        await requireMayApply({
          permissions,
          credentials: await ctx.getInitiatorCredentials(),
          cloud,
          kind,
        });
        const secret = secretSpecOf(ctx.secrets, input.secretSpec);
        const merge = manifestBuilders[kind]?.mergeSecretSpec ?? mergeObjects;
        const manifest: RawObject = secret
          ? { ...plain, spec: merge(plain.spec ?? {}, secret) }
          : plain;
        return applyManifest({
          cloud,
          previewHash: input.previewHash,
          dryRun,
          request: {
            manifest,
            editedPaths: input.editedPaths,
            expectedSpecVersion: input.expectedSpecVersion,
            force: input.force,
            acknowledgeOverwrite: input.acknowledgeOverwrite,
            requester: {
              user: ctx.user?.ref,
              task: ctx.task.id,
              template: ctx.templateInfo?.entityRef,
            },
          },
        });
      };
      const act = async () => {
        const { operation, uid, generation, sentYaml, warnings } =
          await audited(
            auditor,
            {
              eventId: 'mosk-apply',
              severityLevel: dryRun ? 'low' : 'high',
              meta: {
                cloud: input.cloud,
                kind,
                namespace,
                name,
                dryRun,
                force: Boolean(input.force),
                task: ctx.task.id,
                ...(ctx.user?.ref ? { user: ctx.user.ref } : {}),
              },
            },
            write,
            result => ({ operation: result.operation }),
          );
        return {
          operation,
          sentYaml,
          warnings,
          ...(uid === undefined ? {} : { uid }),
          ...(generation === undefined ? {} : { generation }),
        };
      };
      // A dry run is done again on Retry: what it found may have changed.
      const result = dryRun
        ? await act()
        : await ctx.checkpoint({
            key: `mosk.apply.${input.cloud}.${kind}.${namespace}.${name}`,
            fn: act,
          });

      for (const warning of result.warnings) {
        ctx.logger.warn(warning);
      }
      ctx.logger.info(
        result.operation === 'unchanged'
          ? `${kind} ${namespace}/${name} says this already; nothing was sent`
          : `${kind} ${namespace}/${name} ${dryRun ? 'would be ' : ''}${
              result.operation
            }`,
      );
      const link = rolloutLink({ cloud: input.cloud, kind, ...result });
      if (!dryRun && result.operation !== 'unchanged') {
        ctx.logger.info(rolloutLine(portalUrl, link));
      }
      ctx.output('operation', result.operation);
      ctx.output('cloud', input.cloud);
      ctx.output('kind', kind);
      ctx.output('namespace', namespace);
      ctx.output('name', name);
      ctx.output('uid', result.uid);
      ctx.output('generation', result.generation);
      ctx.output('manifest', result.sentYaml);
      ctx.output('rolloutLink', link);
      ctx.output(
        'entityRef',
        appliedEntityRef(clouds.get(input.cloud), { kind, namespace, name }),
      );
    },
  });
}
