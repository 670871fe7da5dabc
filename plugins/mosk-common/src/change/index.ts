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

export * from './types';
export * from './diff';
export * from './redactedYaml';
export * from './fields';
export * from './fillInput';
export * from './path';
export * from './builders';
export * from './edit';
export * from './merge';
export * from './specVersion';
export * from './ceph/build';
export * from './ceph/input';
export * from './helmbundle/build';
export * from './helmbundle/input';
export * from './openstack/build';
export * from './openstack/check';
export * from './openstack/input';
export * from './openstack/statusRules';
export * from './openstack/upgradeOptions';
