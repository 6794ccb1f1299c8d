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


def test_a_notebook_hands_over_what_its_parameter_cells_assign():
    cells = ["topic = 'x'\nquotes = 2", "# Parameters\nquotes = 3\n", BEGIN]
    assert from_notebook(notebook(*cells)).quotes == 3
    # An analyst who tried something and runs the cells again is not in the way.
    again = ["tried = {'a': 1}\nlong = len(str(tried))", *cells]
    assert from_notebook(notebook(*again)).quotes == 3


@pytest.mark.parametrize(
    ("injected", "said"),
    [
        ("quote = 2", "unknown parameter 'quote': did you mean 'quotes'"),
        ("confidence = float('nan')", "parameter 'confidence'"),
        ("topic = None", "parameter 'topic': None: should be a valid string"),
    ],
)
def test_what_papermill_puts_in_is_refused_by_name(injected, said):
    with pytest.raises(ParameterError) as error:
        from_notebook(notebook("topic = 'x'", injected, BEGIN))
    assert said in str(error.value)


def test_a_notebook_shows_the_message_alone():
    with pytest.raises(ParameterError) as caught:
        validated(quots=3)
    assert caught.value._render_traceback_() == [
        "ParameterError: unknown parameter 'quots': did you mean 'quotes'?"
    ]
