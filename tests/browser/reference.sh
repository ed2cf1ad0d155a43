#!/bin/sh
# Opens the published reference in a real browser with scripts off and checks that a reader finds
# every operation and every property of the document there.
#
#   tests/browser/reference.sh [PAGE] [DOCUMENT]
#
# PAGE is target/site/index.html unless given, DOCUMENT openapi/agentassist.yaml. A DOCUMENT whose
# name ends in .json needs no YAML reader.
#
# Exits 0 when all is there, 1 when something is missing, 77 when a tool is.
set -eu

root=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)
page=${1:-$root/target/site/index.html}
document=${2:-$root/openapi/agentassist.yaml}

absent() {
    echo "skipped: $1"
    exit 77
}

failed() {
    echo "failed: $1"
    exit 1
}

browser=
for name in chromium chromium-browser google-chrome; do
    if command -v "$name" >/dev/null; then
        browser=$name
        break
    fi
done
[ -n "$browser" ] || absent "no Chromium on this machine"
command -v python3 >/dev/null || absent "no python3 on this machine"
case $document in
    *.json) ;;
    *) python3 -c 'import yaml' 2>/dev/null || absent "no PyYAML on this machine; give the document as JSON" ;;
esac
[ -r "$page" ] || failed "no page at $page; \`cargo xtask docs\` writes one"
[ -r "$document" ] || failed "no document at $document"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM

# Scripts are off by the profile's own setting: without the engine, the switch
# `scriptEnabled=false` would keep the browser from dumping the page as well.
mkdir -p "$work/profile/Default"
echo '{"profile":{"default_content_setting_values":{"javascript":2}}}' \
    >"$work/profile/Default/Preferences"

address=$(python3 -c 'import pathlib, sys; print(pathlib.Path(sys.argv[1]).resolve().as_uri())' "$page")
status=0
timeout 120 "$browser" --headless --no-sandbox --disable-gpu --no-first-run \
    --disable-background-networking --disable-component-update --disable-sync \
    --user-data-dir="$work/profile" --dump-dom "$address" \
    >"$work/dom.html" 2>"$work/browser.log" || status=$?
if [ "$status" -ne 0 ] || [ ! -s "$work/dom.html" ]; then
    tail -n 5 "$work/browser.log"
    failed "the browser dumped no page (status $status)"
fi

python3 - "$work/dom.html" "$document" <<'PYTHON'
import json
import sys
from html.parser import HTMLParser


class Reader(HTMLParser):
    """Collects the addresses of a page and the names shown as a property's or an operation's."""

    def __init__(self):
        super().__init__()
        self.ids, self.codes, self.scripts, self.open = set(), set(), 0, None

    def handle_starttag(self, tag, attributes):
        self.ids.update(value for name, value in attributes if name == "id")
        self.scripts += tag == "script"
        if tag == "code":
            self.open = ""

    def handle_data(self, text):
        if self.open is not None:
            self.open += text

    def handle_endtag(self, tag):
        if tag == "code" and self.open is not None:
            self.codes.add(self.open)
            self.open = None


def properties(value):
    """Yields the names of the properties of all schemas, wherever they stand."""
    if isinstance(value, dict):
        for key, member in value.items():
            if key == "properties" and isinstance(member, dict):
                yield from member
            if key not in ("example", "examples"):
                yield from properties(member)
    elif isinstance(value, list):
        for member in value:
            yield from properties(member)


dom, document = sys.argv[1:]
with open(document, encoding="utf-8") as file:
    if document.endswith(".json"):
        document = json.load(file)
    else:
        import yaml

        document = yaml.safe_load(file)
reader = Reader()
with open(dom, encoding="utf-8") as file:
    reader.feed(file.read())

operations = [
    operation["operationId"]
    for path in document["paths"].values()
    for operation in path.values()
    if isinstance(operation, dict) and "operationId" in operation
]
names = set(properties(document))
addresses = {
    f"{schema}.{name}"
    for schema, body in document["components"]["schemas"].items()
    for name in body.get("properties", {})
}
missing = [f"operation {name}" for name in operations if name not in reader.ids & reader.codes]
missing += [f"property {name}" for name in sorted(names - reader.codes)]
missing += [f"address #{name}" for name in sorted(addresses - reader.ids)]
if reader.scripts:
    missing.append("a page without scripts")
if not operations or not names:
    missing.append("any operation or property in the document")
if missing:
    print("failed: the page lacks " + ", ".join(missing))
    sys.exit(1)
print(f"passed: {len(operations)} operations and {len(names)} property names are on the page")
PYTHON
