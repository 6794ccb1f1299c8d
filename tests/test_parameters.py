"""Parameters: typed, in range, and no other names; the message says what to write."""

import pytest

from pressbrief.parameters import ParameterError, from_notebook, from_text, validated


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


def test_a_notebook_hands_over_its_literals_and_nothing_else():
    namespace = {"topic": "x", "quotes": 2, "_hidden": 1, "In": [], "Out": {}, "charts": pytest}
    assert from_notebook(namespace).quotes == 2
    with pytest.raises(ParameterError, match="unknown parameter 'quote': did you mean 'quotes'"):
        from_notebook({"topic": "x", "quote": 2})
