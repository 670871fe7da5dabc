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

import { Knex } from 'knex';
import { LeaseProof } from './types';

/**
 * Thrown by a write of a replica that has lost the cloud's lease meanwhile.
 * @public
 */
export class LeaseLostError extends Error {
  name = 'LeaseLostError';

  constructor(cloud: string) {
    super(`Another replica writes for cloud ${cloud} now`);
  }
}

/**
 * Fails the transaction unless the lease is still held, and holds it until the transaction ends.
 * @public
 */
export async function assertLease(
  transaction: Knex.Transaction,
  table: string,
  proof: LeaseProof,
): Promise<void> {
  const row = await transaction(table)
    .where({ cloud: proof.cloud, holder: proof.holder })
    .forUpdate()
    .first();
  if (!row) {
    throw new LeaseLostError(proof.cloud);
  }
}
