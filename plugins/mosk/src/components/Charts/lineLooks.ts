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

/** How a line is told from the others: never by its colour alone. */
export interface LineLook {
  colour: string;
  dashes?: string;
}

const colours = [
  'var(--bui-fg-announcement)',
  'var(--bui-fg-warning)',
  'var(--bui-fg-positive)',
  'var(--bui-fg-secondary)',
];
const dashes = [undefined, '6 3', '2 3'];

/** Twelve looks, as many as a chart has lines at most. */
export function lineLook(line: number): LineLook {
  return {
    colour: colours[line % colours.length],
    dashes: dashes[Math.floor(line / colours.length) % dashes.length],
  };
}
