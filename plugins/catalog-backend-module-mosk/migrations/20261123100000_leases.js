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

const clouds = 'mosk_catalog_clouds';
const leases = 'mosk_catalog_leases';

/**
 * Leases that compare no clocks, in a table of their own.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable(leases, table => {
    table.comment('Which replica may write the catalog entities of a cloud');
    table.string('cloud', 255).primary().comment('Name of the cloud');
    table.string('holder', 36).notNullable().comment('Empty when released');
    table
      .integer('renewals')
      .notNullable()
      .comment('One that stands still is of a replica that went away');
  });
  await knex.schema.alterTable(clouds, table => {
    table.dropColumn('lease_holder');
    table.dropColumn('lease_expires_at');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable(clouds, table => {
    table.string('lease_holder', 36).nullable();
    table.bigInteger('lease_expires_at').notNullable().defaultTo(0);
  });
  await knex.schema.dropTable(leases);
};
