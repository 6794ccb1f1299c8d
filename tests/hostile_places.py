"""What lies in a hostile topic's folder and how it is called: links, pipes, names, sidecars."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from hostile_texts import READ, REFUSED, SKIPPED, TALKS, Files


def links(folder: Path) -> None:
    (folder / "a.txt").symlink_to("/etc/passwd")
    (folder / "b").symlink_to("/etc")


def devices(folder: Path) -> None:
    for name, to in (("a.txt", "/dev/zero"), ("b.txt", "/dev/stdin"), ("c.txt", "/proc/self/mem")):
        (folder / name).symlink_to(to)


def pipe(folder: Path) -> None:
    os.mkfifo(folder / "a.txt")


def circle(folder: Path) -> None:
    (folder / "a").symlink_to(folder)
    (folder / "b.txt").symlink_to("b.txt")


ODD_NAMES = (
    *("a\nb.txt", "a\x1b[2J.txt", "a\u202etxt.exe", "-rf.txt", "a\\b.txt", '"; id #.txt'),
    *("x" * 250 + ".txt", "{{7*7}}.txt", "#[x].txt", "=1+1.txt", "<img src=x>.txt", "$(id).txt"),
)


def odd_names(folder: Path) -> Files:
    return {name: f"{TALKS} {at}" for at, name in enumerate(ODD_NAMES)}


def alike(folder: Path) -> Files:
    return {"\u00e9.txt": f"{TALKS} 1", "e\u0301.txt": f"{TALKS} 2", "\u00c9.txt": f"{TALKS} 3"}


def name_without_text(folder: Path) -> None:
    Path(os.fsdecode(os.fsencode(folder) + b"/a\xff\xfe.txt")).write_text(TALKS)


def sidecar(name: str, text: str) -> Callable[[Path], Files]:
    return lambda folder: {name: text}


PATTERNS = (
    'title = "(a+)+$"\n[[actor]]\nname = "(a+)+$"\ntype = "state"\n'
    'aliases = ["[", "Japan\\\\", "((((((", "{{x}}"]\n'
)
ELSEWHERE = '[[article]]\nfile = "../../../etc/passwd"\npublisher = "x"\n'
NO_DAY = '[[article]]\nfile = "good.txt"\npublished = "9999-99-99"\n'
# What lies in the folder, and how it is called.
PLACES: tuple[tuple[str, Callable[[Path], Files | None], str], ...] = (
    ("links to other files", links, "skipped: a link that leads out of the topic; "),
    ("links to devices", devices, "skipped: a link that leads out of the topic; "),
    ("a pipe", pipe, "skipped: no file but a device"),
    ("links in a circle", circle, SKIPPED),
    ("odd names", odd_names, READ),
    ("names that look alike", alike, READ),
    ("a name that is no text", name_without_text, READ),
    ("folders in folders", lambda folder: {"/".join(["a"] * 400) + "/a.txt": TALKS}, READ),
    ("a topic.toml nested deep", sidecar("topic.toml", f"title = {'[' * 9999}"), REFUSED),
    ("a topic.toml that is a pipe", lambda folder: os.mkfifo(folder / "topic.toml"), REFUSED),
    ("a topic.toml of patterns", sidecar("topic.toml", PATTERNS), "read alone"),
    ("an origin.toml that leads out", sidecar("origin.toml", ELSEWHERE), "read alone"),
    ("an origin.toml of no day", sidecar("origin.toml", NO_DAY), REFUSED),
)
