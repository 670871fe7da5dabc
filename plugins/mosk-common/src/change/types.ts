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
 * Something wrong with one field of a manifest, or worth a warning.
 * @public
 */
export interface FieldProblem {
  /** Dotted path in the manifest, such as `spec.features.neutron.tunnel_interface`. */
  path: string;
  message: string;
  severity: 'error' | 'warning';
  /** The way out, such as a kubectl command. */
  advice?: string;
}

/**
 * A field that another manager owns.
 * @public
 */
export interface FieldConflict {
  path: string;
  manager: string;
  message?: string;
}

/**
 * Difference of two specs of one object, redacted.
 * @public
 */
export interface ManifestDiff {
  /** Redacted YAML of the spec before; empty for a creation. */
  before: string;
  after: string;
  /** Dotted paths below the object, such as `spec.size`. */
  changedPaths: string[];
  /** True when only values that are hidden differ. */
  hiddenOnly: boolean;
}
