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

import { computeRules } from './compute';
import { dashboardRules } from './dashboard';
import { databaseRules } from './database';
import { generalRules } from './general';
import { hardToUndoRules } from './hardToUndo';
import { identityRules } from './identity';
import { imageRules } from './image';
import { networkingRules } from './networking';
import { secretRules } from './secrets';
import { serviceRules } from './services';
import { storageRules } from './storage';
import { Rule } from './types';
import { upgradeRules } from './upgrade';

/** Every rule, in the order in which problems are shown. */
export const openStackRules: readonly Rule[] = [
  ...generalRules,
  ...serviceRules,
  ...secretRules,
  ...networkingRules,
  ...computeRules,
  ...storageRules,
  ...imageRules,
  ...identityRules,
  ...dashboardRules,
  ...databaseRules,
  ...upgradeRules,
  ...hardToUndoRules,
];
