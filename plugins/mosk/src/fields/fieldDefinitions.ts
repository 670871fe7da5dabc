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

import { MoskCephNewNodes } from './ceph/MoskCephNewNodes';
import { MoskCephNodes } from './ceph/MoskCephNodes';
import { MoskChangePreview } from './MoskChangePreview';
import { MoskCloudPicker } from './MoskCloudPicker';
import { MoskDeploymentPicker } from './MoskDeploymentPicker';
import { MoskLiveEditor } from './MoskLiveEditor';
import { MoskUpgradePicker } from './MoskUpgradePicker';
import { MoskYaml } from './MoskYaml';
import { validateCephNewNodes } from './validators/validateCephNewNodes';
import { validateCephNodes } from './validators/validateCephNodes';
import { validateCloud } from './validators/validateCloud';
import { validateDeployment } from './validators/validateDeployment';
import { validateLiveEdit } from './validators/validateLiveEdit';
import { validatePreview } from './validators/validatePreview';
import { validateUpgrade } from './validators/validateUpgrade';
import { validateYaml } from './validators/validateYaml';
import { withMoskRoot } from './withMoskRoot';

/** Name in a template, component and validation of each field; both frontend systems take them from here. */
export const cloudPicker = {
  name: 'MoskCloudPicker',
  component: withMoskRoot(MoskCloudPicker),
  validation: validateCloud,
};

export const deploymentPicker = {
  name: 'MoskDeploymentPicker',
  component: withMoskRoot(MoskDeploymentPicker),
  validation: validateDeployment,
};

export const liveEditor = {
  name: 'MoskLiveEditor',
  component: withMoskRoot(MoskLiveEditor),
  validation: validateLiveEdit,
};

export const cephNodes = {
  name: 'MoskCephNodes',
  component: withMoskRoot(MoskCephNodes),
  validation: validateCephNodes,
};

export const cephNewNodes = {
  name: 'MoskCephNewNodes',
  component: withMoskRoot(MoskCephNewNodes),
  validation: validateCephNewNodes,
};

export const upgradePicker = {
  name: 'MoskUpgradePicker',
  component: withMoskRoot(MoskUpgradePicker),
  validation: validateUpgrade,
};

export const yamlEditor = {
  name: 'MoskYaml',
  component: withMoskRoot(MoskYaml),
  validation: validateYaml,
};

export const changePreview = {
  name: 'MoskChangePreview',
  component: withMoskRoot(MoskChangePreview),
  validation: validatePreview,
};
