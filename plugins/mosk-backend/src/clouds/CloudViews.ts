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

import { MoskCloud } from '@mosk-portal/plugin-mosk-node';
import { readCloudView } from './readCloudView';
import { CloudView } from './types';

/** Views of clouds, computed once for each snapshot however many pages are open. */
export class CloudViews {
  private readonly known = new WeakMap<
    MoskCloud,
    { revision: string; view: CloudView }
  >();

  static create(): CloudViews {
    return new CloudViews();
  }

  private constructor() {}

  of(cloud: MoskCloud): CloudView {
    const snapshot = cloud.snapshot();
    const known = this.known.get(cloud);
    if (known?.revision === snapshot.revision) {
      return known.view;
    }
    const view = readCloudView(cloud, snapshot);
    this.known.set(cloud, { revision: snapshot.revision, view });
    return view;
  }
}
