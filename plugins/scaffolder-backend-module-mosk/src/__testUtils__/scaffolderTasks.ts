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

import { startTestBackend } from '@backstage/backend-test-utils';
import { JsonObject } from '@backstage/types';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';

export type Backend = Awaited<ReturnType<typeof startTestBackend>>;

/** How a task ended. */
export interface TaskEnd {
  status: string;
  /** `<step> <message>`, a line each. */
  log: string;
  output?: any;
  error?: string;
}

const patience = 120_000;
const endings = ['completed', 'failed', 'cancelled'];

/** A template of this repository, as its entity. */
export function readTemplate(name: string) {
  const file = resolve(
    __dirname,
    '../../../../templates',
    name,
    'template.yaml',
  );
  return parse(readFileSync(file, 'utf8'));
}

/** Asks a backend as a page would; what it says is kept in `said`. */
export async function ask(
  backend: Backend,
  path: string,
  options: { body?: object; said?: string[] } = {},
): Promise<any> {
  const { body, said } = options;
  const response = await fetch(
    `http://localhost:${backend.server.port()}/api/${path}`,
    body && {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    },
  );
  const text = await response.text();
  said?.push(text);
  if (!response.ok) {
    throw new Error(`${path} answers ${response.status}: ${text}`);
  }
  return text ? JSON.parse(text) : undefined;
}

/** Starts a task of a template, by its name. */
export async function startTask(
  backend: Backend,
  template: string,
  values: JsonObject,
  options: { secrets?: JsonObject; said?: string[] } = {},
): Promise<string> {
  const { secrets = {}, said } = options;
  const body = {
    templateRef: `template:default/${template}`,
    values,
    secrets,
  };
  const { id } = await ask(backend, 'scaffolder/v2/tasks', { body, said });
  return id;
}

/** Resolves when a task has ended. */
export async function endOfTask(
  backend: Backend,
  id: string,
  said?: string[],
): Promise<TaskEnd> {
  const last = Date.now() + patience;
  for (;;) {
    const { status } = await ask(backend, `scaffolder/v2/tasks/${id}`, {
      said,
    });
    const events = await ask(backend, `scaffolder/v2/tasks/${id}/events`, {
      said,
    }).catch(() => []);
    const log = events
      .map(({ body }: any) => `${body.stepId ?? ''} ${body.message}`)
      .join('\n');
    if (endings.includes(status)) {
      const done = events.find(({ type }: any) => type === 'completion');
      return {
        status,
        log,
        output: done?.body.output,
        error: done?.body.error?.message,
      };
    }
    if (Date.now() > last) {
      throw new Error(`Task ${id} is still ${status}:\n${log}`);
    }
    await new Promise(wake => {
      setTimeout(wake, 100);
    });
  }
}
