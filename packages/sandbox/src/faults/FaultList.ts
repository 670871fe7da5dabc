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

import { ActiveFault, Fault, FaultType, SeenRequest } from './types';

const types: FaultType[] = [
  'drop',
  'status',
  'delay',
  'freeze',
  'expire',
  'malformed',
  'empty',
];

/** What befalls requests of one verb only. */
const onlyVerb: Partial<Record<FaultType, string>> = {
  freeze: 'watch',
  expire: 'watch',
  empty: 'list',
};

/** The faults that are switched on. */
export class FaultList {
  private readonly faults = new Map<string, ActiveFault>();
  private next = 1;

  add(fault: Fault): ActiveFault {
    if (!types.includes(fault.type)) {
      throw new Error(
        `There is no fault ${fault.type}; there are ${types.join(', ')}`,
      );
    }
    if (fault.path) {
      // Throws here rather than in the middle of a request.
      RegExp(fault.path);
    }
    const active = { ...fault, id: String(this.next), hits: 0 };
    this.next += 1;
    this.faults.set(active.id, active);
    return active;
  }

  list(): ActiveFault[] {
    return [...this.faults.values()];
  }

  has(id: string): boolean {
    return this.faults.has(id);
  }

  /** Without an id, all. */
  clear(id?: string): void {
    if (id === undefined) {
      this.faults.clear();
    } else {
      this.faults.delete(id);
    }
  }

  /** The first fault that hits this request; counts the hit. */
  take(request: SeenRequest): ActiveFault | undefined {
    const fault = this.list().find(candidate => hits(candidate, request));
    if (fault) {
      fault.hits += 1;
    }
    return fault;
  }
}

function hits(fault: ActiveFault, request: SeenRequest): boolean {
  const { verbs, path, count, type } = fault;
  const only = onlyVerb[type];
  return (
    (count === undefined || fault.hits < count) &&
    (!only || request.verb === only) &&
    (!verbs?.length || verbs.includes(request.verb)) &&
    (!path || new RegExp(path).test(request.path))
  );
}
