#!/usr/bin/env bash
#
# Copyright 2026 The MOSK Portal Authors
#
# Licensed under the Apache License, Version 2.0 (the "License");
# you may not use this file except in compliance with the License.
# You may obtain a copy of the License at
#
#     http://www.apache.org/licenses/LICENSE-2.0
#
# Unless required by applicable law or agreed to in writing, software
# distributed under the License is distributed on an "AS IS" BASIS,
# WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
# See the License for the specific language governing permissions and
# limitations under the License.
#

# Runs one of scripts/*.mjs with a Node that the portal works with:
#   scripts/run.sh demo --port 7107
# Any Node and npm will do to begin with: a suitable Node comes from the npm registry, once.
set -euo pipefail

node_version=24.21.0
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cache=${MOSK_PORTAL_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/mosk-portal}

fail() {
  echo "error: $*" >&2
  exit 1
}

is_suitable() {
  [[ "$("$1" --print 'process.versions.node.split(".")[0]' 2>/dev/null)" == "${node_version%%.*}" ]]
}

node_package() {
  local system machine
  system=$(uname -s | tr '[:upper:]' '[:lower:]')
  machine=$(uname -m)
  case $machine in
    x86_64) machine=x64 ;;
    aarch64) machine=arm64 ;;
  esac
  echo "node-$system-$machine"
}

# Prints the folder of a suitable node, installing one when there is none.
node_folder() {
  local found package folder staging
  if found=$(command -v node) && is_suitable "$found"; then
    dirname "$found"
    return
  fi
  package=$(node_package)
  folder=$cache/node-$node_version
  if ! is_suitable "$folder/node_modules/$package/bin/node"; then
    command -v npm >/dev/null || fail "npm was not found; install Node.js (any version) with npm"
    echo "▸ Installing Node $node_version from npm (the portal needs Node ${node_version%%.*}; found: $(node --version 2>/dev/null || echo none))" >&2
    mkdir -p "$cache"
    staging=$(mktemp -d "$cache/node-XXXXXX")
    npm install --prefix "$staging" --no-audit --no-fund --loglevel=error "$package@$node_version" >&2 ||
      fail "npm could not install $package@$node_version; see its message above"
    rm -rf "$folder"
    mv "$staging" "$folder"
  fi
  echo "$folder/node_modules/$package/bin"
}

folder=$(node_folder)
export PATH="$folder:$PATH"
name=${1:?usage: scripts/run.sh NAME [options]}
shift
exec node "$root/scripts/$name.mjs" "$@"
