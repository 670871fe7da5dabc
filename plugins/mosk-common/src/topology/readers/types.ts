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

import { ProjectedWorkload } from '../../kinds/workload';
import { CloudSnapshot } from '../../snapshot/types';
import { Component } from '../types';

/**
 * What configuration says of a cloud.
 * @public
 */
export interface CloudDescription {
  title: string;
  links: Component['links'];
}

/** What a reader sees. */
export interface TopologyContext {
  snapshot: CloudSnapshot;
  about: CloudDescription;
  /** Deployments, StatefulSets and DaemonSets. */
  workloads: readonly ProjectedWorkload[];
}

/**
 * Finds the components of one part of a cloud. It may name components of other parts: what the
 * cloud does not have is left out in the end.
 */
export type TopologyReader = (context: TopologyContext) => {
  components: Component[];
  /** Dependencies of components that other readers find, by their ids. */
  dependencies?: ReadonlyArray<{ from: string; on: string }>;
  /** Links that people look for on the cloud itself. */
  cloudLinks?: Component['links'];
};
