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

import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { claimDirectory } from './claimDirectory';
import { describeCloud } from './describeCloud';
import { SandboxDescription } from './description';
import { writeFiles } from './writeFiles';
import { Cloud } from '../cloud';
import { CloudState, moskReleaseOf } from '../operators';
import { ControlServer } from '../commands';
import { findBinaries, Guardian } from '../control-plane';
import { Log } from '../log';
import { createTiming } from '../timing';

export interface StartOptions {
  /** A number of clouds, or their names with commas. */
  clouds: string;
  directory: string;
  timeScale: string;
  /** The portal's configuration points at the fault proxy. */
  faults?: boolean;
  withoutKinds?: string;
  /** Names of the operators that play, with commas; all when left out. */
  components?: string;
  /** `empty`, `storage` or `running`, for all or for each cloud with commas. */
  cloudState: string;
  /** MOSK releases with commas, which the clouds take in turn. */
  release: string;
  /** Ends when its standard input does: with the process that started it, however that ends. */
  untilStdinEnds?: boolean;
}

/** Runs until it is told to end. */
export async function start(options: StartOptions, log: Log): Promise<void> {
  const timing = createTiming(Number(options.timeScale));
  const names = cloudNames(options.clouds);
  const cloudStates = readCloudStates(options.cloudState, names.length);
  const releases = options.release.split(',').map(moskReleaseOf);
  const directory = resolve(options.directory);
  await claimDirectory(directory);
  const binaries = await findBinaries({ log });

  // Inherited by kube-apiserver and etcd, which would take every core otherwise.
  process.env.GOMAXPROCS = '1';
  const guardian = Guardian.start();
  const clouds: Cloud[] = [];
  const controls: ControlServer[] = [];
  const stopAll = async () => {
    await rm(join(directory, 'sandbox.json'), { force: true });
    await Promise.all(controls.map(control => control.stop()));
    await Promise.all(clouds.map(cloud => cloud.stop()));
  };
  endInOrder(stopAll, log);
  if (options.untilStdinEnds) {
    process.stdin.resume().once('close', () => process.emit('SIGTERM'));
  }

  for (const [index, name] of names.entries()) {
    const cloud = await Cloud.start({
      name,
      binaries,
      guardian,
      timing,
      cloudState: cloudStates[index],
      release: releases[index % releases.length],
      components: options.components?.split(',').filter(Boolean),
      withoutKinds: options.withoutKinds?.split(',').filter(Boolean) ?? [],
      log,
    });
    clouds.push(cloud);
  }
  const control = await ControlServer.start(
    new Map(clouds.map(cloud => [cloud.name, cloud.commands])),
  );
  controls.push(control);
  const description: SandboxDescription = {
    pid: process.pid,
    guardianPid: guardian.pid,
    control: { url: control.url, token: control.token },
    portalConfig: join(directory, 'app-config.sandbox.yaml'),
    timeScale: timing.scale,
    clouds: clouds.map(cloud => describeCloud(cloud, directory)),
  };
  await writeFiles(directory, clouds, description, {
    throughProxy: Boolean(options.faults),
  });
  announce(description, directory, log);
}

function cloudNames(clouds: string): string[] {
  if (!/^\d+$/.test(clouds)) {
    return clouds.split(',').filter(Boolean);
  }
  return Array.from({ length: Number(clouds) }, (_, i) => `cloud-${i + 1}`);
}

const states: readonly CloudState[] = ['empty', 'storage', 'running'];

function readCloudStates(text: string, count: number): CloudState[] {
  const given = text.split(',');
  for (const state of given) {
    if (!states.includes(state as CloudState)) {
      throw new Error(
        `--cloud-state takes ${states.join(', ')}, and is given ${state}`,
      );
    }
  }
  if (given.length > 1 && given.length !== count) {
    throw new Error(
      `--cloud-state names ${given.length} states for ${count} clouds; give one for all or one for each`,
    );
  }
  return Array.from(
    { length: count },
    (_, index) => given[given.length > 1 ? index : 0] as CloudState,
  );
}

function announce(
  description: SandboxDescription,
  directory: string,
  log: Log,
): void {
  for (const { name, kubeconfig } of description.clouds) {
    log(`${name} is ready: kubectl --kubeconfig ${kubeconfig} get osdpl,nodes`);
  }
  log(`Portal configuration: ${description.portalConfig}`);
  log(`Commands: mosk-sandbox command --directory ${directory} help`);
  const { portalConfig, clouds } = description;
  process.stdout.write(
    `${JSON.stringify({
      ready: true,
      directory,
      portalConfig,
      clouds: clouds.map(({ name, url, proxyUrl, kubeconfig, stackLight }) => ({
        name,
        url,
        proxyUrl,
        kubeconfig,
        ...(stackLight && {
          alertmanager: stackLight.alertmanager,
          alertsAreBeingMade: stackLight.beingMade ?? false,
        }),
      })),
    })}\n`,
  );
}

/** However this process is told to end, or fails, what it started ends with it. */
function endInOrder(stopAll: () => Promise<void>, log: Log): void {
  let ending: Promise<void> | undefined;
  const end = (code: number) => {
    ending ??= stopAll()
      .catch(error => log(`While ending: ${error}`))
      .then(() => process.exit(code));
  };

  // Not `once`: whoever sees no listener left ends the process at once.
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
    process.on(signal, () => end(0));
  }
  const fail = (error: unknown) => {
    log(error instanceof Error ? error.stack ?? error.message : String(error));
    end(1);
  };
  process.on('uncaughtException', fail);
  process.on('unhandledRejection', fail);
}
