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

import { openStackRoles, WantedCluster, WantedPart } from '../types';

/** What the operator finds wrong in a spec; nothing for a good one. */
export function specFaults(
  wanted: WantedCluster,
  nodeNames: readonly string[],
): string[] {
  return wanted.external
    ? []
    : [
        ...networkFaults(wanted),
        ...nodeFaults(wanted, nodeNames),
        ...poolFaults(wanted),
        ...storeFaults(wanted),
        ...filesystemFaults(wanted),
      ];
}

const withRole = ({ nodes }: WantedCluster, role: string) =>
  nodes.filter(({ roles }) => roles.includes(role)).length;

function networkFaults({ networks }: WantedCluster): string[] {
  return Object.entries(networks).flatMap(([name, ranges]) => {
    if (ranges.length === 0) {
      return [`${name} network ranges are not specified`];
    }
    return ranges.some(range => range.startsWith('0.0.0.0'))
      ? [`${name} network range 0.0.0.0 is not allowed`]
      : [];
  });
}

function nodeFaults(wanted: WantedCluster, nodeNames: readonly string[]) {
  const faults: string[] = [];
  const monitors = withRole(wanted, 'mon');
  if (monitors === 0) {
    faults.push('no nodes with role "mon" specified');
  } else if (monitors >= 3 && monitors % 2 === 0) {
    faults.push(
      `count of nodes with role "mon" must be odd, but ${monitors} are specified`,
    );
  }
  if (withRole(wanted, 'mgr') === 0) {
    faults.push('no nodes with role "mgr" specified');
  }
  for (const { name, devices, usesAllDevices } of wanted.nodes) {
    if (!nodeNames.includes(name)) {
      faults.push(`node '${name}' is not found among nodes of the cluster`);
    }
    if (usesAllDevices) {
      faults.push(`node '${name}': useAllDevices is not supported`);
    }
    for (const { path, deviceClass } of devices) {
      if (!path) {
        faults.push(`node '${name}': device has neither name nor fullpath`);
      } else if (!deviceClass) {
        faults.push(
          `node '${name}': no deviceClass specified for device '${path}'`,
        );
      }
    }
  }
  return faults;
}

function poolFaults(wanted: WantedCluster): string[] {
  const { pools } = wanted;
  if (pools.length === 0) {
    return ['no pools specified'];
  }
  const faults = pools.flatMap(pool => shapeFaults(wanted, 'pool', pool));
  const defaults = pools.filter(({ isDefault }) => isDefault).length;
  if (defaults === 0) {
    faults.push('no default pool specified');
  } else if (defaults > 1) {
    faults.push('multiple default pools specified');
  }
  const used = openStackRoles.filter(role =>
    pools.some(pool => pool.role === role),
  );
  if (used.length > 0) {
    for (const role of openStackRoles) {
      const count = pools.filter(pool => pool.role === role).length;
      if (count !== 1) {
        faults.push(
          `exactly one pool with role '${role}' is required for OpenStack, but ${count} specified`,
        );
      }
    }
  }
  return faults;
}

function shapeFaults(
  { nodes }: WantedCluster,
  what: string,
  { name, spec }: WantedPart,
  replicatedOnly = false,
): string[] {
  const { deviceClass, replicated, erasureCoded, failureDomain } = spec ?? {};
  const faults: string[] = [];
  const classes = nodes.flatMap(({ devices }) =>
    devices.map(device => device.deviceClass),
  );
  if (!deviceClass) {
    faults.push(`${what} '${name}': no deviceClass specified`);
  } else if (!classes.includes(deviceClass)) {
    faults.push(
      `${what} '${name}': no devices with deviceClass '${deviceClass}'`,
    );
  }
  if (Boolean(replicated) === Boolean(erasureCoded)) {
    faults.push(
      `${what} '${name}': either replicated or erasureCoded must be specified`,
    );
  } else if (erasureCoded && replicatedOnly) {
    faults.push(`${what} '${name}': only replicated is supported`);
  } else if (
    erasureCoded &&
    !(erasureCoded.dataChunks >= 2 && erasureCoded.codingChunks >= 1)
  ) {
    faults.push(
      `${what} '${name}': erasureCoded needs at least 2 dataChunks and 1 codingChunks`,
    );
  }
  if (failureDomain === 'osd') {
    faults.push(`${what} '${name}': failureDomain 'osd' is not supported`);
  }
  return faults;
}

function storeFaults(wanted: WantedCluster): string[] {
  const roles = withRole(wanted, 'rgw') || withRole(wanted, 'mon');
  return wanted.stores.flatMap(({ name, spec }) => {
    const { dataPool, metadataPool, gateway = {} } = spec;
    const faults = [
      ...shapeFaults(wanted, `object store '${name}' pool`, {
        name: 'dataPool',
        spec: dataPool,
      }),
      ...shapeFaults(
        wanted,
        `object store '${name}' pool`,
        { name: 'metadataPool', spec: metadataPool },
        true,
      ),
    ];
    if (!gateway.port && !gateway.securePort) {
      faults.push(
        `object store '${name}': neither port nor securePort specified`,
      );
    }
    if ((gateway.instances ?? 0) > roles) {
      faults.push(
        `object store '${name}': ${gateway.instances} instances do not fit on ${roles} nodes`,
      );
    }
    return faults;
  });
}

function filesystemFaults(wanted: WantedCluster): string[] {
  const servers = withRole(wanted, 'mds');
  return wanted.filesystems.flatMap(({ name, spec }) => {
    const { metadataPool, dataPools = [], metadataServer = {} } = spec;
    const faults = shapeFaults(
      wanted,
      `filesystem '${name}' pool`,
      { name: 'metadataPool', spec: metadataPool },
      true,
    );
    if (dataPools.length === 0) {
      faults.push(`filesystem '${name}': no data pools specified`);
    }
    if ((metadataServer.activeCount ?? 0) > servers) {
      faults.push(
        `filesystem '${name}': ${metadataServer.activeCount} active servers do not fit on ${servers} nodes with role "mds"`,
      );
    }
    return faults;
  });
}
