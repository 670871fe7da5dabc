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

import { coreResources, KubernetesObject } from '../kubernetes';
import { identities, typeOf } from '../simulation/identities';
import { isAlreadyThere, isNotFound, persist } from '../simulation/retry';
import { SimulationContext } from '../simulation/context';
import { DefaultWorkloadSimulator } from '../workloads/DefaultWorkloadSimulator';
import { hashOf, planRelease } from './planRelease';
import { ReleaseFaults } from './ReleaseFaults';
import { ReleaseSpec, ReleaseStatus } from './types';

const finalizer = 'helmbundle.lcm.mirantis.com/finalizer';
const now = () => `${new Date().toISOString().slice(0, 19)}Z`;

export interface ReconcilerOptions {
  /** `spec.release` that this controller answers to. */
  controllerRelease: string;
  /** Controllers of older releases do not say which generation they saw. */
  observesGeneration(): boolean;
  faults: ReleaseFaults;
  workloads: DefaultWorkloadSimulator;
  /** Asks for another round when a failed release is to be tried again. */
  retryLater(): void;
}

/** Brings the releases of one HelmBundle to what it says, one write after the other. */
export class BundleReconciler {
  /** Keys of the workloads that each release made. */
  readonly #installed = new Map<string, string[]>();
  /** Releases that failed and wait to be tried again. */
  readonly #resting = new Set<string>();

  constructor(
    private readonly context: SimulationContext,
    private readonly key: { namespace: string; name: string },
    private readonly options: ReconcilerOptions,
  ) {}

  /** Until nothing more can be done for now. */
  async reconcile({ atOnce = false } = {}): Promise<void> {
    const { context } = this;
    for (;;) {
      context.signal.throwIfAborted();
      const bundle = await context.api.get(identities.HelmBundle, this.key);
      if (!bundle) {
        return;
      }
      if (bundle.metadata.deletionTimestamp) {
        await this.#uninstallAll(bundle);
        return;
      }
      const allowed = bundle.spec?.release;
      if (allowed && allowed !== this.options.controllerRelease) {
        return;
      }
      if (!bundle.metadata.finalizers?.includes(finalizer)) {
        await this.#patch({ metadata: { finalizers: [finalizer] } });
      }
      if (!(await this.#step(bundle, atOnce))) {
        await this.#writeObserved(bundle);
        return;
      }
    }
  }

  /** A healed release is tried again without waiting. */
  wakeUp(release: string): void {
    this.#resting.delete(release);
  }

  /** The next write; false when there is none. */
  async #step(bundle: KubernetesObject, atOnce: boolean): Promise<boolean> {
    const releases: ReleaseSpec[] = bundle.spec?.releases ?? [];
    const statuses: Record<string, ReleaseStatus> =
      bundle.status?.releaseStatuses ?? {};
    for (const [name, status] of Object.entries(statuses)) {
      if (!releases.some(release => release.name === name)) {
        await this.#uninstall(name, status);
        return true;
      }
      const ready = this.#isReady(name, status);
      if (ready !== status.ready) {
        await this.#writeRelease(name, { ...status, ready });
        return true;
      }
    }
    const next = releases.find(
      release =>
        !this.#resting.has(release.name) &&
        !isCurrent(release, statuses[release.name]) &&
        (release.requires ?? []).every(name => {
          const required = releases.find(other => other.name === name);
          return (
            required &&
            statuses[name]?.ready &&
            isCurrent(required, statuses[name])
          );
        }),
    );
    if (!next) {
      return false;
    }
    await this.#install(next, statuses[next.name], atOnce);
    return true;
  }

  #isReady(name: string, status: ReleaseStatus): boolean {
    const keys = this.#installed.get(name);
    return (
      status.status === 'deployed' &&
      keys !== undefined &&
      keys.every(key => this.options.workloads.isReady(key))
    );
  }

  async #install(
    release: ReleaseSpec,
    before: ReleaseStatus | undefined,
    atOnce: boolean,
  ): Promise<void> {
    const { name, namespace, chart, version } = release;
    const hash = hashOf(release.values ?? {});
    const isRetry =
      before?.status === 'failed' &&
      before.hash === hash &&
      before.version === version &&
      before.chart === chart;
    const trying: ReleaseStatus = {
      namespace,
      chart,
      version,
      hash,
      status: before?.revision ? 'pending-upgrade' : 'pending-install',
      success: false,
      ready: false,
      attempt: isRetry ? before.attempt + 1 : 1,
      revision: before?.revision ?? 0,
      helmV3: true,
    };
    if (!atOnce) {
      if (!isRetry) await this.#writeRelease(name, trying);
      await this.context.pause('helmBundleRelease');
    }
    const failure = this.options.faults.messageFor(name);
    if (failure !== undefined) {
      await this.#writeRelease(name, {
        ...trying,
        status: 'failed',
        message: failure,
        finishedAt: now(),
      });
      this.#rest(name);
      return;
    }
    await this.#makeWorkloads(release, atOnce);
    const deployed: ReleaseStatus = {
      ...trying,
      status: 'deployed',
      success: true,
      revision: trying.revision + 1,
      finishedAt: now(),
    };
    await this.#writeRelease(name, {
      ...deployed,
      ready: atOnce && this.#isReady(name, deployed),
    });
  }

  #rest(name: string): void {
    this.#resting.add(name);
    this.context.pause('helmBundleRetry').then(
      () => {
        this.#resting.delete(name);
        this.options.retryLater();
      },
      () => {},
    );
  }

  async #makeWorkloads(release: ReleaseSpec, atOnce: boolean): Promise<void> {
    const { workloads } = this.options;
    const { api, signal } = this.context;
    await persist(signal, () =>
      api
        .create(coreResources.Namespace, {
          ...typeOf(coreResources.Namespace),
          metadata: { name: release.namespace },
        })
        .catch(error => {
          if (!isAlreadyThere(error)) throw error;
        }),
    );
    const plans = planRelease(release);
    const keys = plans.map(({ key }) => key);
    const before = this.#installed.get(release.name) ?? [];
    this.#installed.set(release.name, keys);
    await Promise.all([
      ...plans.map(plan => workloads.ensure(plan, { atOnce })),
      ...before
        .filter(key => !keys.includes(key))
        .map(key => workloads.remove(key)),
    ]);
  }

  async #uninstall(name: string, status: ReleaseStatus): Promise<void> {
    await this.#writeRelease(name, {
      ...status,
      status: 'uninstalling',
      ready: false,
    });
    await this.context.pause('helmBundleRemoval');
    for (const key of this.#installed.get(name) ?? []) {
      await this.options.workloads.remove(key);
    }
    this.#installed.delete(name);
    await this.#writeRelease(name, null);
  }

  async #uninstallAll(bundle: KubernetesObject): Promise<void> {
    if (!bundle.metadata.finalizers?.includes(finalizer)) {
      return;
    }
    const statuses: Record<string, ReleaseStatus> =
      bundle.status?.releaseStatuses ?? {};
    for (const [name, status] of Object.entries(statuses).reverse()) {
      await this.#uninstall(name, status);
    }
    const finalizers = bundle.metadata.finalizers.filter(
      other => other !== finalizer,
    );
    await this.#patch({ metadata: { finalizers } }).catch(error => {
      if (!isNotFound(error)) throw error;
    });
  }

  async #writeObserved({ metadata, status }: KubernetesObject): Promise<void> {
    const observed = this.options.observesGeneration()
      ? metadata.generation
      : undefined;
    const release = this.options.controllerRelease;
    if (
      status?.observedGeneration === observed &&
      status?.release === release
    ) {
      return;
    }
    await this.#patchStatus({ observedGeneration: observed ?? null, release });
  }

  /** What the last try left of a message goes with it. */
  async #writeRelease(
    name: string,
    status: ReleaseStatus | null,
  ): Promise<void> {
    await this.#patchStatus({
      releaseStatuses: {
        [name]: status && {
          ...status,
          message: status.message ?? null,
          finishedAt: status.finishedAt ?? null,
        },
      },
    });
  }

  async #patchStatus(status: object): Promise<void> {
    const { api, signal } = this.context;
    await persist(signal, () =>
      api.patch(
        identities.HelmBundle,
        this.key,
        { status },
        { subresource: 'status', fieldManager: 'helm-controller' },
      ),
    );
  }

  async #patch(patch: object): Promise<void> {
    const { api, signal } = this.context;
    await persist(signal, () =>
      api.patch(identities.HelmBundle, this.key, patch, {
        fieldManager: 'helm-controller',
      }),
    );
  }
}

/** The release is installed as its bundle says. */
function isCurrent(
  { chart, version, namespace, values = {} }: ReleaseSpec,
  status: ReleaseStatus | undefined,
): boolean {
  return (
    status?.status === 'deployed' &&
    status.chart === chart &&
    status.version === version &&
    status.namespace === namespace &&
    status.hash === hashOf(values)
  );
}
