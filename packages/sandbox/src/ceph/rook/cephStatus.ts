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

import { Daemon, DaemonKind, daemonKinds } from './types';

/** Of one OSD. */
const deviceBytes = 1_920_000_000_000;
/** How full the devices are. */
const share = 0.07;

export interface DaemonState extends Daemon {
  ready: number;
}

interface Check {
  severity: 'HEALTH_WARN' | 'HEALTH_ERR';
  message: string;
}

const codeNames: Record<string, string> = { '18': 'reef', '19': 'squid' };

/** `status.ceph` of a CephCluster, by the daemons that run. */
export function cephStatus(
  daemons: readonly DaemonState[],
  options: { fsid: string; version: string; now: string; before: any },
): Record<string, any> {
  const { fsid, version, now, before } = options;
  const details = checksOf(daemons);
  const severities = Object.values(details).map(({ severity }) => severity);
  const worst = severities.includes('HEALTH_ERR')
    ? 'HEALTH_ERR'
    : 'HEALTH_WARN';
  const health = severities.length > 0 ? worst : 'HEALTH_OK';
  const changed = before?.health !== undefined && before.health !== health;
  return {
    fsid,
    health,
    details: severities.length > 0 ? details : undefined,
    previousHealth: changed ? before.health : before?.previousHealth,
    lastChanged: changed ? now : before?.lastChanged,
    lastChecked: now,
    capacity: { ...capacityOf(daemons), lastUpdated: now },
    versions: versionsOf(daemons, version),
  };
}

export function capacityOf(daemons: readonly Daemon[]) {
  const total =
    daemons.filter(({ kind }) => kind === 'osd').length * deviceBytes;
  const used = Math.round(total * share);
  return { bytesTotal: total, bytesUsed: used, bytesAvailable: total - used };
}

function checksOf(daemons: readonly DaemonState[]): Record<string, Check> {
  const of = (kind: DaemonKind) =>
    daemons.filter(daemon => daemon.kind === kind);
  const isDown = ({ ready }: DaemonState) => ready === 0;
  const warn = (message: string): Check => ({
    severity: 'HEALTH_WARN',
    message,
  });
  const checks: Record<string, Check> = {};

  const monitors = of('mon');
  const lost = monitors.filter(isDown);
  if (lost.length > 0) {
    const quorum = monitors.filter(monitor => !isDown(monitor));
    checks.MON_DOWN = warn(
      `${lost.length}/${monitors.length} mons down, quorum ${quorum
        .map(({ id }) => id)
        .join(',')}`,
    );
  }
  const managers = of('mgr');
  if (managers.length > 0 && managers.every(isDown)) {
    checks.MGR_DOWN = warn('no active mgr');
  }
  const osds = of('osd');
  if (osds.length < 3) {
    checks.TOO_FEW_OSDS = warn(
      `OSD count ${osds.length} < osd_pool_default_size 3`,
    );
  }
  Object.assign(checks, osdChecks(osds));
  const servers = of('mds');
  const offline = new Set(
    servers
      .filter(({ owner }) =>
        servers.every(server => server.owner !== owner || isDown(server)),
      )
      .map(({ owner }) => owner),
  ).size;
  if (offline > 0) {
    checks.MDS_ALL_DOWN = {
      severity: 'HEALTH_ERR',
      message: `${offline} filesystem is offline`,
    };
  }
  return checks;
}

function osdChecks(osds: readonly DaemonState[]): Record<string, Check> {
  const down = osds.filter(({ ready }) => ready === 0);
  if (down.length === 0) {
    return {};
  }
  const hosts = [...new Set(down.map(({ node }) => node))].filter(host =>
    osds.every(({ node, ready }) => node !== host || ready === 0),
  );
  const objects = 48_000;
  const degraded = Math.round((objects * down.length) / osds.length);
  const percent = ((100 * degraded) / objects).toFixed(3);
  const groups = Math.round((193 * down.length) / osds.length);
  return {
    OSD_DOWN: {
      severity: 'HEALTH_WARN',
      message: `${down.length} osds down`,
    },
    ...(hosts.length > 0 && {
      OSD_HOST_DOWN: {
        severity: 'HEALTH_WARN',
        message: `${hosts.length} host (${down.length} osds) down`,
      },
    }),
    PG_DEGRADED: {
      severity: 'HEALTH_WARN',
      message: `Degraded data redundancy: ${degraded}/${objects} objects degraded (${percent}%), ${groups} pgs degraded`,
    },
    ...(hosts.length > 1 && {
      PG_AVAILABILITY: {
        severity: 'HEALTH_WARN',
        message: `Reduced data availability: ${groups} pgs inactive`,
      },
    }),
  };
}

function versionsOf(daemons: readonly DaemonState[], version: string) {
  const name = `ceph version ${version} (sandbox) ${
    codeNames[version.split('.')[0]] ?? 'dev'
  } (stable)`;
  const counts = Object.fromEntries(
    daemonKinds.flatMap(kind => {
      const count = daemons
        .filter(daemon => daemon.kind === kind)
        .reduce((sum, { ready }) => sum + ready, 0);
      return count > 0 ? [[kind, { [name]: count }]] : [];
    }),
  );
  const overall = daemons.reduce((sum, { ready }) => sum + ready, 0);
  return { ...counts, overall: { [name]: overall } };
}
