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

import { JsonValue } from '@backstage/types';
import { CephNodeInput } from './ceph/input';
import { InputTemplate } from './fillInput';

/**
 * Value of the form field `MoskCloudPicker`: the name of a cloud.
 * @public
 */
export type MoskCloudPickerValue = string;

/**
 * `ui:options` of the form field `MoskCloudPicker`.
 * @public
 */
export interface MoskCloudPickerOptions {
  /** Only clouds that know all of these kinds. */
  kinds?: string[];
  /** Only clouds that know one of these kinds. */
  anyKind?: string[];
  /** Show read-only clouds too, but not let them be chosen: they say why. */
  writable?: boolean;
}

/**
 * Value of the form field `MoskDeploymentPicker`: one custom resource of one cloud.
 * Also what a link that opens a template puts into `formData`.
 * @public
 */
export interface MoskDeploymentPickerValue {
  cloud: string;
  namespace: string;
  name: string;
}

/**
 * `ui:options` of the form field `MoskDeploymentPicker`.
 * @public
 */
export interface MoskDeploymentPickerOptions {
  /** Kind of the objects to choose from, or kinds; OpenStackDeployment when left out. */
  kind?: string | string[];
  /** Only objects in clouds that may be written to can be chosen. */
  writable?: boolean;
}

/**
 * Value of the form field `MoskLiveEditor`: what the person changed, and against what.
 * Never the whole object, and never a masked value.
 * @public
 */
export interface MoskLiveEditorValue {
  /** Of the live object that filled the form; `specVersionOf`. */
  specVersion: string;
  /** New values by path (`spec.size`). A list is one value and sent whole. */
  set: Record<string, JsonValue>;
  /** Paths that were taken away. */
  remove: string[];
}

/**
 * `ui:options` of the form fields that need to know which object was chosen.
 * @public
 */
export interface MoskDeploymentFieldOptions {
  /** Name of the form value that holds a {@link MoskDeploymentPickerValue}; `deployment` when left out. */
  deployment?: string;
  kind?: string;
}

/**
 * `ui:options` of the form fields that need to know which cloud was chosen.
 * @public
 */
export interface MoskCloudFieldOptions {
  /** Name of the form value that holds the name of a cloud; `cloud` when left out. */
  cloud?: string;
}

/**
 * Value of the form field `MoskCephNodes`: nodes that are added to a live Ceph cluster, and the edit that adds them.
 * @public
 */
export interface MoskCephNodesValue {
  /** Of the live object that filled the form; `specVersionOf`. */
  specVersion: string;
  added: CephNodeInput[];
  /** `spec.nodes` with the nodes that it has and those that are added. */
  set: Record<string, JsonValue>;
}

/**
 * Value of the form field `MoskUpgradePicker`.
 * @public
 */
export interface MoskUpgradePickerValue {
  release: string;
}

/**
 * Value of the form field `MoskChangePreview`. It lands in the task row in clear: a hash, never a manifest.
 * @public
 */
export interface MoskChangePreviewValue {
  /** `hash` of the preview; the apply refuses to send anything else. */
  hash: string;
  /** Of the live object the preview was made against; left out for a creation. */
  specVersion?: string;
  operation: 'create' | 'change' | 'unchanged';
  /** The person agreed to take over fields that other managers own; goes to `force` of the apply. */
  takeOver?: boolean;
}

/**
 * `ui:options` of the form field `MoskChangePreview`.
 * @public
 */
export interface MoskChangePreviewOptions {
  kind: string;
  /** Name of the cloud, as a template: `${{ parameters.cloud }}`. */
  cloud: string;
  /** `ChangeRequest.input` with `${{ parameters.x }}` in place of form values; fill it with `fillInput`. */
  input: InputTemplate;
  /** Of the live object that filled the form, as a template: `${{ parameters.changes.specVersion }}`. */
  specVersion?: string;
  /** Name of the template secret to send along as `input.secretSpec`, see `useTemplateSecrets`. */
  secretSpec?: string;
}
