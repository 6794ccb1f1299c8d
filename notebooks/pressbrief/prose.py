"""Table → sentence: what an analyst would sign, each with how sure it is and its evidence.

Every number in a sentence is read from the table that the sentence is about. `sure` says what a
claim rests on: `firm` is counted from the text as it stands; `fair` is measured, with an interval
that leaves no doubt and more than one article behind it, or read off dates that the texts state;
`weak` is measured on a single article, or reasoned.
"""

from __future__ import annotations

import pandas as pd

from pressbrief import citing
from pressbrief.mentions import naming
from pressbrief.names import UNKNOWN, UNSIGNED, Names, source_of
from pressbrief.section import Claim
from pressbrief.stance.sources import own_voice as counted_own
from pressbrief.tables import LIST_SEPARATOR
from pressbrief.timex import in_words
from pressbrief.words import (
    COPIED,
    LISTED,
    NEAR,
    counted,
    language,
    listed,
    number,
    sentence,
    signed,
)

LEANING = ("favourable", "critical")
TOWARD = {"favourable": "to", "critical": "of"}
MOST_FINDINGS = 6
MOST_ALONE = 6


def coverage(articles: pd.DataFrame | None, skipped: pd.DataFrame | None) -> str:
    """One line: what was read, what was skipped, how much of it is dated and signed."""
    if articles is None or skipped is None:
        return "The articles could not be read; what failed is named below."
    read = f"{counted(len(articles), 'article')} read ({articles['words'].sum():,} words)"
    lost = f"{counted(len(skipped), 'file')} skipped"
    dated = articles["published_precision"].isin(NEAR).sum()
    signed_ = (articles["publisher"] != UNKNOWN).sum()
    known = (
        f"{number(dated) if dated else 'none'} dated to the month or better, "
        f"{number(signed_) if signed_ else 'none'} with a known publisher"
    )
    return sentence(f"{read}, {lost}; {known}.")


def corpus(articles: pd.DataFrame, skipped: pd.DataFrame, names: Names) -> list[Claim]:
    """What was read and what is not known of it."""
    claims = [Claim(text=coverage(articles, skipped), sure="firm")]
    unsigned = articles[articles["publisher"] == UNKNOWN]
    if len(unsigned):
        each = "it is" if len(unsigned) == 1 else "each is"
        text = (
            f"{counted(len(unsigned), 'article')} of {number(len(articles))} "
            f"{'names' if len(unsigned) == 1 else 'name'} no publisher; "
            f"{each} treated as a source of its own."
        )
        claims.append(Claim(text=sentence(text), sure="firm"))
    foreign = articles[articles["language"] != "en"]
    if len(foreign):
        which = [
            f"{'language ' if code == UNKNOWN else ''}{language(code)} "
            f"({listed(list(dict.fromkeys(names[id_] for id_ in some)))})"
            for code, some in foreign.groupby("language", sort=True)["article_id"]
        ]
        claims.append(Claim(text=f"Not analysed: {listed(which, len(which))}.", sure="firm"))
    wide = articles[~articles["published_precision"].isin(NEAR)]
    if len(wide):
        text = (
            f"{counted(len(wide), 'article')} cannot be dated to the month: "
            f"{listed([names[i] for i in wide.article_id])}."
        )
        claims.append(Claim(text=sentence(text), sure="firm"))
    return claims


def copies(copies: pd.DataFrame, names: Names) -> list[Claim]:
    """How many articles repeat another's text, how closely, and whose text is repeated most."""
    if copies.empty:
        return []
    kinds = copies["kind"].value_counts()
    how = listed([f"{number(kinds[kind])} {COPIED[kind]}" for kind in COPIED if kind in kinds])
    verb, count = ("repeats", "counts") if len(copies) == 1 else ("repeat", "count")
    text = (
        f"{counted(len(copies), 'article')} {verb} another’s text ({how}) and {count} with it as "
        "one wherever sources are counted."
    )
    claims = [Claim(text=sentence(text), sure="firm")]
    times = copies["duplicate_of"].value_counts()
    if times.iloc[0] > 1:
        text = (
            f"the text of {names[times.index[0]]} is told in {number(times.iloc[0])} more articles."
        )
        claims.append(Claim(text=sentence(text), sure="firm"))
    return claims


def mentions(
    mentions: pd.DataFrame, articles: pd.DataFrame, names: Names, most: int
) -> list[Claim]:
    """Who is named most, and who is named by one source only."""
    mentions = naming(mentions)
    if mentions.empty:
        return [Claim(text="No actor is named.", sure="firm")]
    counts = mentions["actor"].value_counts()
    first = counts.index[0]
    everywhere = mentions.loc[mentions["actor"] == first, "article_id"].nunique()
    text = (
        f"{names[first]} is named most: {counts.iloc[0]:,} of {len(mentions):,} mentions, "
        f"in {_share(everywhere, len(articles))}"
    )
    if len(counts) > 1:
        text += f"; {names[counts.index[1]]} follows with {counts.iloc[1]:,}"
    rows = citing.spread(mentions[mentions["actor"] == first])
    claims = [Claim(text=sentence(text + "."), sure="firm", evidence=citing.ids(rows, most))]
    return claims + _alone(mentions, articles, names, most)


def _share(some: int, all_: int) -> str:
    if some == all_:
        return f"all {counted(all_, 'article')}" if all_ > 1 else "the one article"
    return f"{number(some)} of {counted(all_, 'article')}"


def _alone(mentions: pd.DataFrame, articles: pd.DataFrame, names: Names, most: int) -> list[Claim]:
    """A claim for a source: the actors that only it names, at least twice; most named first."""
    sources = articles.set_index("article_id").pipe(lambda a: source_of(a))
    if sources.nunique() < 3:
        return []
    by = mentions.assign(source=mentions["article_id"].map(sources))
    spread = by.groupby("actor")["source"].agg(["nunique", "first", "size"])
    own = spread[(spread["nunique"] == 1) & (spread["size"] >= 2)].sort_values(
        ["size", "first"], ascending=[False, True], kind="stable"
    )
    claims = []
    for source, actors in list(own.groupby("first", sort=False))[:MOST_ALONE]:
        rows = by[(by["source"] == source) & by["actor"].isin(actors.index)]
        text = f"only {names[source]} names {listed([names[actor] for actor in actors.index])}."
        claims.append(Claim(text=sentence(text), sure="firm", evidence=citing.ids(rows, most)))
    return claims


def stance(
    by_source: pd.DataFrame,
    stances: pd.DataFrame,
    articles: pd.DataFrame,
    names: Names,
    most: int,
    confidence: float,
) -> list[Claim]:
    """A claim for each target on which a source leans, those on which sources part first.

    Then how many pairs of source and target lean at all.
    """
    if stances.empty:
        return [Claim(text="No sentence speaks of a target.", sure="firm")]
    own = own_voice(stances, articles)
    leaning = by_source[by_source["verdict"].isin(LEANING)]
    strongest = (
        leaning.assign(strength=leaning["mean"].abs())
        .groupby("target", sort=True)
        .agg(parted=("verdict", "nunique"), strength=("strength", "max"))
    )
    order = strongest.sort_values(["parted", "strength"], ascending=False, kind="stable").index
    claims = [
        _toward(target, by_source[by_source["target"] == target], own, names, most, confidence)
        for target in order
    ]
    return [*claims, *_tally(by_source)]


def _toward(
    target: str,
    rows: pd.DataFrame,
    own: pd.DataFrame,
    names: Names,
    most: int,
    confidence: float,
) -> Claim:
    """What every source with evidence enough says of one target."""
    sides = []
    for verdict in ("critical", "favourable", "even"):
        side = rows[rows["verdict"] == verdict]
        side = side.loc[side["mean"].abs().sort_values(ascending=False, kind="stable").index]
        if len(side):
            sides.append((verdict, list(side.itertuples())))
    text = "; ".join(_side(verdict, side, target if i == 0 else "", names, confidence)
                     for i, (verdict, side) in enumerate(sides))  # fmt: skip
    leaning = [row for verdict, side in sides if verdict != "even" for row in side]
    behind = own[(own["target"] == target) & own["source"].isin([row.source for row in leaning])]
    firm = all(row.articles > 1 and not row.driven_by for row in leaning)
    return Claim(
        text=sentence(f"{text}."),
        sure="fair" if firm else "weak",
        evidence=citing.ids(behind, most),
    )


def _side(verdict: str, rows: list, target: str, names: Names, confidence: float) -> str:
    """The sources with one verdict; those that lean with their means, the strongest in full."""
    first, *others = rows
    verb = "is" if len(rows) == 1 else "are"
    if verdict == "even":
        lean = "leans" if len(rows) == 1 else "lean"
        return f"{_all_of([names[row.source] for row in rows])} {lean} neither way"
    measured = f"({_measured(first, names, confidence)})"
    of = f" {TOWARD[verdict]} {names[target]}" if target else ""
    if not others:
        return f"{names[first.source]} {verb} {verdict}{of} {measured}"
    rest = [f"{names[row.source]} ({signed(row.mean)})" for row in others]
    shown = [f"{names[first.source]} {measured}", *rest]
    return f"{listed(shown)} {verb} {verdict}{of}"


def _measured(row, names: Names, confidence: float) -> str:
    driving = [names[file] for file in row.driven_by.split(LIST_SEPARATOR) if file]
    each = f"any one of {listed(driving)}" if driving[1:] else "".join(driving)
    without = f"; without {each} it would not be" if driving else ""
    interval = f"{confidence * 100:.6g} % {signed(row.low)} to {signed(row.high)}"
    return f"{signed(row.mean)}, {interval}, {counted(row.sentences, 'sentence')}{without}"


def _all_of(sources: list[str]) -> str:
    """Sources in one breath: publishers, then "unsigned 000, 001 and 002"."""
    if len(sources) > LISTED:
        return counted(len(sources), "source")
    signed_ = sorted(source for source in sources if not source.startswith(UNSIGNED))
    first, *rest = sorted(set(sources) - set(signed_)) or [""]
    unsigned = [first, *(source.removeprefix(UNSIGNED) for source in rest)] if first else []
    return listed([*signed_, *unsigned])


def _tally(by_source: pd.DataFrame) -> list[Claim]:
    if by_source.empty:
        return []
    counts = by_source["verdict"].value_counts()
    leans = sum(counts.get(verdict, 0) for verdict in LEANING)
    even, short = counts.get("even", 0), counts.get("too little evidence", 0)
    text = (
        f"of {counted(len(by_source), 'pair')} of source and target, "
        f"{number(leans) if leans else 'none'} {'leans' if leans < 2 else 'lean'} clearly, "
        f"{number(even)} {'leans' if even == 1 else 'lean'} neither way "
        f"and {number(short)} {'has' if short == 1 else 'have'} too little evidence."
    )
    return [Claim(text=sentence(text), sure="firm")]


def own_voice(stances: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """The sources' own stances as they are counted, with `source`: strongest first on each side.

    In each source and target they take turns, the side that its mean is on before the other, so
    that the first few sentences show the strongest for and against.
    """
    own = counted_own(stances, articles)
    mean = own.groupby(["source", "target"])["polarity"].transform("mean")
    own = own.assign(strength=own["polarity"].abs(), other=(own["polarity"] < 0) != (mean < 0))
    own = own.sort_values("strength", ascending=False, kind="stable")
    turn = own.groupby(["source", "target", "other"]).cumcount()
    return own.assign(turn=turn).sort_values(["turn", "other"], kind="stable")


def timeline(events: pd.DataFrame, told: pd.DataFrame, names: Names, most: int) -> list[Claim]:
    """The event that most sources tell, the span of all, and where sources disagree."""
    if events.empty:
        return [Claim(text="No dated event is told.", sure="firm")]
    top = events.sort_values("sources", ascending=False, kind="stable").iloc[0]
    rows = told[told["event"] == top["event"]]
    claims = []
    if top["sources"] > 1:
        text = (
            f"{counted(top['sources'], 'source')} tell of one event, "
            f"{in_words(top['earliest'], top['latest'])}: “{top['summary']}”"
        )
        claims.append(Claim(text=sentence(text), sure="fair", evidence=citing.ids(rows, most)))
    dated = events[(events["earliest"] != "") & (events["latest"] != "")]
    if len(dated):
        span = in_words(dated["earliest"].min(), dated["latest"].max())
        verb = "is" if len(events) == 1 else "are"
        text = f"{counted(len(events), 'event')} {verb} told, {span}."
        claims.append(Claim(text=sentence(text), sure="fair"))
    for event in events[events["conflict"] != ""].itertuples():
        rows = told[told["event"] == event.event]
        claims.append(
            Claim(
                text=sentence(f"the sources disagree: {event.conflict}."),
                sure="fair",
                evidence=citing.ids(rows, most),
            )
        )
    return claims


def findings(
    corpus: list[Claim], mentions: list[Claim], stance: list[Claim], timeline: list[Claim]
) -> list[Claim]:
    """The three to six claims that a reader needs first, out of the sections' own, best first."""
    leaning = [claim for claim in stance if claim.evidence][:2]
    return [*leaning, *timeline[:1], *mentions[:2], *corpus[1:2]][:MOST_FINDINGS]


def changed(changes: pd.DataFrame, previous: str) -> str:
    """One line on what differs from the edition before."""
    if not previous:
        return "This is the first edition."
    if changes.empty:
        return "Nothing that is counted here changed since the edition before."
    kinds = changes["kind"].value_counts(sort=False)
    parts = [counted(count, f"{kind} change") for kind, count in kinds.items()]
    return sentence(f"since the edition before: {listed(parts)}.")
