#!/bin/sh
# Compares the judge's validators with those of others: the same bodies, one core, one run.
#
# Needs node and python3, and fetches the peers from npm and PyPI into target/peers.
# PEERS_SECONDS sets how long each one is measured (1 by default; the best of five is taken).
set -eu
cd "$(dirname "$0")/../.."
here=benches/peers
out="${CARGO_TARGET_DIR:-target}/peers"
mkdir -p "$out"

cp "$here/package.json" "$here/peers.mjs" "$out/"
(cd "$out" && npm install --silent --no-audit --no-fund)
[ -d "$out/venv" ] || python3 -m venv "$out/venv"
"$out/venv/bin/pip" install --quiet --requirement "$here/requirements.txt"
# The one pass crosses crates in its innermost loop: link-time optimisation joins them.
CARGO_PROFILE_RELEASE_LTO=thin \
    cargo build --quiet --release -p agentassist-conformance --example body_throughput

document=crates/agentassist-conformance/src/generated/document.json
"$out/venv/bin/python" "$here/bodies.py" > "$out/bodies.ndjson"
{
    "${CARGO_TARGET_DIR:-target}/release/examples/body_throughput" "$out/bodies.ndjson"
    node "$out/peers.mjs" "$document" "$out/bodies.ndjson"
    "$out/venv/bin/python" "$here/peers.py" "$document" "$out/bodies.ndjson"
} > "$out/rates.ndjson"
"$out/venv/bin/python" "$here/table.py" "$out/rates.ndjson"
