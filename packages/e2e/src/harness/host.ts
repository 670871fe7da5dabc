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

/** What the portal around us draws, by selector; what is wrong there is not ours to mend. */
export const host = {
  /** The tabs of an entity, as many as the plugins of a portal bring. */
  entityTabs: ['.bui-HeaderNavItem'],
  /** The tabs and the steps of the page that shows a template, and the sidebar, which that page does not tell from its main part. */
  templatePage: [
    '.bui-Tab',
    '.MuiStepper-root',
    '[data-testid="sidebar-root"]',
  ],
};
