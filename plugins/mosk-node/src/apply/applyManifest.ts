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

import {
  CloudSnapshot,
  diffManifests,
  getIn,
  KindDefinition,
  MOSK_FIELD_MANAGER,
  RawObject,
  readOwnershipMarks,
  redactedYaml,
  specVersionOf,
} from '@mosk-portal/plugin-mosk-common';
import { JsonValue } from '@backstage/types';
import { isDeepStrictEqual } from 'node:util';
import { KubernetesConnection, requestJson, resourcePath } from '../clusters';
import { readLive } from '../reads/readLive';
import { ApplyRequest, ApplyResult } from '../types';
import { createApplyError, isApplyError } from './ApplyError';
import { applyFailure } from './applyFailure';
import { buildManifest, editedKeys, signManifest } from './buildManifest';
import { checkRequest } from './checkRequest';
import { manifestHash } from './manifestHash';
import { parseWarnings } from './parseWarnings';

/** What an apply needs to know of its cloud. */
export interface ApplyContext {
  cloud: string;
  readOnly?: { reason: string };
  connection: KubernetesConnection;
  kinds: readonly KindDefinition[];
  snapshot: () => CloudSnapshot;
  timeoutMs: number;
}

/** An operator writes to its object while it works; so often the live object is read, compared and merged again. */
const attempts = 4;

/** Server-side apply: a dry run first, always; a write only when it would change the spec. */
export async function applyManifest(
  request: ApplyRequest,
  context: ApplyContext,
): Promise<ApplyResult> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await applyOnce(request, context);
    } catch (error) {
      const again =
        isApplyError(error) &&
        error.failure.reason === 'moved-on' &&
        error.failure.httpStatus === 409;
      if (!again || attempt === attempts) {
        throw error;
      }
    }
  }
}

async function applyOnce(
  request: ApplyRequest,
  context: ApplyContext,
): Promise<ApplyResult> {
  const { identity, ruledBy } = checkRequest(request, context);
  const { name, namespace } = request.manifest.metadata;
  try {
    const live = await readLive(context.connection, identity, {
      ...context,
      namespace,
      name,
    });
    const manifest = buildManifest(request, live);
    const path = resourcePath(identity, namespace, name);
    const isExpected =
      request.expectedSpecVersion === undefined ||
      (live && specVersionOf(live.metadata)) === request.expectedSpecVersion;
    const base = {
      object: { kind: identity.kind, namespace, name },
      hash: manifestHash(manifest),
    };
    const unchanged = (
      current: RawObject,
      sent: RawObject,
      warnings: string[],
    ): ApplyResult => ({
      ...base,
      operation: 'unchanged',
      uid: current.metadata.uid,
      generation: current.metadata.generation,
      warnings,
      diff: diffManifests(current, current),
      sentYaml: redactedYaml(sent),
    });

    if (live && holdsAlready(request, live)) {
      return unchanged(live, manifest, []);
    }
    if (request.expectedSpecVersion !== undefined && !live) {
      throw movedOn(`${identity.kind} ${name} was deleted since it was read`);
    }

    const owner = live && ruledBy?.(readOwnershipMarks(live));
    if (owner && !request.acknowledgeOverwrite) {
      throw createApplyError({
        reason: 'ruled-elsewhere',
        message: `${identity.kind} ${name} is not the portal's: it ${owner}. What is changed here will be overwritten; to change it all the same, confirm with acknowledgeOverwrite`,
      });
    }

    // The version is sent along, so that the server refuses what changes between our reading and its writing.
    const version = isExpected ? live?.metadata.resourceVersion : undefined;
    const signed = signManifest(manifest, request.requester, version);
    const send = (dryRun: boolean) =>
      patch(context, path, signed, { dryRun, force: request.force });

    const tried = await send(true);
    if (live && isDeepStrictEqual(tried.object.spec, live.spec)) {
      refuseFutileRemoval(request, live);
      return unchanged(live, signed, tried.warnings);
    }
    if (!isExpected) {
      throw movedOn(
        `${identity.kind} ${name} was changed by somebody else since it was read; look at it again`,
      );
    }
    if (!live && !tried.isNew) {
      throw movedOn(`${identity.kind} ${name} was created by somebody else`);
    }
    const result = {
      ...base,
      operation: live ? ('changed' as const) : ('created' as const),
      diff: diffManifests(live, tried.object),
      sentYaml: redactedYaml(signed),
    };
    if (request.dryRun) {
      return {
        ...result,
        uid: live?.metadata.uid,
        warnings: tried.warnings,
      };
    }
    if (live && !request.editedPaths && !request.expectedSpecVersion) {
      throw movedOn(
        `${identity.kind} ${name} exists already; to change it, say which version of its spec the change is meant for`,
      );
    }
    const written = await send(false);
    return {
      ...result,
      uid: written.object.metadata.uid,
      generation: written.object.metadata.generation,
      warnings: written.warnings,
      diff: diffManifests(live, written.object),
    };
  } catch (error) {
    throw isApplyError(error) ? error : applyFailure(error);
  }
}

function movedOn(message: string) {
  return createApplyError({ reason: 'moved-on', message });
}

/** True when all that the person wants is there, so that there is nothing to send. */
function holdsAlready(request: ApplyRequest, live: RawObject): boolean {
  const { manifest, editedPaths } = request;
  if (!editedPaths) {
    return isDeepStrictEqual(manifest.spec ?? {}, live.spec ?? {});
  }
  return editedKeys(manifest, live, editedPaths).every(keys =>
    isDeepStrictEqual(
      getIn(manifest as unknown as JsonValue, keys),
      getIn(live as unknown as JsonValue, keys),
    ),
  );
}

/** A field that others own too stays when we leave it out; without a word the person would wait for nothing. */
function refuseFutileRemoval(request: ApplyRequest, live: RawObject): void {
  const { manifest, editedPaths = [] } = request;
  const staying = editedKeys(manifest, live, editedPaths)
    .filter(
      keys =>
        getIn(manifest as unknown as JsonValue, keys) === undefined &&
        getIn(live as unknown as JsonValue, keys) !== undefined,
    )
    .map(keys => keys.join('.'));
  if (staying.length) {
    throw createApplyError({
      reason: 'conflict',
      message: `${staying.join(
        ', ',
      )} cannot be removed by the portal: other managers own it too; remove it with kubectl edit`,
      conflicts: staying.map(path => ({ path, manager: 'unknown' })),
    });
  }
}

async function patch(
  context: ApplyContext,
  path: string,
  manifest: RawObject,
  options: { dryRun: boolean; force?: boolean },
): Promise<{ object: RawObject; isNew: boolean; warnings: string[] }> {
  const { json, response } = await requestJson(
    context.connection,
    {
      method: 'PATCH',
      path,
      query: {
        fieldManager: MOSK_FIELD_MANAGER,
        fieldValidation: 'Strict',
        dryRun: options.dryRun ? 'All' : undefined,
        force: options.force ? 'true' : undefined,
      },
      headers: { 'content-type': 'application/apply-patch+yaml' },
      // JSON is YAML too.
      body: JSON.stringify(manifest),
    },
    // An admission webhook may take 30 seconds of its own.
    Math.max(context.timeoutMs, 40_000),
  );
  return {
    object: json as unknown as RawObject,
    isNew: response.status === 201,
    warnings: parseWarnings(response.headers.warning),
  };
}
