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

import { ServiceUnavailableError } from '@backstage/errors';
import { CloudSnapshot, snapshotOf } from '@mosk-portal/plugin-mosk-common';
import { randomUUID } from 'node:crypto';
import { createApplyError } from './apply/ApplyError';
import { MisconfiguredCloudConfig } from './clusters';
import { ApplyResult, LiveManifest, MoskCloud, PodView } from './types';

/**
 * A cloud whose configuration is wrong. It stands among the others as one that is out of reach, with the key that is
 * wrong as the reason, so that people see it and nothing that is remembered of it is removed. Only another start with
 * another configuration changes that, so it tries nothing.
 */
export class MisconfiguredCloud implements MoskCloud {
  private readonly state: CloudSnapshot;

  private constructor(private readonly config: MisconfiguredCloudConfig) {
    this.state = snapshotOf({
      cloud: config.name,
      objects: [],
      complete: false,
      connection: {
        state: 'misconfigured',
        since: new Date().toISOString(),
        error: config.error,
      },
      revision: randomUUID().slice(0, 8),
    });
  }

  static create(config: MisconfiguredCloudConfig): MisconfiguredCloud {
    return new MisconfiguredCloud(config);
  }

  get name(): string {
    return this.config.name;
  }

  get title(): string {
    return this.config.title;
  }

  get owner(): string {
    return this.config.owner;
  }

  get links(): MoskCloud['links'] {
    return this.config.links;
  }

  get readOnly(): { reason: string } {
    return { reason: this.config.error };
  }

  snapshot(): CloudSnapshot {
    return this.state;
  }

  subscribe(): () => void {
    return () => {};
  }

  async readManifest(): Promise<LiveManifest | undefined> {
    throw this.unavailable();
  }

  async apply(): Promise<ApplyResult> {
    throw createApplyError({
      reason: 'read-only',
      message: this.unavailable().message,
    });
  }

  async readPods(): Promise<PodView[]> {
    throw this.unavailable();
  }

  async readPodsOnNode(): Promise<PodView[]> {
    throw this.unavailable();
  }

  async readWarnings(): Promise<never[]> {
    throw this.unavailable();
  }

  async stop(): Promise<void> {}

  private unavailable(): Error {
    return new ServiceUnavailableError(
      `The cloud "${this.name}" cannot be reached as it is configured: ${this.config.error}`,
    );
  }
}
