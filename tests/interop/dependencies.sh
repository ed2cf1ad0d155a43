#!/usr/bin/env bash
# What comes into the build, against deny.toml: licences, sources, and what is banned.
set -euo pipefail
cd "$(dirname "$0")/../.."
tools=${AGENTASSIST_TOOLS:-target/tools}
deny=$(command -v cargo-deny || echo "$tools/bin/cargo-deny")
[ -x "$deny" ] || cargo install --quiet --locked --root "$tools" cargo-deny@0.20.2 ||
  { echo "cargo-deny cannot be installed"; exit 77; }
"$deny" --log-level error check bans licenses sources
echo "ok   cargo-deny (bans, licenses, sources)"
