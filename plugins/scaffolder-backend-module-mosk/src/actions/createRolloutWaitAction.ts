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

import { ConflictError, InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { durationToMilliseconds } from '@backstage/types';
import { findKindDefinition } from '@mosk-portal/plugin-mosk-common';
import { requireMayRead } from '../apply/requireMayRead';
import { rolloutLine, rolloutLink } from '../apply/rolloutLink';
import { beginWait } from '../rollout/beginWait';
import { expiryOf } from '../rollout/expiryOf';
import { ProgressLog } from '../rollout/ProgressLog';
import { WaitEnd, waitForRollout } from '../rollout/waitForRollout';
import { examples } from './createRolloutWaitAction.examples';
import { MoskActionOptions } from './types';

const defaultTimeout = { hours: 3 };

function errorOf(end: WaitEnd, what: string): Error | undefined {
  switch (end.state) {
    case 'failed':
      return new Error(
        `The rollout of ${what} failed: ${end.message} The page Rollouts shows where. Mend the cause, then use Retry to wait for it again, or apply a spec that mends it.`,
      );
    case 'overtaken':
      return new ConflictError(
        `The rollout of ${what} was overtaken: its spec changed again, to generation ${end.generation}. Look for the newer rollout on the page Rollouts.`,
      );
    case 'deleted':
      return new ConflictError(
        `${what} was deleted before its rollout was done.`,
      );
    case 'timeout':
      return new Error(
        `The rollout of ${what} was not done in time. It goes on and is tracked on the page Rollouts; use Retry to wait for it again.`,
      );
    case 'aborted':
      return new Error(
        `Waiting for ${what} was cancelled. The rollout goes on.`,
      );
    default:
      return undefined;
  }
}

function expiredError(what: string): Error {
  return new Error(
    `The sign-in that started this task has expired, and the task ends with it. The rollout of ${what} goes on and is tracked on the page Rollouts; use Retry to wait for it again.`,
  );
}

/**
 * Waits for a rollout. It asks for permission once, at its start, and uses no credentials after that. When the backend
 * restarts, the task takes the wait up again until the same moment; a Retry waits anew. It ends when the sign-in of the
 * person who started it does: the scaffolder could not take the task up again after that.
 * @public
 */
export function createRolloutWaitAction({
  clouds,
  permissions,
  delays,
  portalUrl,
}: MoskActionOptions) {
  return createTemplateAction({
    id: 'mosk:rollout:wait',
    description:
      'Waits until the change of a MOSK resource is rolled out, with progress in the log',
    examples,
    supportsDryRun: true,
    schema: {
      input: z =>
        z.object({
          cloud: z.string().describe('Name of the cloud'),
          kind: z.string(),
          namespace: z.string().optional(),
          name: z.string(),
          uid: z.string().optional().describe('From mosk:apply'),
          generation: z.number().optional().describe('From mosk:apply'),
          operation: z
            .enum(['created', 'changed', 'unchanged'])
            .optional()
            .describe('From mosk:apply; unchanged ends at once'),
          timeout: z
            .object({
              hours: z.number().optional(),
              minutes: z.number().optional(),
              seconds: z.number().optional(),
            })
            .optional()
            .describe('How long to wait; 3 hours when left out'),
        }),
      output: {
        state: z => z.enum(['done', 'drafted', 'unchanged', 'not-waited']),
      },
    },
    async handler(ctx) {
      const { input, logger } = ctx;
      const { kind, namespace = '', name, uid, generation } = input;
      const what = `${kind} ${namespace}/${name}`;
      const cloud = clouds.get(input.cloud);
      if (!findKindDefinition(kind)?.rollout) {
        throw new InputError(`Rollouts of ${kind} are not tracked.`);
      }
      if (input.operation === 'unchanged') {
        logger.info(`${what} was not changed, so there is nothing to wait for`);
        ctx.output('state', 'unchanged');
        return;
      }
      if (ctx.isDryRun) {
        logger.info(`A dry run does not wait for ${what}`);
        ctx.output('state', 'not-waited');
        return;
      }
      if (!uid || generation === undefined) {
        throw new InputError(
          "Inputs 'uid' and 'generation' are missing: take them from the outputs of mosk:apply.",
        );
      }
      const timeout = durationToMilliseconds(input.timeout ?? defaultTimeout);
      const credentials = await ctx.getInitiatorCredentials();
      const expiresAt = expiryOf(credentials);
      const wait = await beginWait({
        checkpoint: options => ctx.checkpoint(options),
        key: `mosk.rollout.wait.${cloud.name}.${uid}.${generation}`,
        timeout,
        expiresAt,
        allow: () =>
          requireMayRead({ permissions, credentials, cloud: cloud.name, kind }),
      });
      const expiresFirst = expiresAt !== undefined && expiresAt < wait.until;
      const until = expiresFirst ? expiresAt : wait.until;
      logger.info(
        rolloutLine(
          portalUrl,
          rolloutLink({
            cloud: cloud.name,
            kind,
            uid,
            generation,
            operation: input.operation ?? 'changed',
          }),
        ),
      );
      logger.info(
        `Waits until ${until.toISOString()} at most${
          expiresFirst
            ? ', when the sign-in that started this task expires; Retry waits on after that'
            : ''
        }`,
      );
      const log = ProgressLog.create(logger);
      const end = await waitForRollout({
        cloud,
        kind,
        namespace,
        name,
        uid,
        generation,
        until,
        delays,
        signal: ctx.signal,
        onProgress: observation => log.write(observation),
        onConnection: trouble => log.writeConnection(cloud.name, trouble),
      });
      const error =
        end.state === 'timeout' && expiresFirst
          ? expiredError(what)
          : errorOf(end, what);
      if (error) {
        await wait.end(end.state);
        throw error;
      }
      logger.info(
        end.state === 'drafted'
          ? `${what} is a draft: the operator does nothing until draft is false`
          : `${what} is rolled out`,
      );
      ctx.output('state', end.state === 'drafted' ? 'drafted' : 'done');
    },
  });
}
