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

import { KubernetesObject, SimulationContext } from '../../simulation/context';
import { identities } from '../../simulation/identities';
import { isNotFound, persist } from '../../simulation/retry';
import { fingerprint } from '../spec/fingerprint';
import { DeploymentSpec, mergeSpec } from '../spec/mergeSpec';
import { specDiff, SpecDifference, specDiffText } from '../spec/specDiff';
import { StatusWriter } from '../status/StatusWriter';
import { PermanentError } from './errors';
import {
  Essence,
  essenceOf,
  finalizer,
  handleAnnotation,
  lastHandled,
  lastHandledAnnotation,
} from './essence';
import { plantedSecret } from './plantedSecret';
import { ServiceApplier } from './ServiceApplier';
import { ServiceRemover } from './ServiceRemover';
import { ServiceUpgrader } from './ServiceUpgrader';
import { Cause, Run, RunProgress } from './types';

const identity = identities.OpenStackDeployment;

/** The operator's process, which changes with every restart. */
export interface OperatorProcess {
  controllerVersion: string;
  /** As in `MOSK 25.2`. */
  release: string;
  host: string;
  signal: AbortSignal;
}

interface Retrying {
  fingerprint: string;
  started: string;
  retries: number;
  progress: RunProgress;
}

/** Handles one deployment as kopf does: one event after the other, tried again until it is done. */
export class DeploymentHandler {
  #handledBefore = false;
  #retrying?: Retrying;

  constructor(
    private readonly context: SimulationContext,
    private readonly parts: {
      applier: ServiceApplier;
      upgrader: ServiceUpgrader;
      remover: ServiceRemover;
    },
    private readonly process: OperatorProcess,
    private readonly key: { namespace?: string; name: string },
  ) {}

  /** Does what there is to do. True when it must be called again. */
  async handle(options: { atOnce?: boolean } = {}): Promise<boolean> {
    const { api, pause } = this.context;
    const { signal } = this.process;
    const atOnce = options.atOnce ?? false;
    let object = await persist(signal, () => api.get(identity, this.key));
    if (!object) {
      return false;
    }
    const finalizers = object.metadata.finalizers ?? [];
    if (object.metadata.deletionTimestamp) {
      if (finalizers.includes(finalizer)) {
        await this.#delete(object);
      }
      return false;
    }
    if (!finalizers.includes(finalizer)) {
      object = await this.#patch({
        metadata: { finalizers: [...finalizers, finalizer] },
      });
    }
    const before = lastHandled(object);
    const differences = before ? specDiff(before, essenceOf(object)) : [];
    if (before && !differences.length && this.#handledBefore) {
      return false;
    }
    if (!atOnce && !this.#retrying) {
      await pause('handlingStart', signal);
      object = (await persist(signal, () => api.get(identity, this.key)))!;
      if (!object || object.metadata.deletionTimestamp) {
        return true;
      }
    }
    return this.#run(object, before, atOnce);
  }

  async #run(
    object: KubernetesObject,
    before: Essence | undefined,
    atOnce: boolean,
  ): Promise<boolean> {
    const essence = essenceOf(object);
    const differences = specDiff(before, essence);
    let cause: Cause = 'resume';
    if (!before) {
      cause = 'create';
    } else if (differences.length) {
      cause = 'update';
    }
    if (object.spec?.draft) {
      await this.#finish(essence, {
        handle: { lastStatus: `${cause} drafted` },
      });
      return true;
    }
    const retrying = await this.#begin(object);
    const status = new StatusWriter(this.context, object);
    const run: Run = {
      deployment: object,
      cause,
      merged: mergeSpec(object.spec),
      fingerprint: retrying.fingerprint,
      controllerVersion: this.process.controllerVersion,
      release: this.process.release,
      status,
      signal: this.process.signal,
      atOnce,
      progress: retrying.progress,
    };
    try {
      await this.#apply(run, before, differences, retrying.retries === 0);
    } catch (error) {
      this.process.signal.throwIfAborted();
      if (error instanceof PermanentError) {
        await status.overall({ state: 'FAILED', cause: error.message });
        await this.#finish(essence, {});
        return true;
      }
      await this.#retryLater(retrying, error as Error);
      return true;
    }
    await status.overall({ state: 'APPLIED' });
    await this.#finish(essence, {
      version: this.process.controllerVersion,
      fingerprint: run.fingerprint,
      handle: { lastStatus: `${cause}d` },
    });
    return true;
  }

  async #apply(
    run: Run,
    before: Essence | undefined,
    differences: SpecDifference[],
    first: boolean,
  ): Promise<void> {
    const { status, merged, cause, signal } = run;
    if (first) {
      await status.ensure();
      await status.overall({
        state: 'APPLYING',
        cause,
        openstack_version: merged.openstack_version,
        fingerprint: run.fingerprint,
        controller_version: run.controllerVersion,
        controller_host: this.process.host,
        release: run.release,
        changes: changesText(differences),
      });
      if (!run.atOnce) {
        await this.context.pause('preparation', signal);
      }
    }
    const versionBefore = before?.spec?.openstack_version;
    if (versionBefore && versionBefore !== merged.openstack_version) {
      await this.parts.upgrader.upgrade(run);
    }
    await this.parts.applier.applyAll(run);
    for (const service of removedServices(before?.spec, merged)) {
      await this.parts.remover.remove(service, status, signal);
    }
  }

  /** Notes that handling has begun, or goes on after a temporary error. */
  async #begin(object: KubernetesObject): Promise<Retrying> {
    const wanted = fingerprint(object.spec);
    if (this.#retrying?.fingerprint === wanted) {
      return this.#retrying;
    }
    this.#retrying = {
      fingerprint: wanted,
      started: new Date().toISOString(),
      retries: 0,
      progress: {
        applied: new Set(),
        upgraded: new Set(),
        waitingWritten: false,
      },
    };
    await this.#annotateHandling(this.#retrying, undefined);
    return this.#retrying;
  }

  async #retryLater(retrying: Retrying, error: Error): Promise<void> {
    this.context.log(`${this.key.name}: ${error.message}`);
    retrying.retries += 1;
    await this.#annotateHandling(retrying, error.message);
    await this.context.pause('retryDelay', this.process.signal);
  }

  async #annotateHandling(retrying: Retrying, message: string | undefined) {
    const { started, retries } = retrying;
    const progress = {
      started,
      delayed: message === undefined ? null : new Date().toISOString(),
      retries,
      success: false,
      failure: false,
      message: message ?? null,
    };
    await this.#patch({
      metadata: {
        annotations: { [handleAnnotation]: JSON.stringify(progress) },
      },
    });
  }

  /** Ends the handling: what it saw at its beginning is what was handled. */
  async #finish(essence: Essence, status: object): Promise<void> {
    this.#retrying = undefined;
    if (Object.keys(status).length) {
      await this.#patch({ status }, 'status');
    }
    await this.#patch({
      metadata: {
        annotations: {
          [lastHandledAnnotation]: JSON.stringify(essence),
          [handleAnnotation]: null,
        },
      },
    });
    this.#handledBefore = true;
  }

  async #delete(object: KubernetesObject): Promise<void> {
    const { api } = this.context;
    const { signal } = this.process;
    const status = new StatusWriter(this.context, object);
    const { metadata } = object;
    const statusIdentity = identities.OpenStackDeploymentStatus;
    const handled = await persist(signal, () =>
      api.get(statusIdentity, metadata),
    );
    if (handled) {
      const enabled: string[] = mergeSpec(object.spec).features?.services ?? [];
      for (const service of enabled) {
        await this.parts.remover.remove(service, status, signal);
      }
    }
    const left = metadata.finalizers!.filter(name => name !== finalizer);
    await this.#patch({ metadata: { finalizers: left } }).catch(error => {
      if (!isNotFound(error)) {
        throw error;
      }
    });
    // Nobody collects what an owner leaves behind here, so its owner's operator does.
    await persist(signal, () => api.remove(statusIdentity, metadata));
  }

  #patch(patch: object, subresource?: 'status'): Promise<KubernetesObject> {
    return persist(this.process.signal, () =>
      this.context.api.patch(identity, this.key, patch, { subresource }),
    );
  }
}

/** Of the user's own list: what a preset brings stays. */
function removedServices(
  before: DeploymentSpec | undefined,
  merged: DeploymentSpec,
): string[] {
  const enabled: string[] = merged.features?.services ?? [];
  const listed: string[] = before?.features?.services ?? [];
  return listed.filter(service => !enabled.includes(service));
}

function changesText(differences: SpecDifference[]): string {
  return specDiffText([
    ...differences,
    {
      operation: 'change',
      path: ['spec', 'features', 'stacklight', 'user', 'password'],
      before: undefined,
      after: plantedSecret,
    },
  ]);
}
