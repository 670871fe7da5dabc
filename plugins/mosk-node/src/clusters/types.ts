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

/** What is needed to open a TLS connection and to be known at the other end. */
export interface Credentials {
  /** Values of request headers, such as `authorization`. */
  headers: Record<string, string>;
  tls: {
    ca?: string;
    cert?: string;
    key?: string;
    servername?: string;
    rejectUnauthorized?: boolean;
  };
  proxyUrl?: string;
}

/** Where a cluster is and how the portal makes itself known to it. */
export interface ClusterAccess {
  url: string;
  /** Asked before every request, so that a renewed token is taken up. */
  credentials(): Promise<Credentials>;
}

/** One cloud as the configuration has it. */
export interface CloudConfig {
  name: string;
  title: string;
  owner: string;
  readOnly?: { reason: string };
  links: ReadonlyArray<{ title: string; url: string; icon?: string }>;
  access: ClusterAccess;
}

/** A cloud that cannot be read as it is configured. It is known all the same, so that nothing of it is lost. */
export interface MisconfiguredCloudConfig
  extends Pick<CloudConfig, 'name' | 'title' | 'owner' | 'links'> {
  /** Names the key that is wrong. */
  error: string;
}

/** What the configuration says of the clouds. */
export interface CloudConfigs {
  clouds: Array<CloudConfig | MisconfiguredCloudConfig>;
  /** Set when there may be clouds of which not even the name can be read. */
  unnamed?: string;
}

/** A request to an API server. */
export interface KubernetesRequest {
  method?: 'GET' | 'PATCH';
  path: string;
  query?: Record<string, string | undefined>;
  headers?: Record<string, string>;
  body?: string;
  signal?: AbortSignal;
}

/** An answer of an API server, whatever its status. */
export interface KubernetesResponse {
  status: number;
  /** Names in lower case. */
  headers: Record<string, string | string[] | undefined>;
  body: AsyncIterable<Buffer> & { text(): Promise<string> };
}

/** The way to one API server. */
export interface KubernetesConnection {
  /** Throws a {@link KubernetesError} when there is no answer; an answer of any status is returned. */
  request(request: KubernetesRequest): Promise<KubernetesResponse>;
  close(): Promise<void>;
}
