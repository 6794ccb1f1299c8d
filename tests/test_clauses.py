"""A clause made to stand alone: a sentence, what of it happened and when in; a title out."""

from __future__ import annotations

import pytest

from pressbrief import reader
from pressbrief.timeline.clauses import clause
from pressbrief.timeline.factuality import is_habit, is_perfect
from pressbrief.timeline.pointing import Reference
from pressbrief.timeline.titles import LONGEST, is_cut, shortened

NAZARI = "Latif Nazari"


def title(text: str, told: str, time: str = "", named=()) -> str:
    """The title of what a sentence tells in some of its words, dated by others."""
    tree = reader.parses([text])[0]
    start, at = text.index(told), text.index(time) if time else 0
    when = (at, at + len(time)) if time else None
    made = clause(text, tree, (start, start + len(told)), when, named)
    return made.title if made else ""


TITLES = [
    # without its day, and what leads it in
    ("On Friday, the ministry opened a hall in Oslo.", "the ministry opened", "Friday",
     "The ministry opened a hall in Oslo"),
    # a time that is part of what is done stays
    ("The minister spent part of Saturday in Kenya, he said.", "spent part", "Saturday",
     "The minister spent part of Saturday in Kenya"),
    # what tells more of a noun goes if the clause is too long, then what stands beside the verb
    (
        "A delegation, including officials from the Ministries of Economy, Health, and Higher "
        "Education, visited Kenya on Tuesday.",
        "visited Kenya", "Tuesday", "A delegation visited Kenya",
    ),
    # a relative clause tells of what it hangs on
    ("The envoy praised the cuts that took effect on Monday.", "the cuts that took effect",
     "Monday",
     "The cuts took effect"),
    ("They spoke of the cuts that began taking effect on Monday.", "began taking effect", "Monday",
     "The cuts began taking effect"),
    # what the sentence only goes on with is none of it
    ("The speaker pivoted on Monday, saying that talks could wait.", "pivoted", "Monday",
     "The speaker pivoted, saying that talks could wait"),
    ("When the port got new guards on Monday, ships left.", "the port got new guards", "Monday",
     "The port got new guards"),
    # a verb with the doer of the one before it
    ("The army seized the town and burned the market on Monday.", "burned the market", "Monday",
     "The army burned the market"),
    # what "but" joins stays joined
    ("The envoy apologized for the troubles of the past weeks in the port on Monday but also "
     "insisted that it works.", "apologized", "Monday",
     "The envoy apologized but insisted that it works"),
    # a name is never cut
    ("The Bank of Northern Kenya said on Monday that it would close.", "said", "Monday",
     "The Bank of Northern Kenya said that it would close"),
    # the day goes, what stands beside it with a preposition stays
    ("The envoy, who beat the mayor last year in a vote, left.", "beat the mayor", "last year",
     "The envoy beat the mayor in a vote"),
    ("The port borders Mali, which feeds the town and holds the vote in May.", "holds the vote",
     "May", "Mali holds the vote"),
    ("In the first, on Monday, a guard shot the mayor.", "a guard shot", "Monday",
     "A guard shot the mayor"),
    ("Even as the envoy left the port on Monday, ships came.", "the envoy left", "Monday",
     "The envoy left the port"),
    # nor what is left of it: all that stands before whoever does it goes
    ("As for the attack on the port, details remained murky on Monday.", "remained murky", "Monday",
     "Details remained murky"),
    ("As a caravan of several thousand people journeyed toward the border in the south, the "
     "minister signed a plan on Monday that banned entry.", "signed a plan", "Monday",
     "The minister signed a plan that banned entry"),
    # the marks around what goes go
    ("The senator, who has often spoken of the port and of all its guards, said on Monday that "
     "the guards like the plan of the port.", "said", "Monday",
     "The senator said that the guards like the plan of the port"),
    # in number a noun is its verb's
    ("The minister, in clips from the show that were released on Monday, was asked of it.",
     "that were released", "Monday", "Clips from the show were released"),
    # a dateline is none of it
    ("NAIROBI (AFP) - Troops entered the port on Monday.", "entered the port", "Monday",
     "Troops entered the port"),
    ("LANCASTER, Pa./WASHINGTON (Reuters) - Troops entered the port on Monday.",
     "entered the port", "Monday", "Troops entered the port"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told", "time", "expected"), TITLES)
def test_a_clause_stands_alone_in_whole_words(text, told, time, expected):
    named = [Reference(text.index(name), text.index(name) + len(name), name, "name")
             for name in ("Bank of Northern Kenya",) if name in text]  # fmt: skip
    assert title(text, told, time, named) == expected


NONE = [
    # whoever speaks or is spoken to
    ("We met the envoy on Monday.", "met the envoy", "Monday"),
    # what points elsewhere
    ("They met in Kenya on Monday.", "met in Kenya", "Monday"),
    ("The army won those five towns on Monday.", "won", "Monday"),
    ("The debate energized their voters on Monday.", "energized", "Monday"),
    ("It was those ties that triggered a war in 2001.", "triggered a war", "2001"),
    # a day that is not the verb's
    ("It was the first vote since March.", "It was the first vote", "March"),
    # what lacks what was done
    ("The plan that Kenya sent on Monday failed.", "Kenya sent", "Monday"),
    # what could be, and conditions
    ("It could define a framework in 2013.", "define a framework", "2013"),
    ("If the army enters the port on Monday, ships will leave.", "the army enters", "Monday"),
    ("They would go if the court issues a ruling on Monday that would free him.", "issues a ruling",
     "Monday"),
    # whoever is called to do it belongs to the calling
    ("The minister on Monday called for liberals and conservatives to break through their long "
     "disagreements about how to confront poverty in Kenya.", "called", "Monday"),
    # a quotation and who says it
    ("“It would take all ships,” said the envoy on Monday.", "said the envoy", "Monday"),
    ("The ships had left, the envoy said on Monday.", "the envoy said", "Monday"),
    # whoever they are; who rules it stands behind what is ruled
    ("Those who want aid on Monday must sign.", "want aid", "Monday"),
    ("The limits were unlawful, a judge ruled on Monday.", "ruled", "Monday"),
    ("The senator said on Monday, “Last year, a man sent bombs to us.”", "said", "Monday"),
    # what lacks what was said or done
    ("The minister told reporters on Monday when he was asked.", "told reporters", "Monday"),
    ("The minister responded on Fox News on Monday.", "responded", "Monday"),
    ("The minister tweeted on Monday, calling out an envoy by name.", "tweeted", "Monday"),
    ("He tells all, as the minister did again on Monday, that talks go on.", "did again", "Monday"),
    ("The chief who the minister fired on Monday left.", "the minister fired", "Monday"),
    ("The house is expected on Monday.", "is expected", "Monday"),
    ("A group uploaded it on Monday.", "uploaded it", "Monday"),
    # a question
    ("Does that mean that aid is coming on Monday?", "aid is coming", "Monday"),
    # somebody who is not in it
    ("The mayor appointed her on Monday.", "appointed her", "Monday"),
    # the time is another's: that of a noun, or of another clause
    ("The minister promised a deal before a Monday deadline.", "promised a deal", "Monday"),
    ("The chief thanked the envoy, who turns 63 on Monday.", "thanked the envoy", "Monday"),
    ("The envoy went on after launching a bid on Monday.", "launching a bid", "Monday"),
    ("The envoy left two weeks after the vote on Monday.", "left", "Monday"),
    ("The bill, expected to be voted on Monday, frees the port.", "frees the port", "Monday"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told", "time"), NONE)
def test_what_does_not_stand_alone_has_no_title(text, told, time):
    assert title(text, told, time) == ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # The end of what somebody says is not left out in silence.
        ("The minister said on Monday that the council doubted that the members in the south would "
         "follow through with any rebuke.",
         "The minister said that the council doubted that the members would follow through …"),
        # Whoever does it is not lost where the grammar does not find him.
        ("The minister demanded on Monday to know why border wall and security funds were left out "
         "of the newest bill in the house, and how they will pay.",
         "The minister demanded to know why border wall and security funds were left …"),
    ],
)  # fmt: skip
def test_what_a_title_lacks_at_its_end_is_marked(text, expected):
    verb = "said" if "said" in text else "demanded"
    assert title(text, verb, "Monday") == expected
    assert is_cut(expected)


@pytest.mark.parametrize(
    ("text", "told", "expected"),
    [
        ("Last week the minister threatened to impose a tariff on goods on June 10.", "threatened",
         "The minister to impose a tariff on goods"),
        ("The minister expected tariffs on goods to go forward on June 10.", "expected",
         "Tariffs on goods to go forward"),
        ("The minister won the vote on June 10.", "won", ""),
    ],
)  # fmt: skip
def test_what_lies_ahead_nobody_has_done(text, told, expected):
    tree = reader.parses([text])[0]
    start, at = text.index(told), text.index("June 10")
    when = at, at + len("June 10")
    assert clause(text, tree, (start, start + len(told)), when, ahead=True).title == expected


REFERRED = [
    ("He left Kenya on Monday.", "left Kenya", "He", "pronoun", f"{NAZARI} left Kenya"),
    ("His visit to Kenya ended on Monday.", "ended", "His", "pronoun",
     f"{NAZARI}’s visit to Kenya ended"),
    ("The group seized the town on Monday.", "seized", "The group", "nominal",
     f"{NAZARI} seized the town"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told", "word", "kind", "expected"), REFERRED)
def test_a_word_that_points_back_is_the_actor_that_it_means(text, told, word, kind, expected):
    at = text.index(word)
    assert title(text, told, "Monday", [Reference(at, at + len(word), NAZARI, kind)]) == expected


def test_a_noun_with_its_actor_tells_a_happening():
    text = "They have fled since the group’s return to power in 2021."
    named = [Reference(text.index("the group"), text.index("’s"), NAZARI, "nominal")]
    assert title(text, "the group’s return to power", "2021", named) == (
        f"{NAZARI}’s return to power"
    )
    text = "It was frozen after the Kenyan withdrawal in 2021."
    named = [Reference(text.index("Kenyan"), text.index(" withdrawal"), "Kenya", "demonym")]
    assert title(text, "the Kenyan withdrawal", "2021", named) == "Kenyan withdrawal"


def test_a_place_is_no_deed():
    text = "He entered the Kenyan consulate in 2021."
    named = [Reference(text.index("Kenyan"), text.index(" consulate"), "Kenya", "demonym")]
    assert title(text, "the Kenyan consulate", "2021", named) == ""


def test_a_long_title_names_persons_without_what_leads_them_in():
    text = (
        "Democratic presidential front-runner Anna Holm on Monday accused Republican Governor "
        "Peter Sandow of fueling the hatred that is blamed for several killings in the towns."
    )
    named = [Reference(text.index(name), text.index(name) + len(name), name, "name", "person")
             for name in ("Anna Holm", "Peter Sandow")]  # fmt: skip
    assert title(text, "accused", "Monday", named) == (
        "Anna Holm accused Peter Sandow of fueling the hatred"
    )


@pytest.mark.parametrize(
    ("text", "told", "expected"),
    [
        ("He’ll return to the port on Monday.", "return", "will return to the port"),
        ("He’d left the port on Monday.", "left", "had left the port"),
    ],
)
def test_a_helper_after_a_name_stands_in_full(text, told, expected):
    named = [Reference(0, 2, NAZARI, "pronoun")]
    assert title(text, told, "Monday", named) == f"{NAZARI} {expected}"


def test_who_is_named_before_keeps_the_pronoun():
    text = "Nazari said that he left Kenya."
    named = [Reference(0, 6, NAZARI, "name"), Reference(17, 19, NAZARI, "pronoun")]
    assert title(text, "said", "", named) == "Nazari said that he left Kenya"


@pytest.mark.parametrize(
    ("text", "told", "expected"),
    [
        ("The report is released on Friday.", "is released", True),
        ("The feast, celebrated annually on Friday, is old.", "celebrated annually", True),
        ("The council meets on Friday.", "meets", True),
        ("The army trained on Friday.", "trained", False),
        ("The ministry says on Friday that talks ended.", "says", False),
    ],
)
def test_the_simple_present_tells_a_habit(text, told, expected):
    tree, start = reader.parses([text])[0], text.index(told)
    at = text.index("Friday")
    assert is_habit(text, tree, (start, start + len(told)), (at, at + 6)) is expected


def test_the_present_perfect_has_no_day_of_its_own():
    for text, expected in (
        ("Kenya has invited him on Friday.", True),
        ("He left on Friday.", False),
    ):
        tree, at = reader.parses([text])[0], text.index("Friday")
        assert is_perfect(text, tree, (0, at), (at, at + 6)) is expected


@pytest.mark.parametrize(
    "text", ["", "…", "and", "the of in", "“" * 40, "a, " * 80, "met " * 80, "who left " * 50]
)
def test_hostile_clauses_have_a_short_title_or_none(text):
    tree = reader.parses([text])[0]
    made = clause(text, tree, (0, len(text)), None)
    assert made is None or len(made.title.split()) <= LONGEST


def test_what_is_cut_says_so():
    text = "met " * 30
    assert len(shortened(text).split()) == LONGEST
    assert is_cut(shortened(text)) and not is_cut("The army left")
