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

import { requestVerb } from './requestVerb';

it('names requests as Kubernetes authorises them', () => {
  const lcm = '/apis/lcm.mirantis.com/v1alpha1';
  const verbs = [
    ['GET', '/api/v1/nodes'],
    ['GET', '/api/v1/namespaces'],
    ['GET', '/api/v1/namespaces/openstack'],
    ['GET', '/api/v1/namespaces/openstack/pods'],
    ['GET', '/api/v1/namespaces/openstack/pods/nova'],
    ['GET', `${lcm}/openstackdeployments?limit=500`],
    ['GET', `${lcm}/openstackdeployments?watch=true`],
    ['GET', `${lcm}/namespaces/openstack/openstackdeployments/one`],
    ['GET', '/version'],
    ['PATCH', `${lcm}/namespaces/openstack/openstackdeployments/one`],
    ['POST', `${lcm}/namespaces/openstack/openstackdeployments`],
  ].map(([method, url]) => requestVerb(method, url));
  expect(verbs).toEqual([
    'list',
    'list',
    'get',
    'list',
    'get',
    'list',
    'watch',
    'get',
    'get',
    'patch',
    'create',
  ]);
});
