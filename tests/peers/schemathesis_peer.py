"""Schemathesis, whose checks judge the response to a case.

schemathesis_peer.py CORPUS DOCUMENT: its checks on a response that was recorded, without the one
that sends requests of its own.
"""

import re
import sys
from datetime import timedelta
from urllib.parse import parse_qsl, unquote, urljoin, urlsplit

import corpus
import requests
import schemathesis
from schemathesis.checks import CHECKS, load_all_checks
from schemathesis.core.failures import Failure, FailureGroup
from urllib3 import HTTPHeaderDict, HTTPResponse


def operations(schema):
    """Operations with a pattern for their paths, those with fewest parameters first."""
    found = []
    for result in schema.get_all_operations():
        operation = result.ok()
        pattern = re.sub(r"\\{(\w+)\\}", r"(?P<\1>[^/]+)", re.escape(operation.path))
        found.append((operation.path.count("{"), re.compile(pattern + "$"), operation))
    return sorted(found, key=lambda it: it[0])


def recorded(exchange, url):
    """The recorded answer, as the requests library would have handed it over."""
    request, response = exchange["request"], exchange["response"]
    sent = requests.Request(request["method"].upper(), url, headers=dict(corpus.headers(request)))
    answer = requests.Response()
    answer.request = sent.prepare()
    answer.request.body = corpus.body(request)
    answer.status_code = response["status"]
    answer.url = url
    answer.elapsed = timedelta(milliseconds=1)
    answer.headers.update(corpus.headers(response))
    answer._content = (corpus.body(response) or "").encode()
    raw = HTTPHeaderDict(corpus.headers(response))
    answer.raw = HTTPResponse(body=b"", headers=raw, status=response["status"], version=11)
    answer.encoding = requests.utils.get_encoding_from_headers(answer.headers)
    return answer


def main():
    schema = schemathesis.openapi.from_path(sys.argv[2])
    load_all_checks()
    # This one repeats the request without its credentials, over the network.
    excluded = [CHECKS.get_by_names(["ignored_auth"])[0]]
    checks = [check for check in CHECKS.get_all() if check not in excluded]
    known = operations(schema)

    def judge(exchange):
        request = exchange["request"]
        # The library that carries the answer refuses an address without a host.
        url = urljoin("https://platform.kore.ai", corpus.on_the_vendors_host(request["url"]))
        parts = urlsplit(url)
        for _, pattern, operation in known:
            match = pattern.match(parts.path)
            if not match or operation.method.upper() != request["method"].upper():
                continue
            sent = corpus.body(request)
            case = operation.Case(
                path_parameters={name: unquote(value) for name, value in match.groupdict().items()},
                query=dict(parse_qsl(parts.query, keep_blank_values=True)),
                headers=dict(corpus.headers(request)),
                **({} if sent is None else {"body": sent, "media_type": "application/json"}),
            )
            try:
                case.validate_response(recorded(exchange, url), checks=checks)
            except (FailureGroup, Failure) as failure:
                failures = getattr(failure, "exceptions", [failure])
                return [corpus.said(it.code, it.title, "error", it.message) for it in failures]
            return []
        # A call of nothing that it knows is none of its business.
        return []

    corpus.judge_each("schemathesis", judge)


main()
