"""The HTML in a real browser: nothing is asked for, nothing runs, nothing overflows."""

from __future__ import annotations

import http.server
import re
import subprocess
import threading

import pytest

import render_fixture as fixture
from documents.need import need
from pressbrief.render import page
from pressbrief.render.document import collect

QUIET = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
    "--enable-logging=stderr",
    "--hide-scrollbars",
    "--virtual-time-budget=2000",
]
# Written over the page by the test, after the page's own policy is taken out: what is too wide.
PROBE = """<script>document.title = [document.documentElement.scrollWidth, innerWidth,
document.getAnimations().length].join(" ")</script>"""


@pytest.fixture(scope="module", params=[False, True], ids=["plain", "hostile"])
def shown(request) -> str:
    return page.render(collect(fixture.notebook(hostile=request.param)))


@pytest.fixture
def serve():
    """Serves one page on this machine only and records each path that is asked for."""
    asked, pages = [], {}

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)
            body = pages.get(self.path, "").encode()
            self.send_response(200 if body else 404)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", pages, asked
    server.shutdown()
    server.server_close()


def browse(address: str, folder, *options: str) -> tuple[str, str]:
    """The page's DOM after loading, and what the browser wrote to its console."""
    done = subprocess.run(
        [need("chromium"), *QUIET, f"--user-data-dir={folder}", *options, "--dump-dom", address],
        check=True,
        capture_output=True,
        timeout=120,
    )
    console = [
        line for line in done.stderr.decode("utf-8", "replace").splitlines() if ":CONSOLE" in line
    ]
    return done.stdout.decode(), "\n".join(console)


def test_the_page_asks_for_nothing_and_says_nothing(shown, serve, tmp_path):
    address, pages, asked = serve
    pages["/briefing.html"] = shown
    dom, console = browse(f"{address}/briefing.html", tmp_path)
    assert "Japan and the Taliban" in dom
    assert asked == ["/briefing.html"] or asked == ["/briefing.html", "/favicon.ico"]
    assert console == ""


@pytest.mark.parametrize("width", [500, 1280])
def test_the_page_is_no_wider_than_the_window(shown, serve, tmp_path, width):
    address, pages, _ = serve
    unguarded = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", shown)
    pages["/briefing.html"] = unguarded.replace("</body>", f"{PROBE}</body>")
    dom, _ = browse(f"{address}/briefing.html", tmp_path, f"--window-size={width},900")
    needed, there, animations = re.search("<title>([^<]*)</title>", dom)[1].split(" ")
    assert int(needed) <= int(there) == width
    assert animations == "0"
