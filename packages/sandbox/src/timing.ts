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

/**
 * Every duration of the simulation, in milliseconds at time scale 1, where creating an OpenStack cloud takes about a minute.
 * The scale multiplies them all: 0.1 is ten times as fast.
 */
const durations = {
  /** From a node's change until its Ready condition says so. */
  nodeCondition: 500,
};

/** The table, scaled. */
export type Timing = Readonly<Record<keyof typeof durations, number>> & {
  readonly scale: number;
};

export function createTiming(scale: number): Timing {
  if (!Number.isFinite(scale) || scale <= 0) {
    throw new Error(
      `The time scale must be a number above 0, as in --time-scale 0.1, and is ${scale}`,
    );
  }
  const scaled = Object.fromEntries(
    Object.entries(durations).map(([name, value]) => [name, value * scale]),
  ) as Record<keyof typeof durations, number>;
  return { ...scaled, scale };
}
