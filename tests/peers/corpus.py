"""The corpus as `cargo run -p agentassist-tests --example defects -- --write DIR` leaves it.

A peer is a function from one exchange to what it says of it: a list of `{kind, place, level, text}`.
None of the peers looks at two exchanges together, so that each exchange is judged once, wherever
it stands.
"""

import json
import sys
from urllib.parse import urlsplit


def cases(path):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def exchanges(cases):
    """Every exchange that peers are shown once, before and after its patch, in a fixed order."""
    found = {}
    for case in cases:
        for exchange in shown(case["base"] + case["exchanges"]):
            found.setdefault(key(exchange), exchange)
    return list(found.values())


def key(exchange):
    return json.dumps(exchange, sort_keys=True)


def body(message):
    """The text that went over the wire, or None."""
    value = message.get("body")
    if isinstance(value, dict) and len(value) == 1:
        if "text" in value:
            return value["text"]
        if "json" in value:
            value = value["json"]
    return None if value is None else json.dumps(value)


def headers(message):
    """Pairs of a name and a value."""
    pairs = message["headers"].items()
    return [(name, one) for name, value in pairs for one in (value if isinstance(value, list) else [value])]


def header(message, name):
    return next((value for key, value in headers(message) if key.lower() == name), None)


def on_the_vendors_host(url):
    """Recordings of the sandbox as the document names the server, for peers that compare hosts."""
    return url.replace("http://sandbox/", "https://platform.kore.ai/", 1)


def shown(exchanges):
    """Those that a caller would show to a peer: whole ones, of the vendor's host."""
    is_foreign = lambda it: urlsplit(it["request"]["url"]).hostname == "example.com"
    is_whole = lambda it: not (it.get("source") or {}).get("unrecorded")
    return [it for it in exchanges if is_whole(it) and not is_foreign(it)]


def said(kind, place, level, text):
    return {"kind": kind, "place": place, "level": level, "text": " ".join(str(text).split())[:300]}


def judge_each(name, judge):
    """Runs a peer over the corpus named by the first argument and writes a line for each exchange."""
    for exchange in exchanges(cases(sys.argv[1])):
        answer = {"peer": name, "key": key(exchange)}
        try:
            answer["said"] = judge(exchange)
        except Exception as error:  # A crash of a peer is a result, and is counted.
            answer["crash"] = f"{type(error).__name__}: {error}"[:300]
        print(json.dumps(answer))
