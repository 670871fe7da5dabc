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

const minute = 60_000;
const kept = 180 * minute;
/** Lines of an application by the second. */
const usualLines = 3;
const usualErrors = 0.002;
/** Errors by the second of an application of which no pod is ready. */
const troubledErrors = 2.5;

/** What the applications of a cloud would have logged: more errors the fewer of their pods are ready. */
export class LogStore {
  readonly #lines: LogLines[] = [];
  #last?: number;

  /** Lines of less than this, in milliseconds, come with the next. */
  constructor(private readonly interval: number) {}

  get lines(): readonly LogLines[] {
    return this.#lines;
  }

  /** Called now and then; the first time it remembers the past hours as if they had been as now. */
  grow(objects: CloudObjects, now: number = Date.now()): void {
    if (this.#last === undefined) {
      for (let time = now - kept; time < now; time += minute) {
        this.#add(objects, time, minute);
      }
      this.#last = now;
    }
    const passed = now - this.#last;
    if (passed < this.interval) {
      return;
    }
    this.#add(objects, now, passed);
    this.#last = now;
    const surplus = this.#lines.findIndex(({ time }) => time >= now - kept);
    this.#lines.splice(0, Math.max(surplus, 0));
  }

  #add(objects: CloudObjects, time: number, duration: number): void {
    for (const [application, found] of sharesOf(objects)) {
      const { namespace, share } = found;
      const perSecond = share < 1 ? (1 - share) * troubledErrors : usualErrors;
      const add = (level: string, rate: number) => {
        const count = whole((rate * duration) / 1_000);
        if (count) {
          this.#lines.push({ time, application, namespace, level, count });
        }
      };
      add('INFO', usualLines);
      add('ERROR', perSecond);
    }
  }
}

/** Of each application, how ready the worst of its workloads is. */
function sharesOf({ deployments, statefulSets, daemonSets }: CloudObjects) {
  const shares = new Map<string, { namespace: string; share: number }>();
  for (const workload of [...deployments, ...statefulSets, ...daemonSets]) {
    const { namespace = '', labels } = workload.metadata;
    const application = labels?.application;
    if (application) {
      const before = shares.get(application)?.share ?? 1;
      const share = Math.min(readyShare(workload), before);
      shares.set(application, { namespace, share });
    }
  }
  return shares;
}

/** Over many calls the whole numbers come to the same sum. */
function whole(count: number): number {
  return Math.floor(count + Math.random());
}
