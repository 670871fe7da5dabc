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

/** Schema of `{ [key]: string[] }`, the parameters of a rule, in the way of the Standard Schema specification. */
export function nameListSchema<Key extends string>(
  key: Key,
  description: string,
) {
  type Params = Record<Key, string[]>;
  const jsonSchema = () => ({
    type: 'object',
    properties: {
      [key]: { type: 'array', items: { type: 'string' }, description },
    },
    required: [key],
    additionalProperties: false,
  });
  return {
    '~standard': {
      version: 1 as const,
      vendor: 'mosk-portal',
      types: undefined as undefined | { input: Params; output: Params },
      validate: (value: unknown) => {
        const names = (value as Partial<Params> | undefined)?.[key];
        return Array.isArray(names) &&
          names.every(name => typeof name === 'string')
          ? { value: { [key]: names } as Params }
          : { issues: [{ message: `${key} must be a list of texts` }] };
      },
      jsonSchema: { input: jsonSchema, output: jsonSchema },
    },
  };
}
