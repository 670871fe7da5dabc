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

import { ConflictError } from '@backstage/errors';
import { PermissionCriteria } from '@backstage/plugin-permission-common';
import {
  RolloutCause,
  RolloutTransition,
  usualDuration,
} from '@mosk-portal/plugin-mosk-common';
import { Knex } from 'knex';
import { assertLease, LeaseProof } from '@mosk-portal/plugin-mosk-node';
import { leaseTable } from '../database/leaseTable';
import { OutboxSink } from '../outbox/types';
import { ResourceQuery } from '../permissions/types';
import { encodeCursor, whereAfterCursor, whereFilter } from './rolloutQuery';
import {
  fromRow,
  fromTransitionRow,
  RolloutRow,
  toRow,
  toTransitionRow,
  TransitionRow,
} from './rolloutRow';
import {
  openStates,
  RolloutFilter,
  RolloutPage,
  RolloutStore,
  RolloutWrite,
  SpecPair,
  StoredRollout,
} from './types';

/** How many of the last changes of one sort the usual duration is taken from. */
const usualSample = 50;

/** Rollouts in the plugin's database, better-sqlite3 or PostgreSQL. */
export class DatabaseRolloutStore implements RolloutStore {
  static create(options: {
    database: Knex;
    /** Receivers of announcements: each has its own row for each message it wants. */
    sinks: ReadonlyArray<Pick<OutboxSink, 'name' | 'wants'>>;
    now?: () => Date;
  }): DatabaseRolloutStore {
    return new DatabaseRolloutStore(
      options.database,
      options.sinks,
      options.now ?? (() => new Date()),
    );
  }

  private constructor(
    private readonly database: Knex,
    private readonly sinks: ReadonlyArray<Pick<OutboxSink, 'name' | 'wants'>>,
    private readonly now: () => Date,
  ) {}

  async loadLatest(cloud: string): Promise<StoredRollout[]> {
    const rows: RolloutRow[] = await this.database('rollouts as latest')
      .where('latest.cloud', cloud)
      .whereNotExists(
        this.database('rollouts as later')
          .select(this.database.raw('1'))
          .where('later.cloud', cloud)
          .whereRaw('later.uid = latest.uid')
          .whereRaw(
            '(later.generation > latest.generation or (later.generation = latest.generation and later.run > latest.run))',
          ),
      )
      .whereNot(deleted => {
        deleted
          .where('latest.cause', 'delete')
          .whereNotIn('latest.state', [...openStates]);
      })
      .select('latest.*');
    return rows.map(fromRow);
  }

  async write(
    proof: LeaseProof,
    writes: readonly RolloutWrite[],
  ): Promise<StoredRollout[]> {
    return this.database.transaction(async transaction => {
      await assertLease(transaction, leaseTable, proof);
      const stored: StoredRollout[] = [];
      for (const write of writes) {
        stored.push(await this.writeOne(transaction, write));
      }
      return stored;
    });
  }

  private async writeOne(
    transaction: Knex.Transaction,
    write: RolloutWrite,
  ): Promise<StoredRollout> {
    const row = toRow(write);
    const revision = (write.previousRevision ?? 0) + 1;
    const written =
      write.previousRevision === undefined
        ? await transaction('rollouts')
            .insert({ ...row, revision })
            .onConflict('id')
            .ignore()
            .returning('id')
            .then(rows => rows.length)
        : await transaction('rollouts')
            .where({ id: row.id, revision: write.previousRevision })
            .update({ ...row, revision });
    if (written !== 1) {
      throw new ConflictError(
        `Rollout ${row.id} of ${row.kind} ${row.name} in cloud ${row.cloud} was written by another replica meanwhile`,
      );
    }
    if (write.transitions.length > 0) {
      await transaction('rollout_transitions').insert(
        write.transitions.map(one => toTransitionRow(row.id, one)),
      );
    }
    await this.writeSpec(transaction, write);
    await this.writeMessages(transaction, write);
    return fromRow({ ...row, revision });
  }

  private async writeSpec(
    transaction: Knex.Transaction,
    { rollout, spec }: RolloutWrite,
  ): Promise<void> {
    if (spec) {
      await transaction('specs')
        .insert({
          cloud: rollout.cloud,
          uid: rollout.uid,
          generation: rollout.generation,
          spec: JSON.stringify(spec),
          seen_at: this.now().toISOString(),
        })
        .onConflict(['cloud', 'uid', 'generation'])
        .ignore();
    }
  }

  private async writeMessages(
    transaction: Knex.Transaction,
    write: RolloutWrite,
  ): Promise<void> {
    const rows = write.messages.flatMap(message =>
      this.sinks
        .filter(sink => sink.wants(message))
        .map(sink => ({
          cloud: write.rollout.cloud,
          sink: sink.name,
          message: JSON.stringify(message),
          created_at: this.now().toISOString(),
        })),
    );
    if (rows.length > 0) {
      await transaction('outbox').insert(rows);
    }
  }

  async get(id: string): Promise<StoredRollout | undefined> {
    const row: RolloutRow | undefined = await this.database('rollouts')
      .where({ id })
      .first();
    return row && fromRow(row);
  }

  async list(
    filter: RolloutFilter,
    page: { limit: number; cursor?: string },
  ): Promise<RolloutPage> {
    const query = whereFilter(this.database('rollouts'), filter)
      .orderBy([
        { column: 'started_at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      .limit(page.limit + 1);
    if (page.cursor) {
      whereAfterCursor(query, page.cursor);
    }
    const rows: RolloutRow[] = await query;
    const counted = await whereFilter(this.database('rollouts'), filter)
      .count({ total: '*' })
      .first();
    const items = rows.slice(0, page.limit).map(fromRow);
    return {
      items,
      totalItems: Number(counted?.total ?? 0),
      nextCursor:
        rows.length > page.limit
          ? encodeCursor(items[items.length - 1])
          : undefined,
    };
  }

  async transitions(id: string): Promise<RolloutTransition[]> {
    const rows: TransitionRow[] = await this.database('rollout_transitions')
      .where({ rollout_id: id })
      .orderBy('id');
    return rows.map(fromTransitionRow);
  }

  async specs(rollout: StoredRollout): Promise<SpecPair> {
    const rows: Array<{ generation: number; spec: string }> =
      await this.database('specs')
        .where({ cloud: rollout.cloud, uid: rollout.uid })
        .where('generation', '<=', rollout.generation)
        .orderBy('generation', 'desc')
        .limit(2);
    const after = rows.find(row => row.generation === rollout.generation);
    const before = rows.find(row => row.generation < rollout.generation);
    return {
      before: before && JSON.parse(before.spec),
      after: after && JSON.parse(after.spec),
    };
  }

  async neighbours(
    rollout: StoredRollout,
    permitted?: PermissionCriteria<ResourceQuery>,
  ): Promise<{ previous?: string; next?: string }> {
    const same = () =>
      whereFilter(this.database('rollouts'), {
        clouds: [rollout.cloud],
        object: rollout.object,
        permitted,
      });
    const find = async (comparison: '<' | '>', order: 'asc' | 'desc') => {
      const row = await same()
        .where(inner => {
          inner
            .where('started_at', comparison, rollout.startedAt)
            .orWhere(equal => {
              equal
                .where('started_at', rollout.startedAt)
                .andWhere('id', comparison, rollout.id);
            });
        })
        .orderBy([
          { column: 'started_at', order },
          { column: 'id', order },
        ])
        .first('id');
      return row?.id as string | undefined;
    };
    return { previous: await find('<', 'desc'), next: await find('>', 'asc') };
  }

  async usualSeconds(
    kind: string,
    cause: RolloutCause,
    except = '',
  ): Promise<number | undefined> {
    const rows: RolloutRow[] = await this.database('rollouts')
      .where({ kind, cause, state: 'done' })
      .whereNot('id', except)
      .whereRaw('started_at <> ended_at')
      .orderBy('started_at', 'desc')
      .limit(usualSample)
      .select('state', 'started_at', 'ended_at');
    const milliseconds = usualDuration(
      rows.map(row => ({
        state: row.state,
        startedAt: row.started_at,
        endedAt: row.ended_at ?? undefined,
      })),
    );
    return milliseconds && Math.round(milliseconds / 1000);
  }

  async removeEndedBefore(time: Date): Promise<number> {
    return this.database.transaction(async transaction => {
      // The last rollout of an object stays: the next change of it is told from it.
      const old = transaction('rollouts as old')
        .where('old.ended_at', '<', time.toISOString())
        .where(removable => {
          removable
            .where('old.cause', 'delete')
            .orWhereExists(
              transaction('rollouts as later')
                .select(transaction.raw('1'))
                .whereRaw('later.cloud = old.cloud and later.uid = old.uid')
                .whereRaw(
                  '(later.generation > old.generation or (later.generation = old.generation and later.run > old.run))',
                ),
            );
        });
      const ids: string[] = await old.pluck('old.id');
      for (let start = 0; start < ids.length; start += 500) {
        const some = ids.slice(start, start + 500);
        await transaction('rollout_transitions')
          .whereIn('rollout_id', some)
          .delete();
        await transaction('rollouts').whereIn('id', some).delete();
      }
      await this.removeUnusedSpecs(transaction);
      return ids.length;
    });
  }

  /** A spec is of use as long as a rollout of it or of the next spec is remembered. */
  private async removeUnusedSpecs(
    transaction: Knex.Transaction,
  ): Promise<void> {
    const rollouts = () =>
      transaction('rollouts')
        .select(transaction.raw('1'))
        .whereRaw('rollouts.cloud = specs.cloud and rollouts.uid = specs.uid');
    await transaction('specs').whereNotExists(rollouts()).delete();
    await transaction('specs')
      .whereExists(
        transaction('specs as later')
          .select(transaction.raw('1'))
          .whereRaw(
            'later.cloud = specs.cloud and later.uid = specs.uid and later.generation > specs.generation',
          )
          .whereNotExists(
            rollouts().whereRaw('rollouts.generation <= later.generation'),
          ),
      )
      .delete();
  }
}
