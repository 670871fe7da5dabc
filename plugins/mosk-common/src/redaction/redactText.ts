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

import { MASK } from './mask';

const pemBlock =
  /-----BEGIN [A-Z0-9 ]+-----[\s\S]*?(?:-----END [A-Z0-9 ]+-----|$)/g;
/** How Python prints a difference of two objects: values stand in it beside no name at all. */
const pythonDiff = /[([]\s*\(\s*['"](?:add|change|remove)['"]\s*,[\s\S]*/g;
const authorization = /\b(Bearer|Basic|Negotiate)\s+[\w.~+/=-]{8,}/gi;
const userInUrl = /(:\/\/[^\s:/@]*):[^\s/]+@/g;
const secretWord =
  '(?:pass(?:word|wd|phrase|code)?|pwd|secret|token|credentials?|(?:api|access|private|tls|ssh|encryption|auth|store)[_-]?key)s?';
const quotedSecret = new RegExp(
  `(["'])([\\w.-]*${secretWord}[\\w-]*)\\1(\\s*[:,=]\\s*)(?:u?(["'])(?:\\\\.|(?!\\4)[^\\\\])*(?:\\4|$)|[^\\s,;}\\])]+)`,
  'gi',
);
const plainSecret = new RegExp(
  `(?<![\\w"'])(--?)?([\\w.-]*${secretWord}[\\w-]*)(\\s*=\\s*|:\\s*)(?:(["'])(?:\\\\.|(?!\\4)[^\\\\])*(?:\\4|$)|[^\\s,;&}\\])]+)`,
  'gi',
);
const secretOption = new RegExp(
  `(?<=^|\\s)(--?[\\w-]*${secretWord}) +[^\\s-]\\S*`,
  'gi',
);
const longWord = /[A-Za-z0-9+/_-]{32,}={0,2}/g;
const reference = /(?:name|ref|namespace|path|file|url|version|id)s?$/i;
const spokenWord = /^[A-Za-z]?[a-z]*(?:[A-Z]+[a-z]*)*\d*[a-z]*\d*$/;

/** Words of people and paths are long too, but made of letters or cut by dashes. */
function looksRandom(word: string): boolean {
  const mixed = /[a-z]/.test(word) && /[A-Z]/.test(word) && /\d/.test(word);
  return mixed && !word.split(/[/_-]/).every(part => spokenWord.test(part));
}

/**
 * Takes out of a free text whatever may be a secret: keys and certificates, tokens, passwords
 * beside their name or in a URL, differences printed by Python, long random words.
 * Takes out too much rather than too little.
 * @public
 */
export function redactText(text: string): string {
  if (text.length < 6) {
    return text;
  }
  return text
    .replace(pemBlock, MASK)
    .replace(pythonDiff, MASK)
    .replace(authorization, `$1 ${MASK}`)
    .replace(userInUrl, `$1:${MASK}@`)
    .replace(
      quotedSecret,
      (whole, quote: string, name: string, between: string) =>
        reference.test(name)
          ? whole
          : `${quote}${name}${quote}${between}${MASK}`,
    )
    .replace(
      plainSecret,
      (whole, dashes: string | undefined, name: string, between: string) =>
        reference.test(name)
          ? whole
          : `${dashes ?? ''}${name}${between}${MASK}`,
    )
    .replace(secretOption, `$1 ${MASK}`)
    .replace(longWord, word => (looksRandom(word) ? MASK : word));
}
