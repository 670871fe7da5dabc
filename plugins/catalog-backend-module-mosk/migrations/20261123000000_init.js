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
 * One row for each cloud: which replica may write its entities, and which entities it has written.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('mosk_catalog_clouds', table => {
    table.comment('Who may write the catalog entities of a cloud of MOSK');
    table.string('cloud', 255).primary().comment('Name of the cloud');
    table
      .string('lease_holder', 36)
      .nullable()
      .comment('Id of the process that may write');
    table
      .bigInteger('lease_expires_at')
      .notNullable()
      .defaultTo(0)
      .comment('Milliseconds since 1970 from which another process may write');
    table
      .text('entity_refs')
      .notNullable()
      .defaultTo('[]')
      .comment('JSON list of the references of the entities written last');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('mosk_catalog_clouds');
};
