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

import {
  CloudSnapshot,
  findKindDefinition,
  MoskViews,
  openStackDeployment,
} from '@mosk-portal/plugin-mosk-common';
import { admissionProblem } from './admissionProblem';

/** Kinds of which every change would be refused now, known before anybody fills a form. */
export function refusals(snapshot: CloudSnapshot): MoskViews.Refusal[] {
  const admission = admissionProblem(snapshot);
  const ruled = snapshot.discovered.flatMap(kind => {
    const reason = findKindDefinition(kind)?.refusesWrites?.(snapshot);
    return reason ? { kind, reason, passing: false } : [];
  });
  return admission
    ? [
        {
          kind: openStackDeployment.identity.kind,
          reason: admission,
          passing: true,
        },
        ...ruled,
      ]
    : ruled;
}
