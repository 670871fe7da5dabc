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

/** A cloud over the four rows of a rack; colours are those of the dark sidebar in both themes. */
export const Logo = ({ withName }: { withName: boolean }) => (
  <svg
    height="34"
    viewBox={withName ? '0 0 216 40' : '0 0 72 40'}
    role="img"
    aria-label="MOSK Portal"
  >
    <path
      d="M24 18a12 12 0 0 1 23-4 9 9 0 0 1 3 17H26a7 7 0 0 1-2-13z"
      fill="none"
      stroke="#7ee0c6"
      strokeWidth="3"
      strokeLinejoin="round"
    />
    <path
      d="M31 21h14M31 26h14"
      stroke="#7ee0c6"
      strokeWidth="3"
      strokeLinecap="round"
    />
    {withName && (
      <text
        x="72"
        y="28"
        fill="#ffffff"
        fontSize="20"
        fontWeight="600"
        fontFamily="Helvetica, Arial, sans-serif"
      >
        MOSK Portal
      </text>
    )}
  </svg>
);
