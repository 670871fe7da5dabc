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

// @ts-check

/**
 * Times are ISO 8601 in UTC with milliseconds, so that their text sorts as they do.
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('rollouts', table => {
    table.comment('Every rollout that the portal has seen');
    table.string('id', 36).primary().comment('Derived from its key');
    table.string('cloud').notNullable();
    table.string('kind').notNullable();
    table.string('namespace').notNullable().comment('Empty when there is none');
    table.string('name').notNullable();
    table.string('uid').notNullable();
    table.integer('generation').notNullable();
    table.integer('run').notNullable();
    table.string('cause', 32).notNullable();
    table.string('state', 32).notNullable();
    table.string('started_at', 32).notNullable();
    table.string('ended_at', 32);
    table.string('last_moved_at', 32).notNullable();
    table
      .text('body')
      .notNullable()
      .comment('The rest of the rollout, as JSON');
    table.string('author_user');
    table.string('author_manager');
    table.string('author_task');
    table.string('author_template');
    table.integer('revision').notNullable().comment('One more by each write');
    table.unique(['cloud', 'uid', 'generation', 'run'], {
      indexName: 'rollouts_key',
    });
    table.index(['started_at', 'id'], 'rollouts_newest');
    table.index(['cloud', 'state'], 'rollouts_open');
    table.index(['cloud', 'kind', 'namespace', 'name'], 'rollouts_object');
    table.index(['kind', 'cause', 'state'], 'rollouts_usual');
  });

  await knex.schema.createTable('rollout_transitions', table => {
    table.comment('Changes of state of rollouts and their steps');
    table.increments('id');
    table.string('rollout_id', 36).notNullable();
    table.string('at', 32).notNullable();
    table.string('step').comment('Empty for the rollout itself');
    table.string('from', 32);
    table.string('to', 32).notNullable();
    table.text('message');
    table.index(['rollout_id', 'id'], 'rollout_transitions_rollout');
  });

  await knex.schema.createTable('specs', table => {
    table.comment('Redacted specs by generation, for diffs');
    table.string('cloud').notNullable();
    table.string('uid').notNullable();
    table.integer('generation').notNullable();
    table.text('spec').notNullable();
    table.string('seen_at', 32).notNullable();
    table.primary(['cloud', 'uid', 'generation']);
  });

  await knex.schema.createTable('outbox', table => {
    table.comment('What is still to be announced, one row for each receiver');
    table.increments('id');
    table.string('cloud').notNullable();
    table.string('sink', 32).notNullable();
    table.text('message').notNullable();
    table.string('created_at', 32).notNullable();
    table.index(['cloud', 'sink', 'id'], 'outbox_queue');
  });

  await knex.schema.createTable('leases', table => {
    table.comment('Which replica may write for a cloud');
    table.string('cloud').primary();
    table.string('holder').notNullable().comment('Empty when released');
    table.integer('renewals').notNullable();
  });

  await knex.schema.createTable('component_health', table => {
    table.comment('Since when a component is in its state');
    table.string('cloud').notNullable();
    table.string('component').notNullable();
    table.string('state', 32).notNullable();
    table.string('since', 32).notNullable();
    table.primary(['cloud', 'component']);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  for (const table of [
    'component_health',
    'leases',
    'outbox',
    'specs',
    'rollout_transitions',
    'rollouts',
  ]) {
    await knex.schema.dropTable(table);
  }
};
