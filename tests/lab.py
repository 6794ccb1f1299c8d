"""Runs a notebook as JupyterLab does: its server, a session, and each cell through a websocket.

`python tests/lab.py NOTEBOOK` ends with 0 if no cell failed, and prints what they put out.
"""

from __future__ import annotations

import asyncio
import json
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
import uuid
from pathlib import Path

import nbformat
from tornado.httpclient import HTTPRequest
from tornado.websocket import websocket_connect

TOKEN = "token"
SECONDS = 300


def asked(address: str, path: str, body: dict | None = None) -> dict:
    """What the server answers: GET, or POST of a body."""
    data = None if body is None else json.dumps(body).encode()
    head = {"Authorization": f"token {TOKEN}", "Content-Type": "application/json"}
    request = urllib.request.Request(f"{address}{path}", data, head)
    with urllib.request.urlopen(request, timeout=SECONDS) as answer:
        return json.loads(answer.read() or "{}")


def answering(address: str, process: subprocess.Popen) -> None:
    """Waits until the server does."""
    end = time.monotonic() + SECONDS
    while process.poll() is None and time.monotonic() < end:
        try:
            asked(address, "/api/status")
            return
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.2)
    raise SystemExit("JupyterLab did not start")


async def cells_run(address: str, kernel: str, sources: list[str]) -> list[dict]:
    """The outputs of these cells, run one after the other."""
    where = f"{address.replace('http', 'ws')}/api/kernels/{kernel}/channels?token={TOKEN}"
    asked_for = HTTPRequest(where, connect_timeout=SECONDS, request_timeout=SECONDS)
    channels = await websocket_connect(asked_for)
    found: list[dict] = []
    for source in sources:
        id_ = uuid.uuid4().hex
        header = {"msg_id": id_, "msg_type": "execute_request", "username": "", "session": id_}
        content = {"code": source, "silent": False, "store_history": True, "allow_stdin": False}
        said = {"header": header | {"version": "5.3", "date": ""}, "parent_header": {}}
        said |= {"metadata": {}, "content": content, "channel": "shell", "buffers": []}
        await channels.write_message(json.dumps(said))
        while True:
            got = await asyncio.wait_for(channels.read_message(), SECONDS)
            message = json.loads(got) if isinstance(got, str) else {}
            if message.get("parent_header", {}).get("msg_id") != id_:
                continue
            if message["msg_type"] == "status" and message["content"]["execution_state"] == "idle":
                break
            found.append(message)
    return found


def main(notebook: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    options = [f"--ServerApp.root_dir={notebook.parent}", f"--ServerApp.port={port}"]
    options += [f"--IdentityProvider.token={TOKEN}", "--no-browser", "--allow-root"]
    address = f"http://127.0.0.1:{port}"
    lab = subprocess.Popen([sys.executable, "-m", "jupyterlab", *options])
    try:
        answering(address, lab)
        asked(address, "/lab/api/settings")
        asked(address, f"/api/contents/{notebook.name}")
        kernel = {"kernel": {"name": "python3"}, "name": notebook.name, "path": notebook.name}
        session = asked(address, "/api/sessions", {**kernel, "type": "notebook"})
        read = nbformat.read(notebook, 4)
        sources = [cell.source for cell in read.cells if cell.cell_type == "code"]
        found = asyncio.run(cells_run(address, session["kernel"]["id"], sources))
        asked(address, "/api/shutdown", {})
        lab.wait(SECONDS)
    finally:
        lab.kill()
    for message in found:
        print(json.dumps(message["content"])[:2000])
    sys.exit(any(message["msg_type"] == "error" for message in found))


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve())
