"""Prism as a validating proxy, between a client and a server that replay the corpus on loopback.

prism.py CORPUS DOCUMENT PRISM
"""

import http.client
import http.server
import json
import os
import socket
import subprocess
import sys
import threading
import time
from urllib.parse import urlsplit

import corpus

# What a connection decides for itself.
OF_THE_CONNECTION = {"host", "connection", "content-length", "transfer-encoding", "accept-encoding"}
ERRORS = "https://stoplight.io/prism/errors#"
LEVELS = {"Error": "error", "Warning": "warning", "Information": "info", "Hint": "info"}


class Upstream(http.server.BaseHTTPRequestHandler):
    """Answers every request with the response that is due."""

    protocol_version = "HTTP/1.1"
    due = None

    def answer(self):
        length = int(self.headers.get("content-length") or 0)
        self.rfile.read(length)
        text = corpus.body(self.due)
        content = (text or "").encode()
        self.send_response_only(self.due["status"])
        for name, value in corpus.headers(self.due):
            if name.lower() not in OF_THE_CONNECTION:
                self.send_header(name, value)
        if self.due["status"] != 204:
            self.send_header("content-length", str(len(content)))
        self.send_header("connection", "close")
        self.end_headers()
        if self.due["status"] != 204:
            self.wfile.write(content)
        self.close_connection = True

    do_GET = do_PUT = do_DELETE = do_POST = do_PATCH = answer

    def log_message(self, *_):
        pass


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def start(prism, document, upstream):
    """Starts the proxy and waits until it takes connections."""
    port = free_port()
    command = [prism, "proxy", "--errors", "--port", str(port), "--verboseLevel", "warn", document, upstream]
    silent = subprocess.DEVNULL
    proxy = subprocess.Popen(command, stdin=silent, stdout=silent, stderr=silent)
    until = time.monotonic() + 60
    while time.monotonic() < until and proxy.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return proxy, port
        except OSError:
            time.sleep(0.1)
    proxy.kill()
    sys.exit("prism does not start")


def violations(answer):
    """What the proxy says of an exchange, in its header or instead of the answer."""
    header = answer.getheader("sl-violations")
    if header:
        try:
            listed = json.loads(header)
        except ValueError:
            # Beyond 8 kB it cuts its own list off.
            return [corpus.said("cut off", "", "error", header)]
        place = lambda it: "/".join(map(str, it["location"]))
        level = lambda it: LEVELS[it["severity"]]
        return [corpus.said(f"{it.get('code')} {it['message']}", place(it), level(it), it["message"]) for it in listed]
    if (answer.getheader("content-type") or "").startswith("application/problem+json"):
        problem = json.loads(answer.read())
        if not problem["type"].startswith(ERRORS):
            # A failure of its own, such as of reading the answer: the violation is not named.
            raise RuntimeError(problem.get("detail") or problem["type"])
        kind = problem["type"].removeprefix(ERRORS)
        listed = problem.get("validation") or [{"message": problem.get("detail", "")}]
        place = lambda it: "/".join(map(str, it.get("location", [])))
        return [corpus.said(f"{kind} {it.get('message')}", place(it), "error", it.get("message")) for it in listed]
    return []


def main():
    _, document, prism = sys.argv[1:]
    upstream = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Upstream)
    threading.Thread(target=upstream.serve_forever, daemon=True).start()
    proxy, port = start(prism, os.path.abspath(document), f"http://127.0.0.1:{upstream.server_port}")

    def judge(exchange):
        request = exchange["request"]
        Upstream.due = exchange["response"]
        url = urlsplit(request["url"])
        target = url.path + (f"?{url.query}" if url.query else "")
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
        # A server of HTTP refuses a method in lower case: some recorders write it so.
        connection.putrequest(request["method"].upper(), target, skip_accept_encoding=True)
        for name, value in corpus.headers(request):
            if name.lower() not in OF_THE_CONNECTION:
                connection.putheader(name, value)
        text = corpus.body(request)
        content = None if text is None else text.encode()
        if content is not None:
            connection.putheader("content-length", str(len(content)))
        connection.endheaders(content)
        said = violations(connection.getresponse())
        connection.close()
        return said

    try:
        corpus.judge_each("prism", judge)
    finally:
        proxy.terminate()
        proxy.wait(10)
        upstream.shutdown()


main()
