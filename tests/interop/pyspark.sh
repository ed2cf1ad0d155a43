#!/usr/bin/env bash
# A check spread over Spark's executors, against the same check in one run.
set -euo pipefail
cd "$(dirname "$0")/../.."
tools=${AGENTASSIST_TOOLS:-target/tools}
# A system may have a `java` that only says where to get one.
java=$(java -version 2>&1) || { echo "Java is not installed"; exit 77; }
[[ $java =~ version\ \"([0-9]+) ]] && [ "${BASH_REMATCH[1]}" -ge 17 ] ||
  { echo "Java is older than 17, which Spark needs"; exit 77; }
command -v python3 >/dev/null || { echo "python3 is not installed"; exit 77; }

# Pinned, so that a new version of a tool is a decision and not a surprise.
[ -d "$tools/python" ] || python3 -m venv "$tools/python" ||
  { echo "a Python environment cannot be made"; exit 77; }
"$tools/python/bin/python" -c 'import pyspark' 2>/dev/null ||
  "$tools/python/bin/pip" install --quiet pyspark==4.3.0 ||
  { echo "pyspark cannot be installed"; exit 77; }

cargo build --quiet -p agentassist-cli
agentassist=$(realpath "${CARGO_TARGET_DIR:-target}/debug/agentassist")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Every recording of the project, and each once more with a status that nobody documents.
"$tools/python/bin/python" - >"$work/exchanges.ndjson" <<'PYTHON'
import copy, json, pathlib

for path in sorted(pathlib.Path("tests/recordings").rglob("*.json")):
    recording = json.loads(path.read_text())
    for exchange in recording if isinstance(recording, list) else [recording]:
        broken = copy.deepcopy(exchange)
        broken["response"]["status"] = 299
        print(json.dumps(exchange), json.dumps(broken), sep="\n")
PYTHON

# Two executors of one core each, with the workers of a small cluster on this machine.
PYSPARK_PYTHON=$(realpath -s "$tools/python/bin/python")
export PYSPARK_PYTHON SPARK_LOCAL_IP=127.0.0.1
timeout 600 "$PYSPARK_PYTHON" tests/interop/pyspark_check.py "$agentassist" "$work/exchanges.ndjson" \
  "$work/shards" 4 "${AGENTASSIST_SPARK_MASTER:-local-cluster[2,1,1024]}" >"$work/spark.log" 2>&1 ||
  { tail -n 30 "$work/spark.log"; exit 1; }

for format in json pretty; do
  one=0 merged=0
  "$agentassist" check - --format "$format" <"$work/exchanges.ndjson" >"$work/one" || one=$?
  "$agentassist" merge "$work"/shards/part-* --format "$format" >"$work/merged" || merged=$?
  # Exit code 1 means that findings were made: an empty comparison would prove nothing.
  [ "$one" -eq 1 ] && [ "$merged" -eq 1 ] || { echo "exit codes $one and $merged"; exit 1; }
  cmp "$work/one" "$work/merged"
done
echo "ok   $(wc -l <"$work/exchanges.ndjson") exchanges in 4 shards on Spark: the report of one run"
