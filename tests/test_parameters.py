"""Parameters: typed, in range, and no other names; the message says what to write."""

import pytest

from pressbrief.run.parameters import ParameterError, from_notebook, from_text, validated


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"min_sentence": 3}, "unknown parameter 'min_sentence': did you mean 'min_sentences'?"),
        ({"colour": "red"}, "unknown parameter 'colour': known are topic,"),
        ({"min_sentences": "3"}, "parameter 'min_sentences': '3': should be a valid integer"),
        ({"min_sentences": 0}, "parameter 'min_sentences': 0: should be greater than"),
        ({"confidence": 95.0}, "parameter 'confidence': 95.0: should be less than 1"),
        ({"as_of": "28.2.2025"}, "write a day as YYYY-MM-DD"),
        ({"as_of": "2025-02-30"}, "write a day as YYYY-MM-DD"),
        ({"topic": ""}, "parameter 'topic': ''"),
        ({"topic": 5}, "parameter 'topic': 5: should be a valid string"),
    ],
)
def test_what_is_refused_and_how(given, said):
    with pytest.raises(ParameterError) as error:
        validated(**given)
    assert said in str(error.value)


def test_text_of_a_command_line_becomes_typed_values():
    pairs = [("min_sentences", "3"), ("confidence", "0.9"), ("force", "true"), ("topic", "x")]
    assert from_text(pairs) == {"min_sentences": 3, "confidence": 0.9, "force": True, "topic": "x"}
    with pytest.raises(ParameterError, match="'three' is not a whole number"):
        from_text([("min_sentences", "three")])


def notebook(*cells):
    """A notebook's names after these cells, the last of which is running."""
    names = {}
    for cell in cells[:-1]:
        exec(cell, names)
    return {**names, "In": ["", *cells]}


BEGIN = "parameters = from_notebook(globals())"
MINE = "topic = 'mine'\nquotes = 3"


@pytest.mark.parametrize(
    "cells",
    [
        ["topic = 'x'\nquotes = 2", f"# Parameters\n{MINE}\n", BEGIN],
        [MINE, "import pathlib\nparameters = 1", BEGIN],  # run again
        [MINE, "tried = {'a': 1}\nlong = len(str(tried))", BEGIN],
        ["from pathlib import Path\ntopic = str(Path('mine'))\nquotes = 1 + 2", BEGIN],
        ["from pathlib import Path\ntopic = Path('mine')\nquotes = 3", BEGIN],
        [f"{MINE}\nparameters = None", f"{MINE}\n{BEGIN}"],  # all in one cell
        [MINE, "# Parameters of mine:\n%matplotlib inline"[:0] + "date = '2025-02-28'", BEGIN],
    ],
)
def test_a_notebook_hands_over_its_parameters_wherever_they_were_assigned(cells):
    found = from_notebook(notebook(*cells))
    assert (found.topic, found.quotes) == ("mine", 3)


def test_a_notebook_that_names_no_topic_is_told_of_no_other():
    with pytest.raises(ParameterError, match="no topic: assign"):
        from_notebook(notebook("folder = 'mine'", BEGIN))


@pytest.mark.parametrize("slip", ["Topic = 'mine'", "topc = 'mine'", "min_sentence = 3"])
def test_a_name_that_is_nearly_a_parameter_is_refused(slip):
    name = slip.partition(" ")[0]
    with pytest.raises(ParameterError, match=f"'{name}': did you mean .* `del {name}`"):
        from_notebook(notebook(MINE, slip, "print()", BEGIN))


def test_a_parameter_that_the_analysis_has_overwritten_is_refused_in_one_line():
    with pytest.raises(ParameterError, match=r"^parameter 'data': list: should be a valid string$"):
        from_notebook(notebook(MINE, "data = [1] * 1000", BEGIN))


@pytest.mark.parametrize(
    ("injected", "said"),
    [
        ("quote = 2", "unknown parameter 'quote': did you mean 'quotes'"),
        ("colour = 'red'", "unknown parameter 'colour': known are topic,"),
        ("confidence = float('nan')", "parameter 'confidence'"),
        ("topic = None", "parameter 'topic': None: should be a valid string"),
    ],
)
def test_what_papermill_puts_in_is_refused_by_name(injected, said):
    with pytest.raises(ParameterError) as error:
        from_notebook(notebook("topic = 'x'", f"# Parameters\n{injected}\n", BEGIN))
    assert said in str(error.value)


def test_a_notebook_shows_the_message_alone():
    with pytest.raises(ParameterError) as caught:
        validated(quots=3)
    assert caught.value._render_traceback_() == [
        "ParameterError: unknown parameter 'quots': did you mean 'quotes'?"
    ]
