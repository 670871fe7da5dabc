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

import { JsonObject } from '@backstage/types';
import {
  ChangeAuthor,
  CloudConnection,
  CloudSnapshot,
  KindDefinition,
  Observation,
  ObservationPhase,
  ProjectedObject,
  StepObservation,
} from '@mosk-portal/plugin-mosk-common';
import {
  ApplyRequest,
  ApplyResult,
  LiveManifest,
  MoskCloud,
  PodView,
  SnapshotChange,
  WarningEventView,
} from '@mosk-portal/plugin-mosk-node';

/** An object whose reading is told by the object itself. */
export interface FakeObject extends ProjectedObject {
  author?: ChangeAuthor;
  spec: JsonObject;
  phase: ObservationPhase;
  run: number;
  cause: Observation['cause'];
  steps: StepObservation[];
}

export const fakeDefinition: KindDefinition<FakeObject> = {
  identity: {
    group: 'test',
    version: 'v1',
    kind: 'OpenStackDeployment',
    plural: 'tests',
    namespaced: true,
  },
  project: () => {
    throw new Error('not used');
  },
  sensitivePaths: [],
  rollout: {
    observe: ({ object, memory }) => {
      if (!object) {
        return {
          phase: 'gone',
          generation: Number(memory?.generation ?? 1),
          run: 1,
          cause: 'delete',
          progress: { parts: [] },
          steps: [],
          memory: memory ?? {},
        };
      }
      return {
        phase: object.phase,
        generation: object.metadata.generation!,
        run: object.run,
        cause: object.cause,
        progress: { parts: [] },
        steps: object.steps,
        memory: { generation: object.metadata.generation! },
      };
    },
  },
};

export const fakeObject = (overrides?: Partial<FakeObject>): FakeObject => ({
  kind: 'OpenStackDeployment',
  metadata: {
    uid: 'uid-1',
    name: 'cloud-one',
    namespace: 'openstack',
    resourceVersion: '1',
    generation: 1,
    createdAt: '2026-03-04T10:00:00Z',
    labels: {},
  },
  author: { manager: 'mosk-portal', user: 'user:default/ann', task: 'task-1' },
  spec: { size: 'tiny' },
  phase: 'queued',
  run: 1,
  cause: 'create',
  steps: [],
  ...overrides,
});

/** A cloud without a cluster: its snapshots are set by the test. */
export class FakeCloud implements MoskCloud {
  readonly listeners = new Set<(change: SnapshotChange) => void>();
  readonly title: string;
  readonly owner = 'group:default/cloud-team';
  readonly readOnly = undefined;
  readonly links = [];
  readonly apply = jest.fn<Promise<ApplyResult>, [ApplyRequest]>();
  readonly readManifest = jest.fn<Promise<LiveManifest | undefined>, []>();
  readonly readPods = jest.fn<Promise<PodView[]>, [string, string?]>();
  readonly readPodsOnNode = jest.fn<Promise<PodView[]>, [string]>();
  readonly readWarnings = jest.fn<Promise<WarningEventView[]>, [string]>();
  private objects: readonly ProjectedObject[] = [];
  private revision = 0;
  private connection: CloudConnection['state'] = 'live';

  constructor(readonly name: string) {
    this.title = `Cloud ${name}`;
    this.readPods.mockRejectedValue(new Error('pods cannot be read'));
    this.readWarnings.mockRejectedValue(new Error('events cannot be read'));
    this.readManifest.mockResolvedValue(undefined);
  }

  set(
    objects: readonly ProjectedObject[],
    connection: CloudConnection['state'] = 'live',
  ) {
    this.objects = objects;
    this.connection = connection;
    this.revision += 1;
    for (const listener of this.listeners) {
      listener({ snapshot: this.snapshot(), objects: [] });
    }
  }

  snapshot(): CloudSnapshot {
    const objects = this.objects;
    return {
      cloud: this.name,
      revision: String(this.revision),
      connection: { state: this.connection, since: '2026-03-04T10:00:00Z' },
      complete: this.connection === 'live',
      missing: [],
      discovered: [...new Set(objects.map(object => object.kind))],
      objects: <T extends ProjectedObject>({ identity }: KindDefinition<T>) =>
        objects.filter(({ kind }) => kind === identity.kind) as unknown as T[],
    };
  }

  subscribe(listener: (change: SnapshotChange) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}
