"""Redocly CLI's drift, which reads HAR files.

drift.py CORPUS DOCUMENT REDOCLY: one HAR file with every exchange, one run.
"""

import json
import os
import subprocess
import sys
import tempfile
from urllib.parse import parse_qsl, urlsplit

import corpus

LEVELS = {"error": "error", "warning": "warning", "note": "info"}


def entry(exchange):
    request, response = exchange["request"], exchange["response"]
    url = corpus.on_the_vendors_host(request["url"])
    har = {
        "startedDateTime": "2026-01-01T00:00:00.000Z",
        "time": 1,
        "cache": {},
        "timings": {"send": 0, "wait": 1, "receive": 0},
        "request": {
            "method": request["method"],
            "url": url,
            "httpVersion": "HTTP/1.1",
            "cookies": [],
            "headers": named(corpus.headers(request)),
            "queryString": named(parse_qsl(urlsplit(url).query, keep_blank_values=True)),
            "headersSize": -1,
            "bodySize": -1,
        },
        "response": {
            "status": response["status"],
            "statusText": "",
            "httpVersion": "HTTP/1.1",
            "cookies": [],
            "headers": named(corpus.headers(response)),
            "content": {"size": -1, "mimeType": corpus.header(response, "content-type") or ""},
            "redirectURL": "",
            "headersSize": -1,
            "bodySize": -1,
        },
    }
    sent, received = corpus.body(request), corpus.body(response)
    if sent is not None:
        mime = corpus.header(request, "content-type") or ""
        har["request"]["postData"] = {"mimeType": mime, "text": sent}
    if received is not None:
        har["response"]["content"]["text"] = received
    return har


def named(pairs):
    return [{"name": name, "value": value} for name, value in pairs]


def drift(redocly, document, entries):
    """What drift says of each entry, or the text of its crash."""
    with tempfile.TemporaryDirectory() as folder:
        har, report = os.path.join(folder, "all.har"), os.path.join(folder, "report.sarif")
        creator = {"name": "corpus", "version": "1"}
        with open(har, "w", encoding="utf-8") as file:
            json.dump({"log": {"version": "1.2", "creator": creator, "entries": entries}}, file)
        # SARIF, since the JSON form joins problems of different exchanges into one.
        options = ["--match-mode", "strict-host", "--format", "sarif", "-o", report]
        run = subprocess.run(
            [redocly, "drift", har, "--api", document, *options],
            capture_output=True,
            text=True,
            env=os.environ | {"REDOCLY_TELEMETRY": "off", "REDOCLY_SUPPRESS_UPDATE_NOTICE": "true"},
        )
        try:
            with open(report, encoding="utf-8") as file:
                results = json.load(file)["runs"][0]["results"]
        except (OSError, ValueError):
            return run.stderr.strip() or f"exit code {run.returncode}"
    answers = [[] for _ in entries]
    for result in results:
        details = result["properties"]
        place = details.get("dataPath") or details.get("target") or ""
        text = result["message"]["text"]
        level = LEVELS[result["level"]]
        answers[details["exchangeIndex"]].append(corpus.said(f"{result['ruleId']}: {text}", place, level, text))
    return answers


def main():
    path, document, redocly = sys.argv[1:]
    exchanges = corpus.exchanges(corpus.cases(path))
    entries = [entry(exchange) for exchange in exchanges]
    answers = drift(redocly, document, entries)
    if isinstance(answers, str):
        # One exchange that it cannot bear ends the run: each by itself, then.
        answers = [drift(redocly, document, [one]) for one in entries]
        answers = [one if isinstance(one, str) else one[0] for one in answers]
    for exchange, answer in zip(exchanges, answers):
        kind = "crash" if isinstance(answer, str) else "said"
        print(json.dumps({"peer": "drift", "key": corpus.key(exchange), kind: answer}))


main()
