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

import { JsonObject, JsonValue } from '@backstage/types';
import { redactPaths } from '../redaction/redactPaths';
import { redactText } from '../redaction/redactText';
import { resourceIdentities } from './identities';
import { isSameJson } from './isSameJson';
import { openStackDeploymentRollout } from './openStackRollout/openStackDeploymentRollout';
import { projectMetadata } from './projectMetadata';
import { readChangeAuthor } from './readChangeAuthor';
import { sensitivePathsByKind } from './sensitivePaths';
import {
  ChangeAuthor,
  KindDefinition,
  ProjectedObject,
  RawObject,
} from './types';
import { numberOf, objectOf, parseObject, textOf, timeOf } from './values';

/**
 * How far the operator is with the object, by what its framework leaves on it.
 * @public
 */
export interface OpenStackDeploymentHandling {
  /** Whether the spec that was handled completely last is the spec of now. */
  handledSpec: 'same' | 'different' | 'unknown';
  /** `openstack_version` of the spec that was handled completely last. */
  handledVersion?: string;
  /** Present while handling is not finished; when it began, where that is told. */
  unfinished?: { startedAt?: string };
  /** Present when handling failed at least once and is tried again. */
  retrying?: {
    retries: number;
    /** Redacted. */
    message?: string;
    startedAt?: string;
  };
}

/**
 * What is kept of an OpenStackDeployment.
 * @public
 */
export interface ProjectedOpenStackDeployment extends ProjectedObject {
  kind: 'OpenStackDeployment';
  /** Redacted. */
  spec: JsonObject;
  draft: boolean;
  status: {
    /** Release of the operator that handled it. */
    version?: string;
    fingerprint?: string;
    /** Such as `created` or `update drafted`. */
    handleStatus?: string;
  };
  handling: OpenStackDeploymentHandling;
  author: ChangeAuthor;
}

const lastHandled = 'kopf.zalando.org/last-handled-configuration';
const unfinished = 'kopf.zalando.org/handle';

function readHandling(raw: RawObject): OpenStackDeploymentHandling {
  const annotations = raw.metadata.annotations ?? {};
  const handled = parseObject(annotations[lastHandled]);
  const progress = parseObject(annotations[unfinished]);
  const retries = numberOf(progress?.retries) ?? 0;
  const message = textOf(progress?.message);
  const startedAt = timeOf(progress?.started);
  const handling: OpenStackDeploymentHandling = { handledSpec: 'unknown' };
  if (handled) {
    handling.handledSpec = isSameJson(handled.spec, raw.spec)
      ? 'same'
      : 'different';
    handling.handledVersion = textOf(objectOf(handled.spec).openstack_version);
  }
  if (progress) {
    handling.unfinished = { startedAt };
  }
  if (progress && retries > 0) {
    handling.retrying = {
      retries,
      message: message && redactText(message),
      startedAt,
    };
  }
  return handling;
}

/** @public */
export const openStackDeployment: KindDefinition<ProjectedOpenStackDeployment> =
  {
    identity: resourceIdentities.OpenStackDeployment,
    sensitivePaths: sensitivePathsByKind.OpenStackDeployment,
    writable: true,
    rollout: openStackDeploymentRollout,
    project: raw => {
      const status = objectOf(raw.status);
      const redacted = redactPaths(
        { spec: (raw.spec ?? {}) as JsonValue },
        sensitivePathsByKind.OpenStackDeployment,
      );
      return {
        kind: 'OpenStackDeployment',
        metadata: projectMetadata(raw),
        spec: objectOf(redacted.spec),
        draft: objectOf(raw.spec).draft === true,
        status: {
          version: textOf(status.version),
          fingerprint: textOf(status.fingerprint),
          handleStatus: textOf(objectOf(status.handle).lastStatus),
        },
        handling: readHandling(raw),
        author: readChangeAuthor(raw),
      };
    },
  };
