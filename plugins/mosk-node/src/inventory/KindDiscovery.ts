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

import { KindDefinition, RawObject } from '@mosk-portal/plugin-mosk-common';
import { KubernetesConnection, KubernetesError } from '../clusters';
import { AttemptGate } from './AttemptGate';
import { Backoff } from './Backoff';
import { discoverKinds } from './discoverKinds';
import { followKind } from './followKind';
import { InventoryOptions } from './InventoryOptions';
import { sleep } from './sleep';

const definitionsOfKinds = {
  identity: {
    group: 'apiextensions.k8s.io',
    version: 'v1',
    kind: 'CustomResourceDefinition',
    plural: 'customresourcedefinitions',
    namespaced: false,
  },
  project: ({ metadata }: RawObject) => ({
    kind: 'CustomResourceDefinition',
    metadata: {
      uid: metadata.uid ?? '',
      name: metadata.name,
      resourceVersion: metadata.resourceVersion ?? '',
      labels: {},
    },
  }),
};

/**
 * Tells which kinds the cluster has, again whenever that may have changed: at each change of a
 * CustomResourceDefinition where the role allows to watch their metadata, else from time to time.
 */
export class KindDiscovery {
  private readonly installed = new Map<string, string>();
  /** Names of definitions that were seen to go. The API server serves a kind a moment longer than its definition lives. */
  private readonly uninstalled = new Set<string>();
  private watched = false;
  private wake = new AbortController();
  /** A kind is given up only when it is missing twice in a row. */
  private known: readonly KindDefinition[] = [];

  private constructor(
    private readonly options: {
      connection: KubernetesConnection;
      kinds: readonly KindDefinition[];
      settings: InventoryOptions;
      gate: AttemptGate;
      signal: AbortSignal;
    },
  ) {}

  static create(options: {
    connection: KubernetesConnection;
    kinds: readonly KindDefinition[];
    settings: InventoryOptions;
    gate: AttemptGate;
    signal: AbortSignal;
  }): KindDiscovery {
    return new KindDiscovery(options);
  }

  /** Resolves when the signal ends. */
  async run(report: {
    found(kinds: readonly KindDefinition[]): void;
    failed(error: KubernetesError, nextAttemptAt: number): void;
  }): Promise<void> {
    await Promise.all([this.watchDefinitions(), this.look(report)]);
  }

  private async look(report: {
    found(kinds: readonly KindDefinition[]): void;
    failed(error: KubernetesError, nextAttemptAt: number): void;
  }): Promise<void> {
    const { connection, kinds, settings, gate, signal } = this.options;
    const backoff = Backoff.create(settings.backoff);
    while (!signal.aborted) {
      this.wake = new AbortController();
      try {
        await gate.enter(signal);
        const found = await discoverKinds(connection, kinds, {
          signal,
          timeoutMs: settings.requestTimeout,
        });
        gate.open();
        const lost = this.known.filter(kind => !found.includes(kind));
        this.known = found;
        report.found([...found, ...lost]);
        const unsure =
          lost.length > 0 ||
          this.isServedSoon(found) ||
          this.isServedStill(found);
        if (!unsure) {
          backoff.reset();
        }
        const rest = this.watched ? settings.relist : settings.discovery;
        await this.pause(unsure ? backoff.next() : rest);
      } catch (caught) {
        if (signal.aborted) {
          break;
        }
        const error =
          caught instanceof KubernetesError
            ? caught
            : new KubernetesError({
                reason: 'broken',
                message: String(caught),
                cause: caught,
              });
        const down =
          error.reason === 'unreachable' || error.reason === 'unauthorized';
        if (!down) {
          gate.open();
        }
        const at = down
          ? gate.close(error.retryAfterMs)
          : Date.now() + backoff.next(error.retryAfterMs);
        report.failed(error, at);
        await sleep(Math.max(0, at - Date.now()), signal);
      }
    }
    gate.leave();
  }

  /** True when a kind of ours is installed, but not served yet. */
  private isServedSoon(found: readonly KindDefinition[]): boolean {
    const names = new Set(this.installed.values());
    return this.options.kinds.some(
      kind =>
        names.has(`${kind.identity.plural}.${kind.identity.group}`) &&
        !found.includes(kind),
    );
  }

  /** True when a kind of ours is served, but not installed any more. */
  private isServedStill(found: readonly KindDefinition[]): boolean {
    return found.some(({ identity }) =>
      this.uninstalled.has(`${identity.plural}.${identity.group}`),
    );
  }

  private async watchDefinitions(): Promise<void> {
    const ours = new Set(
      this.options.kinds.map(
        ({ identity }) => `${identity.plural}.${identity.group}`,
      ),
    );
    const events = followKind({
      ...this.options,
      definition: definitionsOfKinds,
      metadataOnly: true,
    });
    for await (const event of events) {
      switch (event.type) {
        case 'listed':
          this.installed.forEach(name => this.uninstalled.add(name));
          this.installed.clear();
          event.objects
            .filter(({ metadata }) => ours.has(metadata.name))
            .forEach(({ metadata }) => {
              this.installed.set(metadata.uid, metadata.name);
              this.uninstalled.delete(metadata.name);
            });
          this.watched = true;
          this.wake.abort();
          break;
        case 'put':
          if (ours.has(event.object.metadata.name)) {
            const { uid, name } = event.object.metadata;
            this.installed.set(uid, name);
            this.uninstalled.delete(name);
            this.wake.abort();
          }
          break;
        case 'removed': {
          const name = this.installed.get(event.uid);
          if (name) {
            this.installed.delete(event.uid);
            this.uninstalled.add(name);
            this.wake.abort();
          }
          break;
        }
        case 'watching':
          this.watched = true;
          break;
        case 'failed':
          this.watched = false;
          break;
        default:
          break;
      }
    }
  }

  private async pause(ms: number): Promise<void> {
    await sleep(ms, AbortSignal.any([this.options.signal, this.wake.signal]));
  }
}
