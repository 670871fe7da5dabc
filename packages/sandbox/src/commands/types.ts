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

/** One verb of `mosk-sandbox command`. */
export interface Command {
  /** As in `fail-service`. */
  verb: string;
  description: string;
  /** Names of the arguments, in the order in which a person types them. All may be given as `name=value` too. */
  parameters?: Array<{ name: string; description: string; required?: boolean }>;
  /** What it resolves with is printed as JSON. */
  run(args: Record<string, string | undefined>): Promise<unknown>;
}

export interface CommandRegistry {
  /** Throws when the verb is taken. */
  register(command: Command): void;
}
