"""The peers of PyPI, each at its best settings, in their own runtime.

They validate a body a line, or the body of the answer in an exchange a line.
"""

import json
import os
import sys
import time

import fastjsonschema
import jsonschema_rs
from openapi_core import OpenAPI
from openapi_core.testing import MockRequest, MockResponse

with open(sys.argv[1], encoding="utf-8") as file:
    document = json.load(file)
with open(sys.argv[2], encoding="utf-8") as file:
    bodies = file.read().splitlines()
seconds = float(os.environ.get("PEERS_SECONDS", "1"))

schema = {
    "$schema": "http://json-schema.org/draft-04/schema#",
    "components": document["components"],
    "$ref": "#/components/schemas/ContactPage",
}


def measure(name, check, bodies=bodies):
    """Prints the best rate of five rounds, each over as many bodies as the time allows."""
    best = 0.0
    for _ in range(5):
        begin, size = time.perf_counter(), 0
        while time.perf_counter() - begin < seconds / 5:
            for body in bodies:
                check(body)
                size += len(body)
        best = max(best, size / (time.perf_counter() - begin))
    print(json.dumps({"name": name, "rate": best}), flush=True)


is_exchange = "response" in json.loads(bodies[0])
wrong = {"results": [{}]}
wrong = json.dumps({"response": {"body": wrong}} if is_exchange else wrong)


def read(line):
    """The body in a line."""
    value = json.loads(line)
    return value["response"]["body"] if is_exchange else value


def refuses(check):
    """Makes sure that a check checks."""
    try:
        check(wrong)
    except Exception:
        return
    raise SystemExit("a peer allows what the schema forbids")


by_fastjsonschema = fastjsonschema.compile({**schema, "$ref": "#/components/schemas/ContactPage"})
by_jsonschema_rs = jsonschema_rs.Draft4Validator(schema, validate_formats=True)
openapi = OpenAPI.from_dict(document)
request = MockRequest(
    "https://platform.kore.ai",
    "get",
    "/agentassist/api/v1/public/st-7dc994f0-4436-5134-9fa8-a94262500000/contacts",
    headers={"accountId": "1", "auth": "t"},
)


def openapi_core(line):
    body = json.dumps(read(line)) if is_exchange else line
    openapi.validate_response(request, MockResponse(body.encode(), content_type="application/json"))


checks = [
    ("fastjsonschema", lambda line: by_fastjsonschema(read(line)), bodies),
    ("jsonschema_rs", lambda line: by_jsonschema_rs.validate(read(line)), bodies),
    # So slow that all bodies would take too long.
    ("openapi-core", openapi_core, bodies[:10]),
]
for name, check, some in checks:
    refuses(check)
    measure(name, check, some)
