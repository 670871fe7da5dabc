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

import { LoggerService } from '@backstage/backend-plugin-api';
import {
  CloudConnection,
  CloudConnectionState,
  CloudSnapshot,
  KindDefinition,
  MissingPart,
  redactText,
  SnapshotStore,
} from '@mosk-portal/plugin-mosk-common';
import { randomUUID } from 'node:crypto';
import { KubernetesConnection, KubernetesError } from '../clusters';
import { SnapshotChange } from '../types';
import { AttemptGate } from './AttemptGate';
import { Backoff } from './Backoff';
import { followKind, KindEvent } from './followKind';
import { InventoryOptions } from './InventoryOptions';
import { KindDiscovery } from './KindDiscovery';

/** How long changes are collected before the subscribers are called. */
const coalesceMs = 20;
/** A kind that cannot be listed keeps a new snapshot back for so many attempts. */
const patience = 3;

interface FollowedKind {
  definition: KindDefinition;
  stop: AbortController;
  done: Promise<void>;
  listed: boolean;
  failures: number;
  failure?: { error: KubernetesError; nextAttemptAt: number };
}

/** All that is known of one cloud, kept up to date while there is anybody to tell. */
export class CloudInventory {
  private readonly store: SnapshotStore;
  private readonly gate: AttemptGate;
  private readonly kinds = new Map<string, FollowedKind>();
  private readonly listeners = new Set<(change: SnapshotChange) => void>();
  private readonly stopping = new AbortController();
  private discovery: Promise<void> | undefined;
  private discoveryFailure: FollowedKind['failure'];
  private discovered = false;
  private reached = false;
  private settled = false;
  /** What was found before the first complete list: nobody sees half of a cloud. */
  private held: Array<() => SnapshotChange['objects']> = [];
  private changes: Array<SnapshotChange['objects'][number]> = [];
  private notification: NodeJS.Timeout | undefined;
  private connection: CloudConnection;
  private readonly logger: LoggerService;

  private constructor(
    private readonly options: {
      cloud: string;
      connection: KubernetesConnection;
      kinds: readonly KindDefinition[];
      settings: InventoryOptions;
      logger: LoggerService;
    },
  ) {
    this.logger = options.logger.child({ cloud: options.cloud });
    this.gate = AttemptGate.create(Backoff.create(options.settings.backoff));
    this.connection = { state: 'connecting', since: new Date().toISOString() };
    this.store = SnapshotStore.create({
      cloud: options.cloud,
      revisionPrefix: randomUUID().slice(0, 8),
      connection: this.connection,
    });
  }

  static create(options: {
    cloud: string;
    connection: KubernetesConnection;
    kinds: readonly KindDefinition[];
    settings: InventoryOptions;
    logger: LoggerService;
  }): CloudInventory {
    return new CloudInventory(options);
  }

  snapshot(): CloudSnapshot {
    return this.store.snapshot();
  }

  subscribe(listener: (change: SnapshotChange) => void): () => void {
    // The same function may subscribe twice.
    const own = (change: SnapshotChange) => listener(change);
    this.listeners.add(own);
    this.start();
    return () => {
      this.listeners.delete(own);
    };
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    clearTimeout(this.notification);
    this.listeners.clear();
    await Promise.all([
      this.discovery,
      ...[...this.kinds.values()].map(kind => kind.done),
    ]);
  }

  private start(): void {
    if (this.discovery || this.stopping.signal.aborted) {
      return;
    }
    const { connection, kinds, settings } = this.options;
    this.discovery = KindDiscovery.create({
      connection,
      kinds,
      settings,
      gate: this.gate,
      signal: this.stopping.signal,
    })
      .run({
        found: definitions => {
          this.discoveryFailure = undefined;
          this.discovered = true;
          this.reached = true;
          this.takeKinds(definitions);
          this.evaluate();
        },
        failed: (error, nextAttemptAt) => {
          this.discoveryFailure = { error, nextAttemptAt };
          this.reached ||= error.httpStatus !== undefined;
          this.evaluate();
        },
      })
      .catch(error => this.logger.error('Looking for kinds ended', error));
  }

  private takeKinds(definitions: readonly KindDefinition[]): void {
    const wanted = new Set(definitions.map(({ identity }) => identity.kind));
    for (const [kind, followed] of this.kinds) {
      if (!wanted.has(kind)) {
        followed.stop.abort();
        this.kinds.delete(kind);
        this.take(() => this.store.replace(kind, []));
      }
    }
    for (const definition of definitions) {
      if (!this.kinds.has(definition.identity.kind)) {
        this.follow(definition);
      }
    }
    const names = [...wanted].sort();
    if (names.join() !== [...this.store.snapshot().discovered].join()) {
      this.store.update({ discovered: names });
      this.notify();
    }
  }

  private follow(definition: KindDefinition): void {
    const { kind } = definition.identity;
    const stop = new AbortController();
    const signal = AbortSignal.any([stop.signal, this.stopping.signal]);
    const followed: FollowedKind = {
      definition,
      stop,
      listed: false,
      failures: 0,
      done: Promise.resolve(),
    };
    this.kinds.set(kind, followed);
    const { connection, settings } = this.options;
    const read = async () => {
      const events = followKind({
        connection,
        definition,
        settings,
        gate: this.gate,
        signal,
      });
      for await (const event of events) {
        if (!signal.aborted) {
          this.apply(followed, event);
        }
      }
    };
    followed.done = read().catch(error =>
      this.logger.error(`Following ${kind} ended`, error),
    );
  }

  private apply(followed: FollowedKind, event: KindEvent): void {
    const { kind } = followed.definition.identity;
    switch (event.type) {
      case 'failed':
        followed.failures += 1;
        followed.failure = event;
        this.reached ||= event.error.httpStatus !== undefined;
        break;
      case 'listed':
        followed.listed = true;
        this.reached = true;
        this.take(() => this.store.replace(kind, event.objects));
        break;
      case 'watching':
        followed.failures = 0;
        followed.failure = undefined;
        break;
      case 'put':
        this.take(() => [this.store.put(event.object)].filter(isThere));
        break;
      case 'removed':
        this.take(() => [this.store.remove(kind, event.uid)].filter(isThere));
        break;
      default:
        break;
    }
    const contact = event.type !== 'failed';
    if (!contact || followed.failures || event.type !== 'contact') {
      this.evaluate(contact);
    } else {
      this.touch();
    }
  }

  private take(change: () => SnapshotChange['objects']): void {
    if (!this.settled) {
      this.held.push(change);
      return;
    }
    this.changes.push(...change());
    if (this.changes.length) {
      this.notify();
    }
  }

  /** A sign of life alone is no change that anybody must be told. */
  private touch(): void {
    this.connection = {
      ...this.connection,
      lastContactAt: new Date().toISOString(),
    };
    this.store.update({ connection: this.connection });
  }

  private evaluate(contact = false): void {
    const kinds = [...this.kinds.values()];
    if (!this.settled && this.discovered && kinds.every(isDecided)) {
      this.settled = kinds.some(kind => kind.listed);
      if (this.settled) {
        this.changes.push(...this.held.splice(0).flatMap(change => change()));
      }
    }
    const state = this.state(kinds);
    const missing = missingOf(kinds);
    const complete =
      state === 'live' &&
      kinds.every(kind => kind.listed && !kind.failure) &&
      !this.discoveryFailure;
    const trouble = [
      this.discoveryFailure,
      ...kinds.filter(kind => !isRefused(kind)).map(kind => kind.failure),
    ].filter(isThere);
    const worst =
      trouble.find(({ error }) => error.reason === 'unauthorized') ??
      trouble[0];
    const before = this.connection;
    this.connection = {
      state,
      since: state === before.state ? before.since : new Date().toISOString(),
      lastContactAt: contact ? new Date().toISOString() : before.lastContactAt,
      error: worst && redactText(worst.error.message),
      nextAttemptAt:
        worst &&
        new Date(
          Math.min(...trouble.map(item => item.nextAttemptAt)),
        ).toISOString(),
    };
    const known = this.store.snapshot();
    const told =
      before.state !== state ||
      before.error !== this.connection.error ||
      before.nextAttemptAt !== this.connection.nextAttemptAt ||
      known.complete !== complete ||
      JSON.stringify(known.missing) !== JSON.stringify(missing);
    this.store.update({ connection: this.connection, complete, missing });
    if (before.state !== state) {
      this.logState();
    }
    if (told || this.changes.length) {
      this.notify();
    }
  }

  private state(kinds: FollowedKind[]): CloudConnectionState {
    const failures = [
      this.discoveryFailure,
      ...kinds.filter(kind => !isRefused(kind)).map(kind => kind.failure),
    ].filter(isThere);
    if (failures.some(({ error }) => error.reason === 'unauthorized')) {
      return 'unauthorized';
    }
    if (!this.settled) {
      return !this.reached && failures.length ? 'unreachable' : 'connecting';
    }
    return failures.length ? 'stale' : 'live';
  }

  private logState(): void {
    const { state, error } = this.connection;
    const { cloud } = this.options;
    if (state === 'live') {
      const missing = this.store.snapshot().missing;
      this.logger.info(
        `The cloud "${cloud}" is live with ${this.kinds.size} kinds${
          missing.length
            ? `, without ${missing
                .map(({ kind, reason }) => `${kind} (${reason})`)
                .join(', ')}`
            : ''
        }`,
      );
    } else {
      this.logger.warn(`The cloud "${cloud}" is ${state}: ${error}`);
    }
  }

  private notify(): void {
    if (this.notification || this.stopping.signal.aborted) {
      return;
    }
    this.notification = setTimeout(() => {
      this.notification = undefined;
      const change = {
        snapshot: this.store.snapshot(),
        objects: this.changes.splice(0),
      };
      for (const listener of [...this.listeners]) {
        try {
          listener(change);
        } catch (error) {
          this.logger.error(
            `A subscriber failed on a change: ${redactText(String(error))}`,
          );
        }
      }
    }, coalesceMs).unref();
  }
}

function isThere<T>(value: T | undefined): value is T {
  return value !== undefined;
}

/** The server answers, and will not give this kind. The rest of the cloud can be live without it. */
function isRefused({ failure }: FollowedKind): boolean {
  return (
    failure?.error.reason === 'forbidden' ||
    failure?.error.reason === 'not-found'
  );
}

function isDecided(kind: FollowedKind): boolean {
  return kind.listed || isRefused(kind) || kind.failures >= patience;
}

function missingOf(kinds: FollowedKind[]): MissingPart[] {
  const othersLive = kinds.some(kind => kind.listed && !kind.failure);
  return kinds.flatMap(kind =>
    kind.failure && (isRefused(kind) || !kind.listed || othersLive)
      ? [
          {
            kind: kind.definition.identity.kind,
            reason: redactText(kind.failure.error.message),
          },
        ]
      : [],
  );
}
