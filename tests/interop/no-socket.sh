#!/usr/bin/env bash
# The judge opens no socket: the kernel is asked what `check`, `merge` and `explain` do.
set -euo pipefail
cd "$(dirname "$0")/../.."
strace -o /dev/null true 2>/dev/null || { echo "strace is not installed, or may not trace"; exit 77; }

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cargo build --quiet
agentassist=${CARGO_TARGET_DIR:-target}/debug/agentassist

sockets() { # sockets ARGUMENT…: counts the calls to the network that the binary makes
  strace --follow-forks --quiet=all --trace=%network --output "$folder/calls" \
    "$agentassist" "$@" >"$folder/out" 2>"$folder/err" || { cat "$folder/err"; exit 1; }
  wc -l <"$folder/calls"
}

# Without something that does open sockets, silence would prove nothing.
[ "$(sockets contract --out "$folder/contract")" -gt 0 ] || { echo "the trace shows nothing"; exit 1; }
"$agentassist" check tests/recordings --shard 1/1 >"$folder/shard.ndjson"
while read -r command; do
  # shellcheck disable=SC2086 # The words of a command are its arguments.
  count=$(sockets $command)
  [ "$count" -eq 0 ] || { echo "FAIL $command"; cat "$folder/calls"; exit 1; }
  echo "ok   ${command%% *}"
done <<COMMANDS
check tests/recordings --strict
merge $folder/shard.ndjson
explain page-gap
COMMANDS
