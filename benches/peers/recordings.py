"""Prints the bodies of a file, one a line, as the recorded exchanges that they came from.

The listing is read ten times: a recording is longer than what a processor keeps at hand.
"""

import json
import sys

with open(sys.argv[1], encoding="utf-8") as file:
    bodies = file.read().splitlines()
BOT = "st-7dc994f0-4436-5134-9fa8-a94262500000"  # the one of their contacts
for _ in range(10):
    for number, body in enumerate(bodies):
        path = f"/agentassist/api/v1/public/{BOT}/contacts?skip={10 * number}&limit=10"
        exchange = {
            "request": {
                "method": "GET",
                "url": f"https://platform.kore.ai{path}",
                "headers": {
                    "auth": "redacted-1",
                    "accountId": "65f7d49a5dd06e2cefa00000",
                    "content-type": "application/json",
                },
            },
            "response": {
                "status": 200,
                "headers": {"content-type": "application/json"},
                "body": json.loads(body),
            },
        }
        print(json.dumps(exchange, separators=(",", ":")))
