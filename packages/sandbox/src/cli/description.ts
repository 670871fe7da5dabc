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

import { StackLightAddresses } from '../stacklight/types';

/** What sandbox.json holds: enough to reach a running sandbox and to command it. */
export interface SandboxDescription {
  pid: number;
  guardianPid?: number;
  control: { url: string; token: string };
  /** Configuration of a portal that shows these clouds. */
  portalConfig: string;
  timeScale: number;
  clouds: CloudDescription[];
}

export interface CloudDescription {
  name: string;
  /** Of kube-apiserver. */
  url: string;
  /** Of the fault proxy before it. It takes tokens only. */
  proxyUrl: string;
  /** PEM */
  ca: string;
  /** Base64 of the PEM, as configurations take it. */
  caData: string;
  /** Of an administrator. */
  kubeconfig: string;
  tokens: { reader: string; portal: string; portalReadOnly: string };
  /** Addresses of StackLight, and the token that they want. */
  stackLight?: StackLightAddresses;
  pids: { etcd?: number; kubeApiserver?: number };
}
