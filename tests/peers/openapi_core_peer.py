"""openapi-core, which validates a request and a response against the document.

openapi_core_peer.py CORPUS DOCUMENT
"""

import sys
from urllib.parse import parse_qsl, unquote, urlsplit

import corpus
from openapi_core import Config, OpenAPI
from openapi_core.datatypes import RequestParameters
from werkzeug.datastructures import Headers, ImmutableMultiDict


class Request:
    """An exchange's request, as openapi-core's protocol has it."""

    def __init__(self, request):
        url = urlsplit(corpus.on_the_vendors_host(request["url"]))
        self.host_url = f"{url.scheme}://{url.netloc}"
        # As WSGI and ASGI servers hand it over.
        self.path = unquote(url.path)
        self.method = request["method"].lower()
        text = corpus.body(request)
        self.body = None if text is None else text.encode()
        self.content_type = corpus.header(request, "content-type") or ""
        self.parameters = RequestParameters(
            query=ImmutableMultiDict(parse_qsl(url.query, keep_blank_values=True)),
            header=Headers(corpus.headers(request)),
            cookie=ImmutableMultiDict(),
        )


class Response:
    """An exchange's response, as openapi-core's protocol has it."""

    def __init__(self, response):
        text = corpus.body(response)
        self.data = None if text is None else text.encode()
        self.status_code = response["status"]
        self.content_type = corpus.header(response, "content-type") or ""
        self.headers = Headers(corpus.headers(response))


def kinds(error):
    """An error with its reasons: each value that a schema refuses is one."""
    cause = error.__cause__ or error
    details = getattr(cause, "schema_errors", None)
    if not details:
        return [corpus.said(type(error).__name__, type(cause).__name__, "error", cause)]
    place = lambda it: "/".join(map(str, it.absolute_path))
    return [corpus.said(type(error).__name__, f"{place(it)} {it.validator}", "error", it.message) for it in details]


def main():
    # What the document says of additional properties stands in it; the policy is for where it is silent.
    config = Config(additional_properties_default_policy="forbid")
    document = OpenAPI.from_file_path(sys.argv[2], config=config)

    def judge(exchange):
        request, response = Request(exchange["request"]), Response(exchange["response"])
        of_request = [it for error in document.iter_request_errors(request) for it in kinds(error)]
        of_response = [it for error in document.iter_response_errors(request, response) for it in kinds(error)]
        return of_request + of_response

    corpus.judge_each("openapi-core", judge)


main()
