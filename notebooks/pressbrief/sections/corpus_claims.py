"""Articles → sentences: what was read, and what is not known of it."""

from __future__ import annotations

import pandas as pd

from pressbrief.sections.entry import Bench
from pressbrief.sections.model import Claim
from pressbrief.sections.wording.names import Names, all_of
from pressbrief.sections.wording.phrase import Phrase, say
from pressbrief.sections.wording.words import (
    COPIED,
    LISTED,
    NEAR,
    counted,
    digits,
    language,
    listed,
    number,
    sentence,
    shortened,
)
from pressbrief.tables import select
from pressbrief.tables.columns import UNKNOWN


def claims(bench: Bench) -> list[Claim]:
    """All that the section claims."""
    return [
        *read(bench.load("articles"), bench.load("skipped"), bench.sources),
        *doubted(bench.load("warnings")),
        *copies(bench.load("copies"), bench.sources),
    ]


def coverage(articles: pd.DataFrame | None, skipped: pd.DataFrame | None) -> Phrase:
    """One line: what was read, what was skipped, how much of it is dated and signed."""
    if articles is None or skipped is None:
        return say("The articles could not be read; what failed is named below.")
    text = say(
        "{} read ({} words), {} skipped; {} dated to the month or better, "
        "{} with a known publisher.",
        counted(len(articles), "article"),
        digits(articles["words"].sum()),
        counted(len(skipped), "file"),
        _of_all(articles["published_precision"].isin(NEAR)),
        _of_all(articles["publisher"] != UNKNOWN),
    )
    return sentence(text)


def _of_all(which: pd.Series) -> Phrase:
    """How many articles something is true of."""
    return say("all") if len(which) > 1 and which.all() else number(which.sum(), "none")


def read(articles: pd.DataFrame, skipped: pd.DataFrame, names: Names) -> list[Claim]:
    """What was read and what is not known of it."""
    claims = [Claim(text=coverage(articles, skipped), sure="high")]
    unsigned = articles[articles["publisher"] == UNKNOWN]
    if len(unsigned):
        claims.append(_basis(sentence(_unsigned(unsigned, articles, names))))
    foreign = select.not_analysed(articles)
    if len(foreign):
        which = [
            say(
                "{}{} ({})",
                "language " if code == UNKNOWN else "",
                language(code),
                listed(list(dict.fromkeys(names[id_] for id_ in some))),
            )
            for code, some in foreign.groupby("language", sort=True)["article_id"]
        ]
        claims.append(_basis(say("Not analysed: {}.", listed(which, len(which)))))
    wide = articles[~articles["published_precision"].isin(NEAR)]
    if len(wide):
        sources = list(dict.fromkeys(names[article_id] for article_id in wide["article_id"]))
        said = say(": {}", all_of(sources)) if len(sources) <= LISTED else ""
        text = say("{} cannot be dated to the month{}.", counted(len(wide), "article"), said)
        claims.append(_basis(sentence(text)))
    return claims


def _basis(text: str) -> Claim:
    return Claim(text=text, sure="high", about="basis")


def doubted(warnings: pd.DataFrame) -> list[Claim]:
    """In how many files something was read that may not be what it seems, and what most often."""
    if warnings.empty:
        return []
    kinds = warnings["what"].str.partition(":")[0].value_counts()
    text = say(
        "in {} something was read that may not be what it seems: {}.",
        counted(warnings["file"].nunique(), "file"),
        listed([say("{} ({})", shortened(what), digits(count)) for what, count in kinds.items()]),
    )
    return [_basis(sentence(text))]


def _unsigned(unsigned: pd.DataFrame, articles: pd.DataFrame, names: Names) -> Phrase:
    """How many articles say nothing of who published them, and what they are called here."""
    called = all_of([names[article_id] for article_id in unsigned["article_id"]])
    some, all_ = number(len(unsigned)), counted(len(articles), "article")
    if len(unsigned) == 1:
        text = "{} of {} names no publisher; it is treated as a source of its own, {}."
        return say(text, some, all_, called)
    which = say("called {}", called) if len(unsigned) <= LISTED else "named by its file"
    signed_ = len(articles) - len(unsigned)
    who, verb = (some, "name no") if signed_ else (number(signed_, "none"), "names a")
    return say(
        "{} of {} {} publisher; each of these is treated as a source of its own, {}.",
        who,
        all_,
        verb,
        which,
    )


def copies(copies: pd.DataFrame, names: Names) -> list[Claim]:
    """How many articles repeat another's text, how closely, and whose text is repeated most."""
    if copies.empty:
        return []
    kinds = copies["kind"].value_counts()
    how = [say("{} {}", number(kinds[kind]), COPIED[kind]) for kind in COPIED if kind in kinds]
    verb, count = ("repeats", "counts") if len(copies) == 1 else ("repeat", "count")
    text = say(
        "{} {} another’s text ({}) and {} with it as {} wherever sources are counted.",
        counted(len(copies), "article"),
        verb,
        listed(how),
        count,
        number(1),
    )
    claims = [_basis(sentence(text))]
    times = copies["duplicate_of"].value_counts()
    if times.iloc[0] > 1:
        again = number(times.iloc[0])
        text = say("the text of {} is told in {} more articles.", names[times.index[0]], again)
        claims.append(Claim(text=sentence(text), sure="high"))
    return claims
