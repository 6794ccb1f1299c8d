"""Who watches runs: a line a step, a heartbeat, a command on failure, the health page."""

from __future__ import annotations

import json
import logging
import os
import subprocess
import time
import urllib.request
from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from pressbrief.run.holding import written_whole
from pressbrief.run.parameters import Parameters, is_address
from pressbrief.sending import addresses, hidden, outbox
from pressbrief.topic.paths import located

LOG = logging.getLogger("pressbrief")
TEMPLATES = Path(__file__).resolve().parents[1] / "assets" / "templates"
LEDGER = ".health.json"
PAGE = "health.html"
# Seconds that a heartbeat's address, and a command, may take.
PATIENT = 60
GOOD = ("complete", "nothing new")
# After which there is no edition that tells the day's news.
FELL = ("failed", "bad input", "out of time")


def step(
    name: str, seconds: float, counts: Mapping[str, int] | None = None, said: str = ""
) -> None:
    """Logs a step that is done: a line for people, its parts for machines (`told`)."""
    amounts = ", ".join(f"{count:,} {what}" for what, count in (counts or {}).items())
    text = "; ".join(filter(None, (amounts, said)))
    told = {"step": name, "seconds": round(seconds, 3), "counts": dict(counts or {}), "said": said}
    text = f"{name}: {text}, {seconds:.1f} s" if text else f"{name}: {seconds:.1f} s"
    LOG.info(hidden.scrubbed(text), extra={"told": told})


class Lines(logging.Formatter):
    """A log record as one line: for people, or as JSON."""

    def __init__(self, *, as_json: bool):
        super().__init__()
        self._json = as_json

    def format(self, record: logging.LogRecord) -> str:
        """One line, whatever stands in it, and no secret."""
        at = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="seconds")
        said = hidden.scrubbed(record.getMessage())
        if not self._json:
            return f"{at} {_printable(said)}"
        told = {"at": at, "level": record.levelname.lower(), "message": said}
        told |= getattr(record, "told", {})
        return hidden.scrubbed(json.dumps(told, ensure_ascii=True))


def _printable(text: str) -> str:
    return "".join(char if char.isprintable() else ascii(char)[1:-1] for char in text)


def beat(parameters: Parameters, status: str, **more: object) -> str:
    """Tells the heartbeat's file or address how a run stands; why that failed, or an empty text."""
    if not parameters.heartbeat:
        return ""
    told = {"at": _now(), "topic": parameters.folder.name, "status": status, **more}
    try:
        if parameters.heartbeat.startswith("json:") or is_address(parameters.heartbeat):
            if status != "running":
                _post(parameters.heartbeat, told)
        else:
            path = located(parameters.heartbeat)
            path.parent.mkdir(parents=True, exist_ok=True)
            written_whole(path, json.dumps(told) + "\n")
    except Exception as error:  # whatever it is, the run is worth more
        return hidden.scrubbed(f"The heartbeat was not told: {type(error).__name__}: {error}")
    return ""


def _post(address: str, told: dict) -> None:
    (hook,) = addresses.read([address if address.startswith("json:") else f"json:{address}"])
    url = hook.where if "://" in hook.where else hidden.secret(hook.where)
    headers = {"Content-Type": "application/json"}
    request = urllib.request.Request(url, json.dumps(told).encode(), headers)
    with urllib.request.urlopen(request, timeout=PATIENT) as answer:
        answer.read(1000)


def failed(parameters: Parameters, status: str, messages: list[str]) -> str:
    """Runs `on_failure`; why that failed, or an empty text.

    What it is told stands in its environment, where no text of an article can be a command.
    """
    if not parameters.on_failure:
        return ""
    told = {
        "PRESSBRIEF_STATUS": status,
        "PRESSBRIEF_TOPIC": parameters.folder.name,
        "PRESSBRIEF_MESSAGE": "\n".join(messages).replace("\x00", ""),
    }
    try:
        ended = subprocess.run(
            parameters.on_failure, shell=True, env=os.environ | told, timeout=PATIENT, check=False
        )
    except (OSError, subprocess.SubprocessError) as error:
        return f"on_failure could not be run: {type(error).__name__}"
    return f"on_failure ended with {ended.returncode}" if ended.returncode else ""


def well(out: Path, shelf: str) -> str:
    """The last day on which a scheduled run of a topic ended well; empty if none is known."""
    said = str(_health(out).get(shelf, {}).get("well", ""))
    try:
        return date.fromisoformat(said).isoformat()
    except ValueError:
        return ""


def health(
    out: Path, shelf: str, status: str, seconds: float, edition: str, today: str = ""
) -> None:
    """Notes how a topic's run ended, and writes the health page; whoever holds `out` calls it.

    `today`: the day of a run that was told none, as a scheduler's is.
    """
    known = _health(out)
    ended = today if today and status not in FELL else well(out, shelf)
    known[shelf] = {"at": _now(), "status": status, "seconds": seconds, "edition": edition}
    known[shelf] |= {"well": ended} if ended else {}
    written_whole(out / LEDGER, json.dumps(known, indent=2) + "\n")
    rows = [
        {"topic": name, "seconds": 0, "edition": "", **told, "waiting": _waiting(out, name)}
        for name, told in known.items()
    ]
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES, encoding="utf-8"),
        autoescape=True,
        undefined=StrictUndefined,
    )
    page = environment.get_template("health.html.j2").render(rows=rows, good=GOOD)
    written_whole(out / PAGE, page)


def _health(out: Path) -> dict[str, dict]:
    try:
        said = json.loads((out / LEDGER).read_text(encoding="utf-8"))
        return {name: told for name, told in said.items() if {"at", "status"} <= told.keys()}
    except (OSError, ValueError, AttributeError, RecursionError):
        return {}


def _waiting(out: Path, shelf: str) -> list[str]:
    """What waits to be sent, a text a recipient."""
    waiting = outbox.Outbox(out, shelf).waiting()
    left = [one for one in waiting if (out / shelf / one.edition).is_dir()]
    return [f"{one.edition}, {one.label} ({one.state})" for one in left]


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def rows_of(tables: tuple[str, ...], data: Path) -> dict[str, int]:
    """How many rows a section's tables have, by name."""
    from pyarrow import parquet

    counts = {}
    for name in tables:
        try:
            counts[name] = parquet.read_metadata(data / f"{name}.parquet").num_rows
        except (OSError, ValueError):
            continue
    return counts


class Watch:
    """Seconds since a step began."""

    def __init__(self) -> None:
        self._began = time.perf_counter()

    def seconds(self) -> float:
        """Seconds so far."""
        return time.perf_counter() - self._began
