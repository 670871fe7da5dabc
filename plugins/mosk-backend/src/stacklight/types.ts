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

import { StackLightError } from './StackLightError';

/** What the portal asks of StackLight. */
export type SourceId = 'prometheus' | 'alertmanager' | 'opensearch';

/** How the portal makes itself known. */
export type StackLightAuth =
  | { type: 'none' }
  | { type: 'bearer'; token: string }
  | { type: 'bearer'; tokenFile: string }
  | {
      type: 'oidc';
      tokenUrl: string;
      clientId: string;
      clientSecret: string;
      scope: string;
    };

/** Where the StackLight of one cloud answers. Addresses have no slash at their end. */
export interface StackLightConfig {
  prometheus?: string;
  alertmanager?: string;
  openSearch?: string;
  openSearchDashboards?: string;
  grafana?: string;
  auth: StackLightAuth;
  /** Certificates of the authority that signed theirs. */
  ca?: string;
  /** Milliseconds. */
  timeout: number;
}

/** What a source answered, or why there is no answer. */
export type Answer<T> =
  | { value: T; asOf: Date }
  | { error: StackLightError; nextAttemptAt?: Date };

/** A request with a fixed path: none is ever made of what a person typed. */
export interface StackLightRequest {
  method?: 'GET' | 'POST';
  path: string;
  query?: Record<string, string>;
  headers?: Record<string, string>;
  body?: string;
}
