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

interface SizeDefaults {
  api: number;
  cluster: number;
  dedicatedMessaging: string[];
}

const sizes: Record<string, SizeDefaults> = {
  single: { api: 1, cluster: 1, dedicatedMessaging: [] },
  tiny: { api: 3, cluster: 3, dedicatedMessaging: [] },
  small: {
    api: 6,
    cluster: 3,
    dedicatedMessaging: ['compute', 'networking'],
  },
  medium: {
    api: 15,
    cluster: 3,
    dedicatedMessaging: ['compute', 'networking'],
  },
};

/** Replica counts and defaults of a size; unknown sizes never pass the admission. */
export function sizeDefaults(size: string): SizeDefaults {
  return sizes[size] ?? sizes.single;
}
