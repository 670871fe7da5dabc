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

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { Guardian } from '../../control-plane';
import { Log } from '../../log';
import { MonitoringPrograms } from '../programs';
import { alertRules } from '../rules/alertRules';
import { alertmanagerConfiguration } from './alertmanagerConfiguration';
import { ChildProgram } from './ChildProgram';
import { freePort } from './freePort';
import { prometheusConfiguration } from './prometheusConfiguration';

export interface MonitoringOptions {
  programs: MonitoringPrograms;
  guardian: Guardian;
  /** Where metrics are scraped and where receivers listen. */
  metricsAddress: string;
  /** How people reach the two. */
  externalUrls: { prometheus: string; alertmanager: string };
  timeScale: number;
  log: Log;
}

/** A real Prometheus and a real Alertmanager for one cloud. */
export class Monitoring {
  static async start(options: MonitoringOptions): Promise<Monitoring> {
    const { programs, guardian, metricsAddress, externalUrls, log } = options;
    const directory = await mkdtemp(join(tmpdir(), 'mosk-stacklight-'));
    guardian.guardDirectory(directory);
    const file = (name: string) => join(directory, name);
    const addresses = {
      prometheus: `127.0.0.1:${await freePort()}`,
      alertmanager: `127.0.0.1:${await freePort()}`,
    };
    const { timeScale } = options;
    const contents = {
      'rules.yaml': alertRules(timeScale),
      'alertmanager.yaml': alertmanagerConfiguration({
        receiverAddress: metricsAddress,
        timeScale,
      }),
      'prometheus.yaml': prometheusConfiguration({
        metricsAddress,
        prometheusAddress: addresses.prometheus,
        alertmanagerAddress: addresses.alertmanager,
        rulesFile: file('rules.yaml'),
        timeScale,
      }),
    };
    for (const [name, content] of Object.entries(contents)) {
      await writeFile(file(name), stringify(content), { mode: 0o600 });
    }
    const alertmanager = new ChildProgram({
      name: 'Alertmanager',
      command: programs.alertmanager,
      args: [
        `--config.file=${file('alertmanager.yaml')}`,
        `--storage.path=${file('alertmanager')}`,
        `--web.listen-address=${addresses.alertmanager}`,
        `--web.external-url=${externalUrls.alertmanager}`,
        '--web.route-prefix=/',
        // One alone, without peers.
        '--cluster.listen-address=',
        '--log.level=warn',
      ],
      readyUrl: `http://${addresses.alertmanager}/-/ready`,
      guardian,
      log,
    });
    const prometheus = new ChildProgram({
      name: 'Prometheus',
      command: programs.prometheus,
      args: [
        `--config.file=${file('prometheus.yaml')}`,
        `--storage.tsdb.path=${file('prometheus')}`,
        '--storage.tsdb.retention.time=6h',
        `--web.listen-address=${addresses.prometheus}`,
        `--web.external-url=${externalUrls.prometheus}`,
        '--web.route-prefix=/',
        // The first alerts are sent before Alertmanager is known, and would be sent again a minute later.
        '--rules.alert.resend-delay=1s',
        '--log.level=warn',
      ],
      readyUrl: `http://${addresses.prometheus}/-/ready`,
      guardian,
      log,
    });
    const monitoring = new Monitoring(
      directory,
      addresses,
      prometheus,
      alertmanager,
    );
    try {
      await alertmanager.start();
      await prometheus.start();
    } catch (error) {
      await monitoring.stop();
      throw error;
    }
    return monitoring;
  }

  private constructor(
    private readonly directory: string,
    readonly addresses: { prometheus: string; alertmanager: string },
    readonly prometheus: ChildProgram,
    readonly alertmanager: ChildProgram,
  ) {}

  async stop(): Promise<void> {
    await Promise.all([this.prometheus.stop(), this.alertmanager.stop()]);
    await rm(this.directory, { recursive: true, force: true });
  }
}
