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

import { Command } from 'commander';
import { command } from './command';
import { start } from './start';
import { findBinaries } from '../control-plane';
import { Log } from '../log';
import { findMonitoringPrograms } from '../stacklight';

/** The command line of the sandbox. */
export function createProgram(log: Log): Command {
  const program = new Command('mosk-sandbox').description(
    'MOSK clouds on one machine: a real kube-apiserver and etcd, with simulated operators',
  );
  program
    .command('prepare')
    .description('Gets kube-apiserver and etcd, from wherever they can be had')
    .option(
      '--with-stacklight',
      'Prometheus and Alertmanager too, which the sandbox else makes while it runs',
    )
    .action(async ({ withStacklight }) => {
      const { kubeApiserver, etcd } = await findBinaries({ log });
      log(`Ready: ${kubeApiserver} and ${etcd}`);
      if (withStacklight) {
        const { prometheus, alertmanager } = await findMonitoringPrograms({
          log,
        });
        log(`Ready: ${prometheus} and ${alertmanager}`);
      }
    });
  program
    .command('start')
    .description('Starts clouds and runs until it is told to end')
    .requiredOption('--directory <path>', 'where kubeconfigs and such are put')
    .option('--clouds <number or names>', 'how many, or their names', '1')
    .option(
      '--time-scale <number>',
      'multiplies every duration of the operators',
      '1',
    )
    .option(
      '--cloud-state <state>',
      'empty: the operators alone; storage: with a Ceph cluster; running: with an OpenStack that runs already. One for all, or one for each cloud with commas',
      'empty',
    )
    .option(
      '--components <names>',
      'what plays in the clouds, as in openstack,helm; all when left out',
    )
    .option(
      '--release <releases>',
      'MOSK releases, which the clouds take in turn; none: the kinds of every release',
      '25.2,26.2',
    )
    .option('--faults', "the portal's configuration points at the fault proxy")
    .option('--without-kinds <kinds>', 'kinds not to install, with commas')
    .option('--until-stdin-ends', 'ends when its standard input does')
    .action(options => start(options, log));
  program
    .command('command <verb> [arguments...]')
    .description('Commands a running sandbox; the verb help lists all verbs')
    .requiredOption('--directory <path>', 'that of `start`')
    .option('--cloud <name>', 'which cloud, when not the first')
    .action(command);
  return program;
}
