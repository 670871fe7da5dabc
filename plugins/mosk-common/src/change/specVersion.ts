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

/**
 * Names one state of an object's spec, `<uid>/<generation>`; compared for equality. A resourceVersion moves
 * with every status write, and an operator may write one each minute while a person still reads. The kinds that the
 * portal writes keep their status in a subresource, so that their generation counts changes of the spec alone.
 * @public
 */
export function specVersionOf(metadata: {
  uid?: string;
  generation?: number;
}): string {
  return `${metadata.uid ?? ''}/${metadata.generation ?? 0}`;
}

/**
 * True when two versions are of one object, however its spec changed between them.
 * @public
 */
export function isSameObject(one: string, other: string): boolean {
  const uidOf = (version: string) => version.split('/')[0];
  return uidOf(one) === uidOf(other);
}
