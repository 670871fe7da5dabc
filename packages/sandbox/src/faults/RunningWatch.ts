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

import type { IncomingMessage, ServerResponse } from 'node:http';
import { statusObject } from './statusObject';
import { ActiveFault, SeenRequest } from './types';

/** A watch whose answer flows through the proxy. */
export class RunningWatch {
  /** The last line of a watch whose history is gone. */
  static readonly expired = `${JSON.stringify({
    type: 'ERROR',
    object: statusObject(410),
  })}\n`;

  /** Id of the fault that holds it. */
  frozenBy?: string;

  constructor(
    readonly request: SeenRequest,
    private readonly source: IncomingMessage,
    private readonly response: ServerResponse,
  ) {
    source.pipe(response);
  }

  hit(fault: ActiveFault): void {
    switch (fault.type) {
      case 'freeze':
        this.frozenBy = fault.id;
        this.source.unpipe(this.response);
        this.source.pause();
        break;
      case 'expire':
        this.endWith(RunningWatch.expired);
        break;
      case 'malformed':
        this.endWith('{"type": "MODIFIED", "object": {\n');
        break;
      case 'drop':
        this.response.destroy();
        break;
      default:
        // A status or a delay befalls requests, not what flows already.
        break;
    }
  }

  thaw(): void {
    this.frozenBy = undefined;
    this.source.pipe(this.response);
  }

  private endWith(line: string): void {
    this.source.unpipe(this.response);
    this.response.end(line);
  }
}
