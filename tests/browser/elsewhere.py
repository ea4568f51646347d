"""A site that is not ours, on a port of its own, with one page."""

from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread


class Answer(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(self.server.page.encode())

    def log_message(self, *_said):
        pass


class Site(ThreadingHTTPServer):
    page = ""

    @property
    def address(self):
        return f"http://127.0.0.1:{self.server_address[1]}"


@contextmanager
def a_site():
    with Site(("127.0.0.1", 0), Answer) as site:
        Thread(target=site.serve_forever, daemon=True).start()
        yield site
        site.shutdown()
