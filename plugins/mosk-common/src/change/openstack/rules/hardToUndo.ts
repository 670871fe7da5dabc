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

import { Rule, warn } from './types';

const fields: Record<string, string> = {
  'spec.preset': 'moves services in or out of the whole cloud',
  'spec.size': 'changes how many replicas every service has',
  'spec.public_domain_name':
    'changes the address of every public endpoint, and the certificate must match it',
  'spec.internal_domain_name':
    'changes the names that services find each other by',
};

/** Changes that the operator accepts and that people regret. */
const regretted: Rule = ({ live, changedPaths }) =>
  live
    ? changedPaths
        .filter(path => path in fields && live[path.slice('spec.'.length)])
        .map(path =>
          warn(path, `Changing it on a running cloud ${fields[path]}.`),
        )
    : [];

export const hardToUndoRules: Rule[] = [regretted];
