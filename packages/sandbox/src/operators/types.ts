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

import type { Guardian } from '../control-plane';
import { KubernetesClient } from '../kubernetes';
import { CommandRegistry } from '../commands/types';
import type { StackLightAddresses } from '../stacklight/types';
import { Timing } from '../timing';
import { Log } from '../log';
import { MoskRelease } from './releases';

/** A simulated operator of MOSK. One instance plays in each cloud. */
export interface Operator {
  /** As in `openstack`. */
  readonly name: string;
  start(context: OperatorContext): Promise<RunningOperator>;
}

/**
 * - `empty`: the operators alone
 * - `storage`: a Ceph cluster runs, which OpenStack can use
 * - `running`: OpenStack runs too
 */
export type CloudState = 'empty' | 'storage' | 'running';

export interface OperatorContext {
  /** Name of the cloud. */
  readonly cloud: string;
  /** With the rights of an administrator, past the fault proxy. */
  readonly client: KubernetesClient;
  /** Every duration of the simulation, scaled already. */
  readonly timing: Timing;
  /** What there is at the start, the operators alone by default. */
  readonly cloudState?: CloudState;
  /** Undefined in a cloud with the kinds of every release, which else is as one of the first. */
  readonly release?: MoskRelease;
  /** Where the operator registers its verbs. */
  readonly commands: CommandRegistry;
  /** Aborts when the cloud ends. */
  readonly signal: AbortSignal;
  readonly log: Log;
  /** Ends what the operator starts, however this process ends. */
  readonly guardian: Guardian;
  /** Serves admission from this process and tells the API server about it. */
  registerWebhook(registration: WebhookRegistration): Promise<void>;
}

export interface RunningOperator {
  /** Resolves when nothing of it writes any more. */
  stop(): Promise<void>;
  /** Where StackLight answers, of the operator that plays it. */
  readonly stackLight?: StackLightAddresses;
}

export interface WebhookRegistration {
  /** Name of the configuration and of its webhook, as in `rockoon.mirantis.com`. */
  name: string;
  /** Name of the configuration, where it differs. */
  configurationName?: string;
  /** `rules` of a ValidatingWebhookConfiguration. */
  rules: Array<{
    apiGroups: string[];
    apiVersions: string[];
    operations: string[];
    resources: string[];
    scope?: 'Namespaced' | 'Cluster' | '*';
  }>;
  failurePolicy?: 'Fail' | 'Ignore';
  timeoutSeconds?: number;
  review(request: AdmissionRequest): Promise<AdmissionVerdict>;
}

/** `request` of an AdmissionReview. */
export interface AdmissionRequest {
  uid: string;
  operation: 'CREATE' | 'UPDATE' | 'DELETE' | 'CONNECT';
  subResource?: string;
  namespace?: string;
  name?: string;
  dryRun?: boolean;
  userInfo: { username: string; groups?: string[] };
  object?: any;
  oldObject?: any;
}

export interface AdmissionVerdict {
  allowed: boolean;
  /** Why not. */
  message?: string;
  /** HTTP code of a refusal, 403 when left out. */
  code?: number;
  warnings?: string[];
}
