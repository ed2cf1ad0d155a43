#!/bin/sh
# Compares the judge with the validators of others: the same bodies, and the same recording of
# them, in one run. Of a recording, the peers validate the bodies; the judge asks every rule.
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
    cargo build --quiet --release -p agentassist-conformance \
    --example body_throughput --example recording_throughput

document=crates/agentassist-conformance/src/generated/document.json
examples="${CARGO_TARGET_DIR:-target}/release/examples"
# The judge reads on one thread and judges on others: what it needs of one core shows on one core.
one_core=$(command -v taskset > /dev/null && echo "taskset -c 0" || true)

"$out/venv/bin/python" "$here/bodies.py" > "$out/bodies.ndjson"
"$out/venv/bin/python" "$here/recordings.py" "$out/bodies.ndjson" > "$out/recording.ndjson"
{
    $one_core "$examples/body_throughput" "$out/bodies.ndjson"
    $one_core node "$out/peers.mjs" "$document" "$out/bodies.ndjson"
    $one_core "$out/venv/bin/python" "$here/peers.py" "$document" "$out/bodies.ndjson"
} > "$out/rates.ndjson"
"$out/venv/bin/python" "$here/table.py" "one pass is" "$out/rates.ndjson"
{
    $one_core "$examples/recording_throughput" "$out/recording.ndjson" 1
    "$examples/recording_throughput" "$out/recording.ndjson" 2
    $one_core node "$out/peers.mjs" "$document" "$out/recording.ndjson"
    $one_core "$out/venv/bin/python" "$here/peers.py" "$document" "$out/recording.ndjson"
} > "$out/rates.ndjson"
echo
"$out/venv/bin/python" "$here/table.py" "all rules are" "$out/rates.ndjson"
