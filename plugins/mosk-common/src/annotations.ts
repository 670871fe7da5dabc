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
 * Name of the cloud an entity belongs to, as in `kubernetes.clusterLocatorMethods`.
 * @public
 */
export const MOSK_CLOUD_ANNOTATION = 'mosk-portal.io/cloud';

/**
 * Id of the component within its cloud; the health tab and card read it.
 * @public
 */
export const MOSK_COMPONENT_ANNOTATION = 'mosk-portal.io/component';

/**
 * On the entity of a Helm release: `<namespace>/<name>` as Helm knows it.
 * @public
 */
export const MOSK_HELM_RELEASE_ANNOTATION = 'mosk-portal.io/helm-release';

/**
 * On the entity of a Helm release: `<chart>-<version>`, where somebody observed it.
 * @public
 */
export const MOSK_HELM_CHART_ANNOTATION = 'mosk-portal.io/helm-chart';

/**
 * On a custom resource: who asked for the last change of its spec through the portal.
 * @public
 */
export const MOSK_REQUESTED_BY_ANNOTATION = 'mosk-portal.io/requested-by';

/**
 * On a custom resource: scaffolder task behind the last change of its spec through the portal.
 * @public
 */
export const MOSK_TASK_ANNOTATION = 'mosk-portal.io/task';

/**
 * On a custom resource: entity reference of the template of that task.
 * @public
 */
export const MOSK_TEMPLATE_ANNOTATION = 'mosk-portal.io/template';

/**
 * Field manager of every write that the portal makes.
 * @public
 */
export const MOSK_FIELD_MANAGER = 'mosk-portal';
