"""A mail server of a few commands, as a mailbox is read from."""

import re
import socketserver
from contextlib import contextmanager
from threading import Thread

LITERAL = b"* %d FETCH (UID %d RFC822.SIZE %d FLAGS () BODY[%s] {%d}\r\n%s)\r\n"


class Talk(socketserver.StreamRequestHandler):
    def handle(self):
        self.say(b"* OK ready")
        for line in self.rfile:
            tag, command, *rest = line.decode().split(None, 2)
            said = (rest[0] if rest else "").strip()
            answer = getattr(self, command.lower(), self.fine)(said)
            self.say(f"{tag} {answer or 'OK done'}".encode())
            if command == "LOGOUT":
                return

    def say(self, line):
        self.wfile.write(line + b"\r\n")

    def fine(self, _said):
        return "OK done"

    def capability(self, _said):
        self.say(b"* CAPABILITY IMAP4REV1")

    def login(self, said):
        return None if said.endswith('"secret"') else "NO wrong password"

    def status(self, _said):
        told = f'* STATUS "INBOX" (UIDVALIDITY {self.server.validity} UIDNEXT {self.server.next})'
        self.say(told.encode())

    def select(self, _said):
        self.say(b"* %d EXISTS" % len(self.server.mails))

    def logout(self, _said):
        self.say(b"* BYE")

    def uid(self, said):
        kind, words = said.split(None, 1)
        if kind == "SEARCH":
            self.say(("* SEARCH " + " ".join(map(str, self._found(words)))).encode())
            return
        for uid in map(int, words.split()[0].split(",")):
            raw, asked = self.server.mails[uid], "HEADER" if "[HEADER]" in words else ""
            said = raw.partition(b"\r\n\r\n")[0] + b"\r\n\r\n" if asked else raw
            told = (uid, uid, len(raw), asked.encode(), len(said), said)
            self.wfile.write(LITERAL % told)
            self.server.sent += len(said)

    def _found(self, words):
        """As servers do: `9:*` finds the last mail though its number is below 9."""
        uids = sorted(self.server.mails)
        if several := re.search(r"UID (\d+):\*", words):
            first = int(several[1])
            return [uid for uid in uids if uid >= first] or uids[-1:]
        return [int(uid) for uid in re.search(r"UID ([\d,]+)", words)[1].split(",")]


class Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = daemon_threads = True
    validity, sent = 7, 0

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Talk)
        self.mails = {}

    @property
    def port(self):
        return self.server_address[1]

    @property
    def next(self):
        return max(self.mails, default=0) + 1

    def receive(self, raw):
        self.mails[self.next] = raw.replace("\n", "\r\n").encode()


@contextmanager
def mail_server():
    with Server() as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()
