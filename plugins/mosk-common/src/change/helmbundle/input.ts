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

import { JsonObject } from '@backstage/types';

/**
 * One Helm release that a bundle shall have.
 * @public
 */
export interface HelmReleaseInput {
  name: string;
  namespace: string;
  /** `repository/name`, or `name`. */
  chart?: string;
  version?: string;
  /** URL of a chart's archive, in place of chart and version. */
  chartUrl?: string;
  /** An object or YAML text. Not for secrets: what a form is given is stored in clear. */
  values?: JsonObject | string;
  /** Releases of the same bundle that have to be ready first. */
  requires?: string[];
  labels?: Record<string, string>;
}

/**
 * A chart repository that a bundle brings along.
 * @public
 */
export interface HelmRepositoryInput {
  name: string;
  url: string;
  /** Name of the Secret with the login, in the namespace of the bundle. */
  authSecret?: string;
}

/**
 * What a HelmBundle is made of. It is always sent whole: a release that is left out is uninstalled.
 * @public
 */
export interface HelmBundleInput {
  name: string;
  namespace: string;
  releases: HelmReleaseInput[];
  repositories?: HelmRepositoryInput[];
  /** Release of the operator that alone may handle it. */
  operatorRelease?: string;
  /**
   * `releases: [{name, values}]` laid over the releases of the same names, from the secrets of the template run: the
   * way for values that are secret.
   */
  secretSpec?: JsonObject | string;
  /** The person knows that a bundle which the portal did not make is overwritten by who made it. */
  acknowledgeOverwrite?: boolean;
}
