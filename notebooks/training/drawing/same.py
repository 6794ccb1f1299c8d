"""Pairs for the head that says whether two clauses tell one happening.

`python same.py READ GOLD ITEMS CHUNKS` writes items/same_ecbplus.jsonl, whose answers are ECB+'s
coreference of actions, and items/same.jsonl with chunks, pairs of Wikinews documents to be
labelled. A side is a sentence with the words that tell the happening (ECB+) or the time that dates
it (Wikinews; a headline has none) marked, the actors named in it, its dates, its document's day.
"""

from __future__ import annotations

import json
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import combinations, product
from pathlib import Path

from pressbrief.english.likeness import Weights, content
from pressbrief.tables.select import NAMING
from pressbrief.time import timex
from training.drawing import chunks, ecbplus
from training.drawing.chunks import Drawn
from training.drawing.reading import Sentence
from training.drawing.texts import Document, alike, sha1

PER_CHUNK = 100
ACTIONS = ("ACTION_OCCURRENCE", "ACTION_CAUSATIVE", "ACTION_ASPECTUAL", "ACTION_REPORTING")
ASIDE = (2, 5, 12, 18, 21, 23, 34, 35)  # ECB+'s usual development topics: kept aside whole
MOST = 6  # pairs of one happening
NEGATIVES = 3  # pairs of two happenings for each of one
OWN = 1500
NEAR = 21  # days between two articles that can tell one story
WITHIN = 0.35  # the share of own pairs that one document tells twice
SHORTEST, LONGEST = 30, 500


def ecb_pairs(
    found: list[Document], held: set[str], said: dict[str, list[Sentence]], gold: Path
) -> list[dict]:
    """Pairs of actions across ECB+'s documents: one chain or two, hard ones among the latter."""
    rng = random.Random("same")
    checked = ecbplus.checked(gold)
    topics: dict[int, list[dict]] = defaultdict(list)
    for one in found:
        if one.set == "ecbplus":
            topic = int(one.name.split("_")[0])
            topics[topic] += _actions(one, said[one.sha1], checked[one.name], gold)
    rows: list[dict] = []
    for topic, sides in sorted(topics.items()):
        pairs = [*_one(sides, rng)]
        pairs += _two(sides, NEGATIVES * len(pairs), rng)
        for same, a, b in pairs:
            held_out = a["sha1"] in held or b["sha1"] in held
            rows.append(
                {
                    "id": f"e{len(rows) + 1:05}",
                    "set": "ecbplus",
                    "topic": topic,
                    "aside": topic in ASIDE,
                    "held_out": held_out,
                    "same": same,
                    "a": _side(a),
                    "b": _side(b),
                }
            )
    return rows


def _actions(
    document: Document, said: list[Sentence], checked: set[int], gold: Path
) -> Iterator[dict]:
    """The actions of a document's checked sentences, each once for a chain in a sentence."""
    path = gold / "events/ecbplus" / document.name.split("_")[0] / f"{document.name}.xml"
    marked = ecbplus.marked(path, document)
    seen: set[tuple[int, str]] = set()
    for one in marked:
        key = one.sentence, one.chain
        if not one.tag.endswith(ACTIONS) or one.sentence not in checked or key in seen:
            continue
        seen.add(key)
        sentence = next((s for s in said if s.start <= one.start and one.end <= s.end), None)
        if sentence is None or len(sentence.text) > LONGEST:
            continue
        beside = [m for m in marked if m.sentence == one.sentence]
        part = "plus" if document.name.endswith("plus") else "ecb"
        yield _made(
            document,
            sentence,
            (one.start, one.end),
            chain=one.chain,
            part=part,
            tag=one.tag,
            actors=[document.text[m.start : m.end] for m in beside if m.tag.startswith("HUMAN")],
            times=[
                document.text[m.start : m.end]
                for m in beside
                if m.tag in ("TIME_DATE", "TIME_OF_THE_DAY")
            ],
        )


def _made(document: Document, sentence: Sentence, mark: tuple[int, int] | None, **fields) -> dict:
    begin = sentence.start
    return {
        "document": document.name,
        "sha1": document.sha1,
        "set": document.set,
        "day": document.day,
        "start": begin,
        "end": sentence.end,
        "text_sha1": sha1(sentence.text),
        "text": sentence.text,
        "role": sentence.role,
        "mark": [mark[0] - begin, mark[1] - begin] if mark else None,
        **fields,
    }


def _side(one: dict) -> dict:
    """A side as an item has it: without what answers the question."""
    return {name: value for name, value in one.items() if name not in ("chain", "part", "words")}


def _one(sides: list[dict], rng: random.Random) -> Iterator[tuple[bool, dict, dict]]:
    """Pairs of one chain in two documents, a few for each chain."""
    chains: dict[str, list[dict]] = defaultdict(list)
    for one in sides:
        chains[one["chain"]].append(one)
    for chain in sorted(chains):
        pairs = [
            (a, b)
            for a, b in combinations(chains[chain], 2)
            if a["sha1"] != b["sha1"] and a["text"] != b["text"]
        ]
        yield from ((True, *pair) for pair in rng.sample(pairs, min(MOST, len(pairs))))


def _two(sides: list[dict], wanted: int, rng: random.Random) -> list[tuple[bool, dict, dict]]:
    """Pairs of two chains in two documents: same words, same story, and any."""
    pairs = [
        (a, b)
        for a, b in combinations(sides, 2)
        if a["chain"] != b["chain"] and a["sha1"] != b["sha1"]
    ]
    kinds: dict[str, list] = defaultdict(list)
    for a, b in pairs:
        alike_words = _trigger(a)[:5] == _trigger(b)[:5]
        kinds["words" if alike_words else "story" if a["part"] == b["part"] else "any"].append(
            (a, b)
        )
    found = []
    for kind, share in (("words", 0.4), ("story", 0.4), ("any", 0.2)):
        found += rng.sample(kinds[kind], min(len(kinds[kind]), round(share * wanted)))
    return [(False, a, b) for a, b in found]


def _trigger(side: dict) -> str:
    start, end = side["mark"]
    return side["text"][start:end].lower()


def own_pairs(
    found: list[Document], held: set[str], said: dict[str, list[Sentence]]
) -> list[Drawn]:
    """Pairs of Wikinews sentences that may tell one happening, the likelier the more of them.

    Of two documents that appeared within three weeks of each other, or one document twice; both
    sentences share an actor and a word, or the one is a headline.
    """
    rng = random.Random("own")
    news = [one for one in found if one.set in ("wikinews_2019", "timeset", "meantime", "gum")]
    news = [group[0] for group in alike(news)]  # one text is told once
    sides = {one.sha1: list(_told(one, said[one.sha1])) for one in news}
    weights = Weights(side["words"] for all_ in sides.values() for side in all_)
    across, within = [], []
    dated = [one for one in news if one.day]
    for one, other in combinations(dated, 2):
        if abs((date.fromisoformat(one.day) - date.fromisoformat(other.day)).days) <= NEAR:
            across += _pairs(product(sides[one.sha1], sides[other.sha1]), weights)
    for one in news:
        within += _pairs(combinations(sides[one.sha1], 2), weights)
    drawn: list[Drawn] = []
    documents = {one.sha1: one for one in news}
    for pairs, wanted in ((across, OWN - round(WITHIN * OWN)), (within, round(WITHIN * OWN))):
        pairs.sort(key=lambda pair: -pair[0])
        best = pairs[: wanted * 2 // 3]  # the likeliest, and as many more of the next as are wanted
        rest = pairs[len(best) : 6 * wanted]
        best += rng.sample(rest, min(len(rest), wanted - len(best)))
        for _, a, b in best:
            held_out = a["sha1"] in held or b["sha1"] in held
            first, second = documents[a["sha1"]], documents[b["sha1"]]
            place = (a["start"], a["end"], second.sha1, b["start"], tuple(b["mark"] or ()))
            drawn.append(Drawn(first, held_out, place, {"a": _side(a), "b": _side(b)}))
    rng.shuffle(drawn)
    return sorted(drawn, key=lambda one: not one.held_out)


def _told(document: Document, said: list[Sentence]) -> Iterator[dict]:
    """The headline, and each date of the document's sentences, with the words that tell."""
    for one in said:
        actors = list(dict.fromkeys(m.actor for m in one.mentions if m.kind in NAMING))
        words = content(one.text)
        fields = {"actors": actors, "words": words}
        if not SHORTEST <= len(one.text) <= LONGEST:
            continue
        times = [
            t
            for t in timex.find(one.text)
            if t.type in ("DATE", "TIME") and len(t.value) > 4 and not t.value.endswith("_REF")
        ]
        if one is said[0]:
            yield _made(document, one, None, times=[], **fields)
        for time in times:
            if len(words) > 3:
                mark = one.start + time.start, one.start + time.end
                yield _made(document, one, mark, times=[t.text for t in times], **fields)


def _pairs(pairs, weights: Weights) -> Iterator[tuple[float, dict, dict]]:
    for a, b in pairs:
        shared = set(a["actors"]) & set(b["actors"])
        if a["text"] == b["text"] or not shared or not a["words"] & b["words"]:
            continue
        yield weights.likeness(a["words"], b["words"]) + 0.05 * len(shared), a, b


def shown(item: dict) -> str:
    """A pair as a chunk has it: each side's day and marked sentence."""
    lines = [f"#{item['line']}"]
    for name in ("a", "b"):
        side = item[name]
        day = f"{date.fromisoformat(side['day']):%-d %B %Y}" if side["day"] else "day unknown"
        text = side["text"]
        if side["mark"]:
            start, end = side["mark"]
            text = f"{text[:start]}[[{text[start:end]}]]{text[end:]}"
        lines.append(f"{name.upper()} ({day}) {chunks.one_line(text)}")
    return "\n".join(lines)


def main(read: Path, gold: Path, out: Path, folder: Path) -> None:
    """Writes both kinds of pairs and prints how many there are."""
    found, held, said = chunks.stored(read)
    rows = ecb_pairs(found, held, said, gold)
    with (out / "same_ecbplus.jsonl").open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    print(Counter((row["same"], "aside" if row["aside"] else row["held_out"]) for row in rows))
    rows = chunks.write("same", own_pairs(found, held, said), PER_CHUNK, shown, out, folder)
    print(Counter((row["set"], row["held_out"], row["sha1"] == row["b"]["sha1"]) for row in rows))


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
