"""The fault campaign: runs that are killed, starved of disk and time, and set against each other.

`python tests/campaign.py` runs the full one (hours on two cores) and prints its figures;
tests/test_campaign.py a short one. Each trial ends with a run that is left alone: it must complete,
sweep what the others left, and make what a run on clean ground makes, byte for byte.
"""

from __future__ import annotations

import argparse
import itertools
import json
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from campaign_ground import AS_OF, KEPT, LIMIT, Ground, bytes_of, differing, disk, kernel_of, kill

TOPICS = {
    "japan": {
        "a.txt": "Japan has called on the Taliban to respect human rights. They met on Tuesday.\n",
        "b.txt": "Tokyo faulted the Taliban on 5 March 2025. Japan called the ban a mistake.\n",
    },
    "border": {
        "c.txt": "Pakistan closed the border on 5 March 2024. The Taliban condemned Pakistan.\n",
        "d.txt": "Afghan traders said on Wednesday that the closure had ruined them.\n",
    },
}
SIZES = (16, 64, 256, 1024)  # kilobytes of a disk that is full sooner or later
ENDS = {0, 1, 2, 3, 4, 130, 143}


class Campaign:
    """Trials and what was found wrong in them, counted."""

    def __init__(self, folder: Path, seed: int = 0):
        self.folder = folder
        self.random = random.Random(seed)
        self.counts: Counter[str] = Counter()
        self.faults: list[str] = []
        self.seconds = 0.0  # that a clean run took last
        self._clean: dict[tuple[str, str], dict[str, bytes]] = {}
        self._numbers = itertools.count(1)
        self.topics = [folder / "topics" / name for name in TOPICS]
        for topic in self.topics:
            topic.mkdir(parents=True, exist_ok=True)
            for name, text in TOPICS[topic.name].items():
                (topic / name).write_text(text, encoding="utf-8")

    @contextmanager
    def ground(self, topic: Path | None = None) -> Iterator[Ground]:
        """Fresh ground for a trial, removed after it."""
        folder = self.folder / f"t{next(self._numbers)}"
        try:
            yield Ground(folder, topic or self.random.choice(self.topics))
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def check(self, what: str, wrong: object) -> None:
        """Counts a check, and takes note of what was wrong."""
        kind = what.partition(":")[0]
        self.counts[f"{kind} checked"] += 1
        if wrong:
            self.counts[f"{kind} WRONG"] += 1
            self.faults.append(f"{what}: {wrong}")

    def whole(self, trial: str, ground: Ground) -> None:
        """Whatever stands on the shelf is whole, and holds every article."""
        from pressbrief.run.edition import verify

        for edition in ground.editions():
            self.check(f"half editions: {trial}", verify(edition))
            listed = edition / "tables" / "articles.csv"
            rows = listed.read_text(encoding="utf-8").count(".txt,") if listed.exists() else 2
            self.check(f"lost articles: {trial}", rows != 2 and f"{rows} of 2")

    def code(self, trial: str, ended: tuple[int, str], *right: int) -> None:
        """A run ended with one of the right exit codes, and without a traceback."""
        code, said = ended
        ok = code in right and "Traceback" not in said
        self.check(f"exit codes: {trial}", not ok and f"{code}, not {right}: {said[-800:]}")

    def recovers(self, trial: str, ground: Ground, light: str = "") -> None:
        """The next run completes, leaves nothing behind, and makes what a clean run makes."""
        self.whole(trial, ground)
        self.code(f"next run, {trial}", ground.run(light=light), 0)
        self.whole(f"next run, {trial}", ground)
        hidden = [path for path in ground.folder.rglob(".*") if not path.name.endswith(KEPT)]
        left = [str(path) for path in (*hidden, *ground.tmp.iterdir())]
        self.check(f"leftovers: {trial}", left)
        made = [bytes_of(edition) for edition in ground.editions()]
        clean = self._made_clean(ground.topic, light)
        self.check(f"unequal editions: {trial}", differing(clean, *made))

    def _made_clean(self, topic: Path, light: str) -> dict[str, bytes]:
        key = topic.name, light
        if key not in self._clean:
            with self.ground(topic) as ground:
                began = time.monotonic()
                self.code("clean run", ground.run(light=light), 0)
                self.seconds = time.monotonic() - began
                self._clean[key] = bytes_of(ground.editions()[0])
        return self._clean[key]

    # The trials

    def kills(self, count: int) -> None:
        """Kills at random moments of real runs, half of them with the kernels."""
        for i in range(count):
            with self.ground(self.topics[i % 2]) as ground:
                self._made_clean(ground.topic, "")
                # A run after a killed one is killed in its turn, until one is left alone.
                for _ in range(self.random.choice((2, 3, 4))):
                    process = ground.start("--as-of", AS_OF, "--force")
                    try:
                        process.wait(self.random.uniform(0, 1.1 * self.seconds))
                    except subprocess.TimeoutExpired:
                        kill(process, with_children=bool(i % 2))
                        self.counts[f"kills {'with' if i % 2 else 'without'} kernels"] += 1
                    process.communicate()
                    self.whole("killed", ground)
                self.recovers("killed", ground)

    def kills_of_the_finish(self, trials: Iterable[int]) -> None:
        """Kills before each write, rename and removal of a run whose sections are instant.

        Half of the trials make an edition, the others make one again in its place.
        """
        for i in trials:
            number, again = i // 2 + 1, i % 2
            with self.ground(self.topics[i % 2]) as ground:
                if again:
                    self.code("first", ground.run(light="light()"), 0)
                words = ["--force"] if again else []
                code, _ = ground.run(*words, light=f"light({number})")
                self.counts["kills in the finish"] += code not in ENDS
                self.recovers(f"killed at write {number}", ground, "light()")

    def kernels(self, numbers: tuple[int, ...] = (1, 2, 3, 4, 5)) -> None:
        """The kernel of each section is killed: a partial edition, then a whole one instead."""
        for number in numbers:
            with self.ground() as ground:
                process = ground.start("--as-of", AS_OF)
                kernel_of(ground, process, number).kill()
                said = "".join(process.communicate(timeout=LIMIT))
                self.counts["kernels killed"] += 1
                self.code(f"kernel {number} killed", (process.returncode, said), 1)
                self.recovers(f"kernel {number} killed", ground)

    def hung(self) -> None:
        """A kernel that answers no more runs out of time."""
        with self.ground() as ground:
            process = ground.start("--as-of", AS_OF, "-p", "cell_minutes", "0.3")
            kernel_of(ground, process, 2).suspend()
            said = "".join(process.communicate(timeout=LIMIT))
            self.counts["cells hung"] += 1
            self.code("hung", (process.returncode, said), 4)
            self.check("what ran out is named: hung", "2_mentions ran out of time" not in said)
            self.recovers("hung", ground)

    def disks(self, sizes: tuple[int, ...] = SIZES, places=("out", "data", "tmp")) -> None:
        """Disks that are full sooner or later: nothing is published, and nothing half."""
        for size, place in itertools.product(sizes, places):
            with self.ground() as ground, disk(ground.folder / place, size) as grown:
                if grown is None:
                    self.counts["disks skipped: only root mounts one"] += 1
                    return
                ended = ground.run()
                self.counts["disks full"] += ended[0] != 0
                self.code(f"{place} of {size} kB", ended, 0, 3)
                self.whole(f"{place} of {size} kB", ground)
                grown()
                self.recovers(f"{place} of {size} kB", ground)

    def crowds(self, counts: tuple[int, ...] = (2, 4)) -> None:
        """Runs at once, with the same and with other `out` and `data`."""
        for count, same_out, same_data in itertools.product(counts, (True, False), (True, False)):
            with self.ground(self.topics[0]) as first:
                crowd = [Ground(first.folder / f"r{i}", first.topic) for i in range(count)]
                for ground in crowd:
                    ground.out = first.out if same_out else ground.out
                    ground.data = first.data if same_data else ground.data
                runs = [ground.start("--as-of", AS_OF) for ground in crowd]
                trial = f"{count} at once, {'same' if same_out else 'other'} out, " + (
                    "same data" if same_data else "other data"
                )
                self.counts["runs at once"] += count
                for run in runs:
                    said = "".join(run.communicate(timeout=2 * LIMIT))
                    self.code(trial, (run.returncode, said), 0)
                for ground in crowd:
                    self.check(f"one edition: {trial}", len(ground.editions()) != 1)
                    self.recovers(trial, ground)

    def ways(self) -> None:
        """Kernels forked or started, answers of the reader kept or not: the same edition."""
        for topic in self.topics:
            with self.ground(topic) as ground:
                clean = self._made_clean(topic, "")
                for way, light in (("kernels started", "started()"), ("answers kept", "")):
                    self.code(way, ground.run("--force", light=light), 0)
                    (made,) = map(bytes_of, ground.editions())
                    self.check(f"unequal editions: {way}", differing(clean, made))

    def clocks(self) -> None:
        """A clock that goes forward, back, and stands: an edition only of what is new."""
        with self.ground() as ground:
            topic = shutil.copytree(ground.topic, ground.folder / ground.topic.name)
            ground.topic = topic
            for day in ("2026-01-01", "2030-01-01", "2025-06-01", "2026-01-01"):
                self.code("clock", ground.run(light=f"light(day={day!r})", as_of=""), 0)
            (topic / "e.txt").write_text("Qatar spoke.", encoding="utf-8")
            for day in ("2025-06-01", "2025-06-01", "2030-01-01", "2025-06-01"):
                self.code("clock", ground.run(light=f"light(day={day!r})", as_of=""), 0)
            names = [path.name for path in ground.editions()]
            # That of 2026 lacks what is new: the next after it has it.
            due = ["2025-06-01", "2026-01-01", "2030-01-01"]
            self.check("one edition: clock", names != due and names)

    def told(self) -> dict:
        """The figures."""
        return {**dict(sorted(self.counts.items())), "faults": len(self.faults)}


def main() -> None:
    """Runs the full campaign, or the trials named, and prints its figures as JSON."""
    trials = {
        "clocks": lambda campaign: campaign.clocks(),
        "ways": lambda campaign: campaign.ways(),
        "finish": lambda campaign: campaign.kills_of_the_finish(range(120)),
        "disks": lambda campaign: campaign.disks(),
        "kernels": lambda campaign: campaign.kernels(),
        "hung": lambda campaign: campaign.hung(),
        "crowds": lambda campaign: campaign.crowds(),
        "kills": lambda campaign: campaign.kills(30),
    }
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("trials", nargs="*", choices=[*trials, []])
    parser.add_argument("--seed", type=int, default=0)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="campaign-") as folder:
        campaign = Campaign(Path(folder), given.seed)
        for name in given.trials or trials:
            began = time.monotonic()
            trials[name](campaign)
            print(f"{name}: {time.monotonic() - began:.0f} s, {campaign.told()}", flush=True)
    print("\n".join(campaign.faults))
    print(json.dumps(campaign.told()))
    sys.exit(bool(campaign.faults))


if __name__ == "__main__":
    main()
