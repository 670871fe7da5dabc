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

import { createScaffolderFieldExtension } from '@backstage/plugin-scaffolder-react';
import {
  changePreview,
  cloudPicker,
  deploymentPicker,
  cephNewNodes,
  cephNodes,
  liveEditor,
  upgradePicker,
  yamlEditor,
} from '../fields/fieldDefinitions';
import { moskPlugin } from './plugin';

/**
 * Chooses a cloud.
 * @public
 */
export const MoskCloudPickerFieldExtension = moskPlugin.provide(
  createScaffolderFieldExtension(cloudPicker),
);

/**
 * Chooses one custom resource of one cloud.
 * @public
 */
export const MoskDeploymentPickerFieldExtension = moskPlugin.provide(
  createScaffolderFieldExtension(deploymentPicker),
);

/**
 * Edits fields of the live object.
 * @public
 */
export const MoskLiveEditorFieldExtension = moskPlugin.provide(
  createScaffolderFieldExtension(liveEditor),
);

/**
 * Adds nodes to a live Ceph cluster.
 * @public
 */
export const MoskCephNodesFieldExtension = moskPlugin.provide(
  createScaffolderFieldExtension(cephNodes),
);

/**
 * Chooses the nodes of a Ceph cluster that is to be created.
 * @public
 */
export const MoskCephNewNodesFieldExtension = moskPlugin.provide(
  createScaffolderFieldExtension(cephNewNodes),
);

/**
 * Chooses a release to upgrade to.
 * @public
 */
export const MoskUpgradePickerFieldExtension = moskPlugin.provide(
  createScaffolderFieldExtension(upgradePicker),
);

/**
 * Takes YAML and checks it before the form goes on.
 * @public
 */
export const MoskYamlFieldExtension = moskPlugin.provide(
  createScaffolderFieldExtension(yamlEditor),
);

/**
 * Shows what a change would do, and holds the form back until it is accepted.
 * @public
 */
export const MoskChangePreviewFieldExtension = moskPlugin.provide(
  createScaffolderFieldExtension(changePreview),
);
