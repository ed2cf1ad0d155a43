#!/usr/bin/env bash
# The client for browsers: it compiles for WebAssembly without a warning, whatever its features.
set -euo pipefail
cd "$(dirname "$0")/../.."
target=wasm32-unknown-unknown
[ -d "$(rustc --print sysroot)/lib/rustlib/$target/lib" ] ||
  rustup --quiet target add "$target" 2>/dev/null ||
  { echo "the standard library of $target is not installed and cannot be had"; exit 77; }

for features in --no-default-features "" --all-features; do
  # shellcheck disable=SC2086 # without features there is no argument
  cargo clippy --quiet --target "$target" -p agentassist-client $features -- -D warnings
  echo "ok   agentassist-client for $target, ${features:-default features}"
done
