"""Calls the five operations through a proxy: har_calls.py BASE_URL READY_FILE.

Success and refusal, bodies each way and none, so that a HAR file of it holds what one can hold.
"""

import json
import sys
import urllib.error
import urllib.request

base, ready = sys.argv[1], json.load(open(sys.argv[2], encoding="utf-8"))
stream = f"{base}/agentassist/api/v1/public/{ready['stream_id']}"
lists = f"{base}/agentassist/api/v1/public/st-0603182c-7ffb-53c3-b307-47ca14b9xxxx/campaign/contactList"


def call(expected, method, url, body=None, **more):
    headers = {"content-type": "application/json", "accountId": ready["account_id"], "auth": ready["token"]}
    headers = {name: value for name, value in (headers | more).items() if value is not None}
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(url, data, headers, method=method)
    try:
        with urllib.request.urlopen(request, timeout=20) as response:
            status, text = response.status, response.read()
    except urllib.error.HTTPError as error:
        status, text = error.code, error.read()
    if status != expected:
        sys.exit(f"{method} {url} answers {status} and not {expected}: {text[:200]}")
    return json.loads(text)


page = call(200, "GET", f"{stream}/contacts?limit=5&skip=0")
first, second, third, *_ = [contact["id"] for contact in page["results"]]
call(200, "GET", f"{stream}/contacts?limit=5&skip=5")
call(200, "PUT", f"{stream}/contacts/{first}", {"firstName": "Zoë", "lastName": "李 \"x\" </script>"})
call(200, "DELETE", f"{stream}/contacts/{second}")
call(200, "DELETE", f"{stream}/contacts/bulk-delete", {"ids": [third, "no-such-contact"]})
list_of = {"iid": "st-0603182c-7ffb-53c3-b307-47ca14b9xxxx", "accountId": "67777ce93e25326494e9xxxx"}
call(200, "DELETE", f"{lists}/cl-c2ce382-2516-457e-8eb4-9847deecxxxx", **list_of)
call(401, "GET", f"{stream}/contacts", auth="no-token")
call(404, "PUT", f"{stream}/contacts/no-such-contact", {"firstName": "a"})
