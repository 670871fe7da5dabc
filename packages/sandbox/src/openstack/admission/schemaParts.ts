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

/** A node of a JSON schema. */
export type Schema = Record<string, unknown>;

export const text: Schema = { type: 'string' };
export const flag: Schema = { type: 'boolean' };
export const integer: Schema = { type: 'integer' };
export const number: Schema = { type: 'number' };
/** An object that nothing is said about. */
export const free: Schema = { type: 'object' };
export const oneOf = (...values: string[]): Schema => ({
  type: 'string',
  enum: values,
});
export const listOf = (items: Schema): Schema => ({ type: 'array', items });

/** An object with these properties and no others. */
export const closed = (
  properties: Record<string, Schema>,
  ...required: string[]
): Schema => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
});

/** An object with these properties among others. */
export const open = (
  properties: Record<string, Schema>,
  ...required: string[]
): Schema => ({ type: 'object', properties, required });

/** An object whose keys the user chooses. */
export const mapOf = (value: Schema): Schema => ({
  type: 'object',
  additionalProperties: value,
});

export const switchOnly = closed({ enabled: flag });

const secretReference = closed({
  value_from: closed({
    secret_key_ref: open({ name: text, key: text }),
  }),
});

/** A string, or where to find it in a Secret. */
export const secret: Schema = { anyOf: [text, secretReference] };
/** Where to find a string in a Secret; never the string itself. */
export const secretOnly = secretReference;
