"""Real servers that tests start, and an edition to send to them: mail, S3, SFTP, webhooks."""

from __future__ import annotations

import asyncio
import base64
import contextlib
import json
import random
import socket
import ssl
import threading
import time
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJg"
    "gg=="
)
SAID = {
    "title": "Japan and the Taliban",
    "as_of": "2025-03-31",
    "coverage": "Five articles, all in English.",
    "missing": [],
    "findings": [
        {"text": "A delegation visited Japan; three of five tell it.", "sure": "high"},
        {"text": "No source judges <b>Japan</b> & *others*.", "sure": "moderate"},
    ],
    "changed": "Since the edition before: one new article.",
    "changes": ["New article: b.txt, Kyodo News, “Talks”."],
    "pictures": [{"file": "figures/timeline.png", "title": "Two events", "alt": "Two marks."}],
}


def edition(
    out: Path, name: str = "2025-03-31", *, status: str = "complete", corrections: str = "", **said
) -> Path:
    """Writes an edition of the topic `talks` as a run leaves it, small, and returns its folder."""
    folder = out / "talks" / name
    (folder / "figures").mkdir(parents=True)
    (folder / "figures" / "timeline.png").write_bytes(PIXEL)
    (folder / "briefing.html").write_text(f"<p>{name} {status}</p>", encoding="utf-8")
    (folder / "briefing.pdf").write_bytes(b"%PDF-1.7 " + name.encode() + status.encode())
    files = {
        path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
    inputs = {"a.txt": "0"} | ({"corrections.toml": corrections} if corrections else {})
    manifest = {
        "edition": name,
        "title": "Japan and the Taliban",
        "status": status,
        "made": f"{name[:10]}T06:00:00+00:00",
        "identity": {"inputs": inputs},
        "said": SAID | said,
        "files": files,
    }
    (folder / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    return folder


class Postbox:
    """An SMTP server with STARTTLS and a password, which can be told to misbehave.

    `faults` is asked before each message: a text names what goes wrong with it.
    """

    def __init__(self, folder: Path, password: str = "", security: str = "starttls"):
        import trustme
        from aiosmtpd.controller import Controller
        from aiosmtpd.smtp import SMTP, AuthResult

        self.got: list[tuple[str, bytes]] = []
        self.refused: set[str] = set()
        self.faults = lambda to: ""
        self.slow = 0.0
        authority = trustme.CA()
        self.trust = folder / "authority.pem"
        authority.cert_pem.write_to_path(str(self.trust))
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        authority.issue_cert("localhost").configure_cert(context)

        def known(server, session, envelope, mechanism, data):
            right = data.password.decode() == password
            return AuthResult(success=right, handled=False)

        box = self

        class Server(SMTP):
            async def smtp_RCPT(self, arg):  # noqa: N802
                if box.fault(arg) == "dies at the recipient":
                    self.transport.abort()
                    return
                await super().smtp_RCPT(arg)

        told = {"require_starttls": True} if security == "starttls" else {}
        if password:
            told |= {"authenticator": known, "auth_required": True}

        class Listening(Controller):
            def factory(self):
                tls = context if security == "starttls" else None
                return Server(self.handler, hostname="localhost", tls_context=tls, **told)

        wrapped = {"ssl_context": context} if security == "ssl" else {}
        self.port = _free_port()
        self._listening = Listening(self, hostname="localhost", port=self.port, **wrapped)

    def fault(self, arg: str) -> str:
        to = arg.partition("<")[2].partition(">")[0]
        self._fault = self.faults(to)
        return self._fault

    def __enter__(self) -> Postbox:
        self._listening.start()
        return self

    def __exit__(self, *_) -> None:
        self._listening.stop()

    async def handle_RCPT(self, server, session, envelope, address, options):  # noqa: N802
        if address in self.refused or self._fault == "refused":
            return "550 5.1.1 No such user here"
        if self._fault == "later":
            return "450 4.2.1 Try again later"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):  # noqa: N802
        await asyncio.sleep(self.slow)
        if self._fault == "dies before it takes it":
            server.transport.abort()
            return "451 gone"
        if self._fault == "slow":
            await asyncio.sleep(2)
            server.transport.abort()
            return "451 too late"
        if self._fault == "no room":
            return "452 4.3.1 Insufficient system storage"
        self.got += [(to, envelope.content) for to in envelope.rcpt_tos]
        if self._fault == "dies after it took it":
            server.transport.abort()
        return "250 Taken"


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


class Hook:
    """A webhook's receiver: what was posted to it, path by path.

    `status` is its answer, `says` what that says, each {} of it the path that was asked for.
    """

    def __init__(self):
        self.got: list[tuple[str, dict, dict]] = []
        self.status, self.says = 200, "ok"
        hook = self

        class Receiver(BaseHTTPRequestHandler):
            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"]))
                if hook.status == 0:
                    self.connection.close()
                    return
                if hook.status == 200:
                    hook.got.append((self.path, json.loads(body), dict(self.headers)))
                self.send_response(hook.status)
                self.send_header("Location", "/elsewhere")
                self.end_headers()
                self.wfile.write(hook.says.replace("{}", self.path).encode())

            def log_message(self, *_):
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Receiver)

    def __enter__(self) -> Hook:
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_) -> None:
        self._server.shutdown()
        self._server.server_close()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}"


@contextlib.contextmanager
def s3(monkeypatch, bucket: str):
    """An S3 server over HTTP with one bucket; the environment names it to fsspec."""
    import boto3
    import s3fs
    from moto.server import ThreadedMotoServer

    server = ThreadedMotoServer("127.0.0.1", 0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    address = f"http://{host}:{port}"
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "somebody")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "s3cret-s3cret")
    monkeypatch.setenv("AWS_DEFAULT_REGION", "us-east-1")
    monkeypatch.setenv("AWS_ENDPOINT_URL", address)
    boto3.client("s3").create_bucket(Bucket=bucket)
    s3fs.S3FileSystem.clear_instance_cache()
    try:
        yield boto3.client("s3")
    finally:
        s3fs.S3FileSystem.clear_instance_cache()
        server.stop()


@contextlib.contextmanager
def sftp(folder: Path):
    """An SFTP server that shows a folder; gives its port and its host key's line."""
    import asyncssh

    loop = asyncio.new_event_loop()
    threading.Thread(target=loop.run_forever, daemon=True).start()
    key, own = (
        asyncssh.generate_private_key("ssh-ed25519"),
        asyncssh.generate_private_key("ssh-ed25519"),
    )
    allowed = asyncssh.import_authorized_keys(own.export_public_key().decode())

    async def serve():
        return await asyncssh.listen(
            "127.0.0.1",
            0,
            server_host_keys=[key],
            authorized_client_keys=allowed,
            sftp_factory=lambda channel: asyncssh.SFTPServer(channel, chroot=str(folder)),
        )

    server = asyncio.run_coroutine_threadsafe(serve(), loop).result()
    try:
        yield server.get_port(), key, own
    finally:
        server.close()
        time.sleep(0.1)
        loop.call_soon_threadsafe(loop.stop)


FAULTS = (
    "", "refused", "later", "no room", "slow", "dies at the recipient", "dies before it takes it",
    "dies after it took it",
)  # fmt: skip


def at_random(seed: int):
    """A function that draws what goes wrong with each message; most of them something."""
    drawn = random.Random(seed)
    return lambda to: drawn.choice(FAULTS) if drawn.random() < 0.7 else ""
