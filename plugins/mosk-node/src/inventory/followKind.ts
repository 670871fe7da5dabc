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
  KindDefinition,
  ProjectedObject,
  RawObject,
} from '@mosk-portal/plugin-mosk-common';
import {
  KubernetesConnection,
  KubernetesError,
  resourcePath,
} from '../clusters';
import { AttemptGate } from './AttemptGate';
import { Backoff } from './Backoff';
import { InventoryOptions } from './InventoryOptions';
import { listAll } from './listAll';
import { sleep } from './sleep';
import { watchOnce } from './watchOnce';

/** What becomes known of one kind. Errors are data: the stream goes on after them. */
export type KindEvent =
  | { type: 'listed'; objects: ProjectedObject[] }
  | { type: 'watching' }
  | { type: 'contact' }
  | { type: 'put'; object: ProjectedObject }
  | { type: 'removed'; uid: string }
  | { type: 'failed'; error: KubernetesError; nextAttemptAt: number };

/**
 * Lists a kind and watches it until the signal ends.
 *
 * One list and one watch cover all namespaces even where only some matter: a watch for each of them would cost about
 * seven times the requests and connections, while what lies elsewhere in a MOSK cluster is little and is dropped here.
 */
export async function* followKind(options: {
  connection: KubernetesConnection;
  definition: Pick<KindDefinition, 'identity' | 'namespaces' | 'project'>;
  settings: InventoryOptions;
  gate: AttemptGate;
  signal: AbortSignal;
  /** Ask for metadata only. */
  metadataOnly?: boolean;
}): AsyncGenerator<KindEvent> {
  const { connection, definition, settings, gate, signal } = options;
  const { identity, namespaces } = definition;
  const path = resourcePath(identity);
  const backoff = Backoff.create(settings.backoff);
  const matters = ({ metadata }: RawObject) =>
    !namespaces || namespaces.includes(metadata.namespace ?? '');
  // Items of a list do not say what they are.
  const apiVersion = [identity.group, identity.version]
    .filter(Boolean)
    .join('/');
  const project = (raw: RawObject) =>
    matters(raw)
      ? definition.project({ ...raw, apiVersion, kind: identity.kind })
      : undefined;
  const accept = (kind: string) =>
    options.metadataOnly
      ? `application/json;as=${kind};g=meta.k8s.io;v=v1`
      : undefined;

  let version: string | undefined;
  let relistAt = 0;
  let unwell = false;
  while (!signal.aborted) {
    const startedAt = Date.now();
    let moved = false;
    try {
      await gate.enter(signal);
      if (signal.aborted) {
        return;
      }
      if (version === undefined) {
        const list = await listAll({
          connection,
          path,
          project,
          accept: accept('PartialObjectMetadataList'),
          signal,
          timeoutMs: settings.requestTimeout,
        });
        gate.open();
        version = list.resourceVersion;
        relistAt = Date.now() + settings.relist * (0.75 + Math.random() / 2);
        yield { type: 'listed', objects: list.items };
      }
      const stream = watchOnce({
        connection,
        path,
        resourceVersion: version,
        accept: accept('PartialObjectMetadata'),
        steadyMs: unwell ? settings.steady : 0,
        watchdogMs: settings.watchdog,
        maxMs: Math.max(1, relistAt - Date.now()),
        signal,
      });
      for await (const event of stream) {
        if (event.type === 'opened') {
          gate.open();
          unwell = false;
          yield { type: 'watching' };
          continue;
        }
        moved = true;
        backoff.reset();
        if (event.type === 'bookmark') {
          version = event.resourceVersion;
          yield { type: 'contact' };
          continue;
        }
        const { raw } = event;
        if (event.type === 'removed') {
          yield { type: 'removed', uid: raw.metadata.uid ?? '' };
        } else {
          const object = project(raw);
          yield object ? { type: 'put', object } : { type: 'contact' };
        }
        // After it was passed on: what failed to be read is met again.
        version = raw.metadata.resourceVersion;
      }
      if (Date.now() >= relistAt) {
        version = undefined;
      }
      if (!moved && Date.now() - startedAt < settings.backoff.initial) {
        await sleep(backoff.next(), signal);
      }
    } catch (caught) {
      if (signal.aborted) {
        return;
      }
      const error = asKubernetesError(caught, identity.kind);
      unwell = true;
      if (error.reason !== 'unreachable' && error.reason !== 'unauthorized') {
        gate.open();
      }
      if (!keepsVersion(error)) {
        version = undefined;
      }
      const nextAttemptAt =
        error.reason === 'unreachable' || error.reason === 'unauthorized'
          ? gate.close(error.retryAfterMs)
          : Date.now() + backoff.next(error.retryAfterMs);
      yield { type: 'failed', error, nextAttemptAt };
      await sleep(Math.max(0, nextAttemptAt - Date.now()), signal);
    } finally {
      if (signal.aborted) {
        gate.leave();
      }
    }
  }
}

/** True when the watch can go on where it stopped. */
function keepsVersion({ reason }: KubernetesError): boolean {
  return ['unreachable', 'unauthorized', 'throttled', 'silent'].includes(
    reason,
  );
}

function asKubernetesError(error: unknown, kind: string): KubernetesError {
  return error instanceof KubernetesError
    ? error
    : new KubernetesError({
        reason: 'broken',
        message: `An object of kind ${kind} could not be read: ${error}`,
        cause: error,
      });
}
