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

import { Component } from '@mosk-portal/plugin-mosk-common';
import { MoskCloud } from '@mosk-portal/plugin-mosk-node';

/**
 * Text that stands for the definition of a public endpoint. OpenStack publishes no machine
 * readable definitions of its APIs, so it says where the API is and how to ask for it.
 */
export function apiDefinitionOf(
  component: Component,
  cloud: Pick<MoskCloud, 'title'>,
): string {
  return [
    `${component.title} of ${cloud.title}`,
    ...(component.description ? ['', component.description] : []),
    '',
    ...component.links.map(link => `${link.title}: ${link.url}`),
    '',
    'The catalog of Keystone has the exact address of each version:',
    '  openstack catalog list',
  ].join('\n');
}
