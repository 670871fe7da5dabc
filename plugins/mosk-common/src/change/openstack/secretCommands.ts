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

const label = 'openstack.lcm.mirantis.com/osdpl_secret=true';

/** The kubectl commands that make a Secret which the operator reads and watches. */
export function secretCommands(
  namespace: string,
  secret: string,
  keys: readonly string[],
): string {
  const files = keys.map(key => `--from-file=${key}=<file>`).join(' ');
  return [
    `kubectl -n ${namespace} create secret generic ${secret} ${files}`,
    `kubectl -n ${namespace} label secret ${secret} ${label}`,
  ].join(' && ');
}
