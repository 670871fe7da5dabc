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
import { JsonObject } from '@backstage/types';
import {
  BuiltManifest,
  FieldProblem,
  ManifestBuilder,
  manifestBuilderFor,
  manifestBuilders,
  MoskViews,
} from '@mosk-portal/plugin-mosk-common';
import {
  ApplyFailure,
  isApplyError,
  LiveManifest,
  MoskCloud,
} from '@mosk-portal/plugin-mosk-node';
import { unsentDiff } from './unsentDiff';

/** The one builder of a kind; the scaffolder action uses the same. */
export function builderOf(kind: string, cloud: MoskCloud): ManifestBuilder {
  const builder = manifestBuilderFor(kind, cloud.snapshot());
  if (!builder) {
    throw new InputError(
      `The portal cannot change a ${kind}; it can change ${Object.keys(
        manifestBuilders,
      ).join(', ')}`,
    );
  }
  return builder;
}

/** What a change would do: built, checked, compared with the live object, and tried by the API server. */
export async function previewChange(options: {
  cloud: MoskCloud;
  kind: string;
  input: JsonObject;
  /** Take over the fields that other managers own. */
  force?: boolean;
  /** Of the live object that filled the form. */
  specVersion?: string;
  requester: string | undefined;
}): Promise<MoskViews.ChangePreview> {
  const { cloud, input, requester, force, specVersion } = options;
  const builder = builderOf(options.kind, cloud);
  const built = builder.build(input);
  const { namespace, name } = built.manifest.metadata;
  const object = { kind: builder.identity.kind, namespace, name };
  const base = {
    cloud: cloud.name,
    object,
    operation: 'create' as const,
    conflicts: [],
    warnings: [],
    hash: '',
  };

  let live: LiveManifest | undefined;
  try {
    live = await cloud.readManifest(builder.identity, namespace, name);
  } catch (error) {
    // The checks that need no live object are worth telling all the same.
    return {
      ...base,
      ...unsentDiff(built, undefined),
      problems: builder.check(built, { snapshot: cloud.snapshot() }),
      dryRun: {
        result: 'not-run',
        message: `The live object could not be read: ${messageOf(error)}`,
      },
    };
  }

  const problems = builder.check(built, { live, snapshot: cloud.snapshot() });
  const operation = live ? ('change' as const) : ('create' as const);
  if (problems.some(problem => problem.severity === 'error')) {
    return {
      ...base,
      ...unsentDiff(built, live),
      operation,
      problems,
      specVersion: live?.specVersion,
      dryRun: {
        result: 'not-run',
        message: 'Correct what is wrong first; then the API server is asked',
      },
    };
  }
  return dryRun({
    cloud,
    built,
    live,
    problems,
    requester,
    force,
    specVersion,
    base,
    operation,
  });
}

async function dryRun(options: {
  cloud: MoskCloud;
  built: BuiltManifest;
  live: LiveManifest | undefined;
  problems: FieldProblem[];
  requester: string | undefined;
  force: boolean | undefined;
  specVersion: string | undefined;
  operation: 'create' | 'change';
  base: Pick<
    MoskViews.ChangePreview,
    'cloud' | 'object' | 'conflicts' | 'warnings' | 'hash'
  >;
}): Promise<MoskViews.ChangePreview> {
  const { cloud, built, live, problems, requester, force, specVersion } =
    options;
  const { base, operation } = options;
  try {
    const result = await cloud.apply({
      manifest: built.manifest,
      editedPaths: built.editedPaths,
      expectedSpecVersion: specVersion ?? live?.specVersion,
      acknowledgeOverwrite: built.acknowledgeOverwrite,
      dryRun: true,
      force,
      requester: { user: requester },
    });
    return {
      ...base,
      operation: result.operation === 'unchanged' ? 'unchanged' : operation,
      problems,
      warnings: result.warnings,
      dryRun: { result: 'accepted' },
      diff: result.diff,
      manifestYaml: result.sentYaml,
      specVersion: live?.specVersion,
      hash: result.hash,
    };
  } catch (error) {
    if (!isApplyError(error)) {
      throw error;
    }
    const { failure } = error;
    return {
      ...base,
      ...unsentDiff(built, live),
      operation,
      specVersion: live?.specVersion,
      conflicts: failure.conflicts,
      problems: [...problems, ...problemsOf(failure)],
      dryRun: { result: 'refused', message: refusal(failure) },
    };
  }
}

function problemsOf(failure: ApplyFailure): FieldProblem[] {
  return failure.fields.map(({ path, message }) => ({
    path,
    message,
    severity: 'error' as const,
  }));
}

function refusal(failure: ApplyFailure): string {
  switch (failure.reason) {
    case 'admission-unavailable':
      return `The admission webhook of the cloud does not answer, so the API server accepts no change now: ${failure.message}`;
    case 'read-only':
      return `The portal may not write to this cloud: ${failure.message}`;
    default:
      return failure.message;
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
