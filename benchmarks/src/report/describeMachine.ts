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

import { cpus, loadavg, release, totalmem } from 'node:os';

/** What must be known of a machine to read its numbers. */
export function describeMachine(): string {
  const [processor] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${
    cpus().length
  } cores (${processor.model.trim()}), ${memory} GiB, Linux ${release()}, Node ${
    process.version
  }`;
}

/** Of the last minute: more than the benchmark itself makes says that the machine was shared. */
export function describeLoad(): string {
  return loadavg()[0].toFixed(2);
}
