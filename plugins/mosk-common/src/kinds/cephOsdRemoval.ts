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

import { projectMetadata } from './projectMetadata';
import { ProjectedObject, RawObject } from './types';
import { listOf, objectOf, textOf } from './values';

/**
 * What is kept of a CephOsdRemoveRequest or CephOsdRemoveTask: enough to say why the operator waits.
 * @public
 */
export interface ProjectedCephOsdRemoval<
  K extends 'CephOsdRemoveRequest' | 'CephOsdRemoveTask' =
    | 'CephOsdRemoveRequest'
    | 'CephOsdRemoveTask',
> extends ProjectedObject {
  kind: K;
  phase?: string;
  /** The phase before this one. */
  previousPhase?: string;
  approved: boolean;
  resolved: boolean;
}

/** @internal */
export function projectCephOsdRemoval<
  K extends 'CephOsdRemoveRequest' | 'CephOsdRemoveTask',
>(kind: K, raw: RawObject): ProjectedCephOsdRemoval<K> {
  const spec = objectOf(raw.spec);
  const status = objectOf(raw.status);
  const conditions = listOf(status.conditions);
  return {
    kind,
    metadata: projectMetadata(raw),
    phase: textOf(status.phase),
    previousPhase: textOf(objectOf(conditions[conditions.length - 2]).phase),
    approved: spec.approve === true,
    resolved: spec.resolved === true,
  };
}
