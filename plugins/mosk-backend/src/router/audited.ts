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
  AuditorService,
  AuditorServiceEventSeverityLevel,
} from '@backstage/backend-plugin-api';
import { JsonObject } from '@backstage/types';
import { Request } from 'express';

/** Does something between the opening and the one closing of an auditor event. */
export async function audited<T>(
  auditor: AuditorService,
  event: {
    eventId: string;
    request: Request<any, any, any, any, any>;
    meta: JsonObject;
    severityLevel?: AuditorServiceEventSeverityLevel;
  },
  act: () => Promise<{ result: T; meta?: JsonObject }>,
): Promise<T> {
  const opened = await auditor.createEvent({
    severityLevel: 'medium',
    ...event,
  });
  let outcome: { result: T; meta?: JsonObject };
  try {
    outcome = await act();
  } catch (error) {
    await opened.fail({ error: error as Error });
    throw error;
  }
  await opened.success({ meta: outcome.meta });
  return outcome.result;
}
