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

import { CloudObjects } from '../metrics/types';
import { readyShare } from '../metrics/readyShare';
import { LogLines } from './types';

const kept = 3 * 3600 * 1000;
const interval = 10_000;
/** Lines of an application in one interval. */
const usualLines = 30;
const usualErrors = 0.02;
const troubledErrors = 25;

/** What the applications of a cloud would have logged: more errors the fewer of their pods are ready. */
export class LogStore {
  readonly #lines: LogLines[] = [];
  #last = 0;

  get lines(): readonly LogLines[] {
    return this.#lines;
  }

  /** Called now and then; the first time it remembers the past hours as if they had been as now. */
  grow(objects: CloudObjects, now: number = Date.now()): void {
    const from = this.#last || now - kept;
    for (let time = from + interval; time <= now; time += interval) {
      this.#add(objects, time);
      this.#last = time;
    }
    const oldest = now - kept;
    const surplus = this.#lines.findIndex(({ time }) => time >= oldest);
    this.#lines.splice(0, Math.max(surplus, 0));
  }

  #add(objects: CloudObjects, time: number): void {
    const shares = new Map<string, { namespace: string; share: number }>();
    const { deployments, statefulSets, daemonSets } = objects;
    for (const workload of [...deployments, ...statefulSets, ...daemonSets]) {
      const { namespace = '', labels } = workload.metadata;
      const application = labels?.application;
      if (application) {
        const share = readyShare(workload);
        const before = shares.get(application)?.share ?? 1;
        shares.set(application, { namespace, share: Math.min(share, before) });
      }
    }
    for (const [application, { namespace, share }] of shares) {
      const errors =
        share < 1
          ? Math.ceil((1 - share) * troubledErrors)
          : Number(Math.random() < usualErrors);
      const add = (level: string, count: number) =>
        this.#lines.push({ time, application, namespace, level, count });
      add('INFO', usualLines);
      if (errors) {
        add('ERROR', errors);
      }
    }
  }
}
