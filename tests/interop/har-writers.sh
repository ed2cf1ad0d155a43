#!/usr/bin/env bash
# HAR files that others have written, of calls to the sandbox: a check of them finds no error.
#
# The writers are mitmproxy, Redocly's proxy, axios with a tracker, and Playwright with a browser in
# all its ways; and mitmproxy before a page of another origin, whose browser asks for leave.
# What cannot be had is left out, and 77 says that none could.
set -euo pipefail
cd "$(dirname "$0")/../.."
tools=${AGENTASSIST_TOOLS:-$PWD/target/tools}/har
command -v python3 >/dev/null || { echo "python3 is not installed"; exit 77; }

cargo build --quiet -p agentassist-cli
agentassist=$(realpath "${CARGO_TARGET_DIR:-target}/debug/agentassist")
work=$(mktemp -d)
mkdir -p "$tools"
running=()
stop() { # stop PROCESS: as Ctrl-C does, after which a recorder writes its file
  kill -INT "$1" 2>/dev/null || true
  wait "$1" 2>/dev/null || true
}
at_the_end() {
  local process
  for process in "${running[@]}"; do stop "$process"; done
  rm -rf "$work"
}
trap at_the_end EXIT

until_listening() { # until_listening PROCESS PORT LOG: waits for what was started
  local tries
  for ((tries = 0; tries < 600; tries++)); do
    kill -0 "$1" 2>/dev/null || break
    (exec 3<>"/dev/tcp/127.0.0.1/$2") 2>/dev/null && return
    sleep 0.1
  done
  cat "$3"
  return 1
}

free_port() { python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }

sandbox() { # sandbox NAME: starts one for the calls of a writer
  "$agentassist" sandbox --ephemeral --listen 127.0.0.1:0 --ready-file "$work/$1.ready" 2>"$work/$1.log" &
  running+=($!)
  until [ -s "$work/$1.ready" ]; do
    kill -0 "${running[-1]}" || { cat "$work/$1.log"; exit 1; }
    sleep 0.05
  done
  upstream=$(python3 -c 'import json, sys; print(json.load(open(sys.argv[1]))["base_url"])' "$work/$1.ready")
}

# What a script starts in the background ignores interrupts, unless it is told not to.
interruptible='import os, signal, sys; signal.signal(signal.SIGINT, signal.default_int_handler); os.execvp(sys.argv[1], sys.argv[1:])'

start() { # start NAME COMMAND…: starts what will listen on $port
  local name=$1
  shift
  python3 -c "$interruptible" "$@" >"$work/$name.log" 2>&1 &
  running+=($!)
  until_listening "${running[-1]}" "$port" "$work/$name.log"
}

through() { # through NAME COMMAND…: calls the sandbox through a proxy that writes $work/NAME.har
  start "$@"
  python3 tests/interop/har_calls.py "http://127.0.0.1:$port" "$work/$1.ready"
  stop "${running[-1]}"
}

written=0
judge() { # judge NAME EXCHANGES [PREFLIGHTS]: a check of a file that was written
  local status=0 report="$work/$1.report"
  "$agentassist" check "$work/$1.har" --format json >"$report" || status=$?
  if [ "$status" -ne 0 ] || ! python3 -c 'import json, sys
summary = json.load(open(sys.argv[1]))["summary"]
counts = [summary["exchanges"], summary["preflights"]]
sys.exit(summary["errors"] or counts != [int(count) for count in sys.argv[2:]])' "$report" "$2" "${3:-0}"; then
    echo "FAIL $1 (exit code $status)"
    "$agentassist" check "$work/$1.har" || true
    exit 1
  fi
  echo "ok   $1: $2 exchanges"
  written=$((written + 1))
}

if { [ -x "$tools/python/bin/mitmdump" ] || python3 -m venv "$tools/python"; } &&
  "$tools/python/bin/pip" install --quiet mitmproxy==11.0.2 >&2; then
  sandbox mitmproxy
  port=$(free_port)
  through mitmproxy "$tools/python/bin/mitmdump" --quiet --set confdir="$work/mitmproxy" \
    --mode "reverse:$upstream" --listen-host 127.0.0.1 --listen-port "$port" --set hardump="$work/mitmproxy.har"
  judge mitmproxy 8
else
  echo "mitmproxy cannot be had"
fi

if command -v npm >/dev/null &&
  npm install --silent --no-audit --no-fund --prefix "$tools" \
    @redocly/cli@2.77.0 axios@1.21.1 axios-har-tracker@0.8.0 playwright-core@1.65.1 >&2; then
  export REDOCLY_TELEMETRY=off REDOCLY_SUPPRESS_UPDATE_NOTICE=true
  sandbox redocly
  port=$(free_port)
  through redocly "$tools/node_modules/.bin/redocly" proxy --target "$upstream" --port "$port" --har "$work/redocly.har"
  judge redocly 8

  export NODE_PATH="$tools/node_modules"
  sandbox axios
  node tests/interop/har_axios.cjs "$work/axios.ready" "$work/axios.har"
  judge axios 5

  browser=$(command -v chromium || command -v google-chrome || true)
  if [ -n "$browser" ]; then
    for content in embed omit attach; do
      for mode in full minimal; do
        name=playwright-$mode-$content
        sandbox "$name"
        node tests/interop/har_browser.cjs "$browser" "$work/$name.ready" "$work/$name.har" "$content" "$mode"
        judge "$name" 4
      done
    done
    if [ -x "$tools/python/bin/mitmdump" ]; then
      sandbox cross-origin
      port=$(free_port)
      start cors node tests/interop/har_cors.cjs "$upstream" "$port"
      with_leave=http://127.0.0.1:$port
      port=$(free_port)
      start cross-origin "$tools/python/bin/mitmdump" --quiet --set confdir="$work/mitmproxy" \
        --mode "reverse:$with_leave" --listen-host 127.0.0.1 --listen-port "$port" --set hardump="$work/cross-origin.har"
      node tests/interop/har_browser.cjs "$browser" "$work/cross-origin.ready" "$work/page.har" omit full \
        "http://127.0.0.1:$port"
      stop "${running[-1]}"
      judge cross-origin 4 4
    fi
  else
    echo "there is no Chromium for Playwright"
  fi
else
  echo "the npm packages cannot be had"
fi

[ "$written" -gt 0 ] || exit 77
