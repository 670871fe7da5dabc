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

/** How much is measured. */
export interface Sizes {
  /** Rounds of appearing and going, after some that do not count. */
  entityRounds: number;
  pageRounds: number;
  warmUpRounds: number;
  /** How long requests are counted at rest. */
  restSeconds: number;
  /** Objects that are held, in ascending order. */
  objects: number[];
}

export const fullSizes: Sizes = {
  entityRounds: 20,
  pageRounds: 20,
  warmUpRounds: 2,
  restSeconds: 130,
  objects: [1_000, 10_000],
};

/** Shows that the benchmark works; its numbers say little. */
export const quickSizes: Sizes = {
  entityRounds: 5,
  pageRounds: 5,
  warmUpRounds: 1,
  restSeconds: 20,
  objects: [200, 1_000],
};
