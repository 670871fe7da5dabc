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
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('health_drops', table => {
    table.comment('Components that are unwell, and what was told of it');
    table.string('cloud').notNullable();
    table.string('component').notNullable();
    table.string('since', 32).notNullable().comment('First seen unwell');
    table.string('told', 32).comment('The worst state that was told');
    table.string('well_since', 32).comment('Seen well again, not for long yet');
    table.primary(['cloud', 'component']);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('health_drops');
};
