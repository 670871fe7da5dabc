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

/** What the fault proxy does to a request. */
export type FaultType =
  /** Cuts the connection: new requests at once, running watches too. */
  | 'drop'
  /** Answers with `status` (401, 403, 429, 500, 410, ...) and a Status object. */
  | 'status'
  /** Lets it through after `delay` milliseconds. */
  | 'delay'
  /** Watches stay open and bring nothing any more, not even bookmarks, until the fault is cleared. */
  | 'freeze'
  /** Watches bring an ERROR event with code 410 and end. */
  | 'expire'
  /** Answers with what is no JSON; running watches bring such a line. */
  | 'malformed'
  /** Lists are answered as the API server does, with 200 and their resourceVersion, but without any item. */
  | 'empty';

export interface Fault {
  type: FaultType;
  /** As Kubernetes names them: get, list, watch, create, update, patch, delete. All when left out. */
  verbs?: string[];
  /** Regular expression on path and query. All when left out. */
  path?: string;
  /** How many requests (or running watches) it hits. All when left out. */
  count?: number;
  /** Of type `status`. */
  status?: number;
  /** Seconds of a Retry-After header, of type `status`. */
  retryAfter?: number;
  /** Milliseconds, of type `delay`. */
  delay?: number;
}

export interface ActiveFault extends Fault {
  id: string;
  /** How often it hit. */
  hits: number;
}

/** One request that the proxy has seen. */
export interface SeenRequest {
  verb: string;
  path: string;
}
