#!/usr/bin/env bash
# The document under the linters and validators of others, with the settings in the root folder.
set -euo pipefail
cd "$(dirname "$0")/../.."
document=openapi/agentassist.yaml
tools=${AGENTASSIST_TOOLS:-target/tools}
command -v npm >/dev/null || { echo "npm is not installed"; exit 77; }
command -v python3 >/dev/null || { echo "python3 is not installed"; exit 77; }

# Pinned, so that a new rule of a tool is a decision and not a surprise.
mkdir -p "$tools"
[ -x "$tools/node_modules/.bin/redocly" ] && [ -x "$tools/node_modules/.bin/spectral" ] ||
  npm install --silent --no-audit --no-fund --prefix "$tools" @redocly/cli@2.77.0 @stoplight/spectral-cli@6.16.3 >/dev/null 2>&1 ||
  { echo "the npm packages cannot be installed"; exit 77; }
[ -x "$tools/python/bin/openapi-spec-validator" ] ||
  { python3 -m venv "$tools/python" && "$tools/python/bin/pip" install --quiet openapi-spec-validator==0.9.0; } ||
  { echo "the Python package cannot be installed"; exit 77; }

export REDOCLY_TELEMETRY=off REDOCLY_SUPPRESS_UPDATE_NOTICE=true

agrees() { # agrees NAME COMMAND…: runs a tool; what it says is shown when it finds something
  local name=$1 output
  shift
  if output=$("$@" 2>&1); then
    echo "ok   $name"
  else
    echo "FAIL $name"
    echo "$output"
    exit 1
  fi
}

agrees "redocly (recommended)" "$tools/node_modules/.bin/redocly" lint
agrees "spectral (spectral:oas)" "$tools/node_modules/.bin/spectral" lint --fail-severity hint "$document"
agrees "openapi-spec-validator" "$tools/python/bin/openapi-spec-validator" "$document"
