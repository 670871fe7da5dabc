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

import { pause } from '../until';

const LONGEST_MS = 1_500;

/** Long enough for the portal to be done, and of random length: rounds must not march in step with its timers. */
export function rest(): Promise<void> {
  return pause(LONGEST_MS * (0.5 + Math.random() / 2));
}
