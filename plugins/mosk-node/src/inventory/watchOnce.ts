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

import { RawObject } from '@mosk-portal/plugin-mosk-common';
import {
  answerError,
  KubernetesConnection,
  KubernetesError,
  KubernetesStatus,
  statusError,
} from '../clusters';
import { readLines } from './readLines';

/** What one stream of a watch brings. */
export type WatchEvent =
  | { type: 'opened' }
  | { type: 'bookmark'; resourceVersion: string }
  | { type: 'put' | 'removed'; raw: RawObject };

/**
 * One stream of a watch, until the server ends it or `maxMs` have passed.
 * Throws a KubernetesError when it could not be opened, broke, fell silent, or its version is gone.
 */
export async function* watchOnce(options: {
  connection: KubernetesConnection;
  path: string;
  resourceVersion: string;
  accept?: string;
  /** A stream that says nothing counts as opened after this long. */
  steadyMs: number;
  watchdogMs: number;
  maxMs: number;
  signal: AbortSignal;
}): AsyncGenerator<WatchEvent> {
  const cut = new AbortController();
  const signal = AbortSignal.any([options.signal, cut.signal]);
  const tooLong = setTimeout(() => cut.abort('due'), options.maxMs).unref();
  const watchdog = setTimeout(
    () => cut.abort('silent'),
    options.watchdogMs,
  ).unref();
  try {
    const response = await options.connection.request({
      path: options.path,
      query: {
        watch: '1',
        allowWatchBookmarks: 'true',
        resourceVersion: options.resourceVersion,
      },
      headers: options.accept ? { accept: options.accept } : {},
      signal,
    });
    if (response.status !== 200) {
      throw answerError(response, await response.body.text());
    }
    const lines = readLines(response.body);
    let upcoming = lines.next();
    let opened = await holds(upcoming, options.steadyMs);
    if (opened) {
      yield { type: 'opened' };
    }
    for (;;) {
      const line = await upcoming;
      if (line.done) {
        return;
      }
      watchdog.refresh();
      const event = parseEvent(line.value);
      if (!opened) {
        opened = true;
        yield { type: 'opened' };
      }
      yield event;
      upcoming = lines.next();
    }
  } catch (error) {
    if (options.signal.aborted || cut.signal.reason === 'due') {
      return;
    }
    if (cut.signal.reason === 'silent') {
      throw new KubernetesError({
        reason: 'silent',
        message: `The watch brought neither event nor bookmark for ${
          options.watchdogMs / 1000
        } s`,
      });
    }
    if (error instanceof KubernetesError) {
      throw error;
    }
    throw new KubernetesError({
      reason: 'unreachable',
      message: `The watch broke off: ${
        error instanceof Error ? error.message : error
      }`,
      cause: error,
    });
  } finally {
    clearTimeout(tooLong);
    clearTimeout(watchdog);
    cut.abort('over');
  }
}

async function holds(next: Promise<unknown>, ms: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const quiet = new Promise<boolean>(resolve => {
    timer = setTimeout(resolve, ms, true);
    timer.unref();
  });
  try {
    return await Promise.race([next.then(() => false), quiet]);
  } finally {
    clearTimeout(timer);
  }
}

function parseEvent(line: string): WatchEvent {
  let event: { type?: string; object?: RawObject & KubernetesStatus };
  try {
    event = JSON.parse(line);
  } catch {
    // The parser's message would quote the line, which may hold secrets.
    throw broken('an event is not valid JSON');
  }
  const { type, object } = event ?? {};
  if (type === 'ERROR') {
    throw statusError(object ?? {});
  }
  const version = object?.metadata?.resourceVersion;
  if (!object || !version) {
    throw broken('an event holds no object');
  }
  switch (type) {
    case 'BOOKMARK':
      return { type: 'bookmark', resourceVersion: version };
    case 'ADDED':
    case 'MODIFIED':
      return { type: 'put', raw: object };
    case 'DELETED':
      return { type: 'removed', raw: object };
    default:
      throw broken('an event is of no known type');
  }
}

function broken(what: string): KubernetesError {
  return new KubernetesError({
    reason: 'broken',
    message: `The watch is broken: ${what}`,
  });
}
