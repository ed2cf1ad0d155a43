#!/usr/bin/env bash
# Other tools over the corpus of defects, beside the judge: README.md says how they are counted.
#
# Prints Markdown tables; what each tool says of each case is left in target/peers-defects.
# With --check it compares the tables and counts of docs/corpus.md and README.md with them, with
# --update it writes them there. Ends with 77 where a tool cannot be had.
set -euo pipefail
case "$*" in "" | --check | --update) ;; *) echo "usage: run.sh [--check | --update]"; exit 2 ;; esac
cd "$(dirname "$0")/../.."
here=tests/peers
document=openapi/agentassist.yaml
tools=${AGENTASSIST_TOOLS:-target/tools}/peers
out=${CARGO_TARGET_DIR:-target}/peers-defects
command -v npm >/dev/null || { echo "npm is not installed"; exit 77; }
command -v python3 >/dev/null || { echo "python3 is not installed"; exit 77; }

mkdir -p "$tools" "$out"
cp "$here/package.json" "$tools/"
npm install --silent --no-audit --no-fund --prefix "$tools" >&2 ||
  { echo "the npm packages cannot be installed"; exit 77; }
[ -x "$tools/python/bin/python" ] || python3 -m venv "$tools/python" ||
  { echo "a Python environment cannot be made"; exit 77; }
"$tools/python/bin/pip" install --quiet --requirement "$here/requirements.txt" >&2 ||
  { echo "the Python packages cannot be installed"; exit 77; }

cargo run --quiet -p agentassist-tests --example defects -- --write "$out" >"$out/judge.md"
corpus=$out/cases.ndjson
export REDOCLY_TELEMETRY=off REDOCLY_SUPPRESS_UPDATE_NOTICE=true PYTHONDONTWRITEBYTECODE=1

peer() { # peer NAME SCRIPT ARGUMENTS…: what a peer says of each exchange, a line for each
  local name=$1 script=$2
  shift 2
  timeout 120 "$tools/python/bin/python" "$here/$script" "$corpus" "$document" "$@" >"$out/$name.ndjson" ||
    { echo "FAIL $name"; exit 1; }
}
peer drift drift.py "$tools/node_modules/.bin/redocly"
peer prism prism.py "$tools/node_modules/.bin/prism"
peer openapi-core openapi_core_peer.py
peer schemathesis schemathesis_peer.py

python3 "$here/table.py" "$corpus" "$out"/{drift,prism,openapi-core,schemathesis}.ndjson >"$out/peers.md"
if [ $# -eq 0 ]; then
  cat "$out/peers.md"
else
  python3 "$here/docs.py" "$corpus" "$out/peers.md" "$1"
fi
