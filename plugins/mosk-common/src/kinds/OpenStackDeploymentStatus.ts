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

import { redactText } from '../redaction/redactText';
import { resourceIdentities } from './identities';
import { projectMetadata } from './projectMetadata';
import { sensitivePathsByKind } from './sensitivePaths';
import { KindDefinition, ProjectedObject } from './types';
import { countOf, numberOf, objectOf, textOf, timeOf } from './values';

/**
 * How many of how many.
 * @public
 */
export interface Count {
  done: number;
  total: number;
}

/**
 * What the operator says of one OpenStack service.
 * @public
 */
export interface OpenStackServiceRow {
  /** `WAITING`, `APPLYING`, `APPLIED` or `DELETING`. */
  state: string;
  openStackVersion?: string;
  controllerVersion?: string;
  fingerprint?: string;
  /** RFC 3339. */
  timestamp?: string;
}

/**
 * Health of one component of an application, by its workload.
 * @public
 */
export interface ApplicationHealth {
  ready: boolean;
  /** Generation of the workload that was looked at. */
  generation?: number;
}

/**
 * What is kept of an OpenStackDeploymentStatus.
 * @public
 */
export interface ProjectedOpenStackDeploymentStatus extends ProjectedObject {
  kind: 'OpenStackDeploymentStatus';
  /** `APPLYING`, `APPLIED` or `FAILED`. */
  state?: string;
  /** `create`, `update` or `resume`; the error text (redacted) of a failure. */
  cause?: string;
  openStackVersion?: string;
  controllerVersion?: string;
  /** Such as `MOSK 25.2`. */
  release?: string;
  fingerprint?: string;
  /** When the state was written, RFC 3339. */
  timestamp?: string;
  lcmProgress?: Count;
  health?: Count;
  services: Readonly<Record<string, OpenStackServiceRow>>;
  /** By application, then by component. */
  applications: Readonly<
    Record<string, Readonly<Record<string, ApplicationHealth>>>
  >;
  /** When credentials were rotated last, RFC 3339. */
  credentialRotation: { admin?: string; service?: string };
}

/** @public */
export const openStackDeploymentStatus: KindDefinition<ProjectedOpenStackDeploymentStatus> =
  {
    identity: resourceIdentities.OpenStackDeploymentStatus,
    sensitivePaths: sensitivePathsByKind.OpenStackDeploymentStatus,
    project: raw => {
      const status = objectOf(raw.status);
      const osdpl = objectOf(status.osdpl);
      const rotation = objectOf(objectOf(status.credentials).rotation);
      const cause = textOf(osdpl.cause);
      return {
        kind: 'OpenStackDeploymentStatus',
        metadata: projectMetadata(raw),
        state: textOf(osdpl.state),
        cause: cause && redactText(cause),
        openStackVersion: textOf(osdpl.openstack_version),
        controllerVersion: textOf(osdpl.controller_version),
        release: textOf(osdpl.release),
        fingerprint: textOf(osdpl.fingerprint),
        timestamp: timeOf(osdpl.timestamp),
        lcmProgress: countOf(osdpl.lcm_progress),
        health: countOf(osdpl.health),
        services: mapEntries(objectOf(status.services), value => {
          const row = objectOf(value);
          return {
            state: textOf(row.state) ?? '',
            openStackVersion: textOf(row.openstack_version),
            controllerVersion: textOf(row.controller_version),
            fingerprint: textOf(row.fingerprint),
            timestamp: timeOf(row.timestamp),
          };
        }),
        applications: mapEntries(objectOf(status.health), components =>
          mapEntries(objectOf(components), value => ({
            ready: objectOf(value).status === 'Ready',
            generation: numberOf(objectOf(value).generation),
          })),
        ),
        credentialRotation: {
          admin: timeOf(objectOf(rotation.admin).timestamp),
          service: timeOf(objectOf(rotation.service).timestamp),
        },
      };
    },
  };

function mapEntries<V, R>(
  record: Record<string, V>,
  map: (value: V) => R,
): Record<string, R> {
  return Object.fromEntries(
    Object.entries(record)
      .filter(([, value]) => value !== undefined && value !== null)
      .map(([key, value]) => [key, map(value)]),
  );
}
