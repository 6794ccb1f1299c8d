"""The section mentions: who is talked about, how much, and who holds which office."""

from __future__ import annotations

from pressbrief.sections.entry import Bench, Entry, Made
from pressbrief.topic.corrections import ABOUT_ACTORS


def build(bench: Bench) -> Made:
    """The tables of who is named, each mention checked to cut its surface out of the text."""
    from pressbrief import mentions, tables
    from pressbrief.mentions import stressed_terms

    articles, sentences = bench.load("articles"), bench.load("sentences")
    actors, found = mentions.build(bench.topic, articles, sentences, bench.unmet)
    tables.check_cuts(found, "surface", bench.texts)
    yield "actors", actors
    yield "mentions", found
    yield "offices", mentions.offices(articles, sentences, found)
    terms, uses = stressed_terms.build(articles, sentences, found)
    tables.check_cuts(uses, "surface", bench.texts)
    yield "terms", terms
    yield "term_mentions", uses


ENTRY = Entry(
    name="mentions",
    label="Mentions",
    title="Who is talked about",
    place=2,
    notebook="2_mentions",
    after=("corpus",),
    tables=("actors", "mentions", "offices", "terms", "term_mentions"),
    figures=("mentions", "mention-rate", "mentions-course", "mentions-together", "stressed"),
    corrections=ABOUT_ACTORS,
    scores=("names", "linking"),
    method=(
        "A mention is the longest name, alias, demonym or metonym of an actor, at word "
        "boundaries, in kept text. A name inside a longer proper name is not one, and a capital "
        "stands for its government only where the sentence uses it so.",
        "Actors are those that topic.toml lists, the states of the world, and whoever else the "
        "reader, a small language model, sees named. A regional adjective names its region, a "
        "people's the people, well-known letters (“UN”) their body unless the article spells them "
        "out otherwise. Surnames, letters spelt out, spellings and "
        "organs (“Foreign Ministry”) are linked where one actor of the article, else of the "
        "corpus, can be meant; where two can, the name stands as an unresolved actor of its own.",
        "What a source stresses are the nouns and noun phrases, actors’ names aside, that it uses "
        "more than all other sources do: log-odds ratios with an informative Dirichlet prior "
        "(Monroe, Colaresi and Quinn 2008), the prior being how often all of them use each.",
    ),
    caveats=(
        "What the reader overlooks is not counted, and what it takes for a name is: read the "
        "sentences behind an actor that topic.toml does not list.",
        "Two persons of one full name are counted as one; corrections.toml can split them.",
        "Pronouns and descriptions such as “the group” are told where one actor can be meant, as "
        "kinds of their own, and are no part of any count.",
        "Which words are nouns is told by a lexicon and by the word before, without a parser. What "
        "a source stresses holds also for what it quotes.",
    ),
    build=build,
)
