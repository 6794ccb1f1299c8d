"""An article's main language, `unknown` where the text is too short or too odd to tell."""

from __future__ import annotations

import re
from functools import cache

from pressbrief.english.word_lists import words
from pressbrief.tables.columns import UNKNOWN

# Characters of a long text that are read: a third each of its beginning, middle and end.
SAMPLE = 6000
# Fewer letters, or fewer of a script without spaces, than a short sentence has tell no language; of
# what the identifier finds (py3langid) it must be likelier than not. Guesses.
MIN_LETTERS = 24
MIN_DENSE = 8
SURE = 0.5
# Function words that no other language with Latin letters has: an English text full of foreign
# names is still held together by them.
ENGLISH = words("function_words/english")
# English news has 15 to 40 of them in 100 words. From the first share on a text is English; from
# the second on it is if no other language is read in it.
SURELY_ENGLISH = 0.2
MAYBE_ENGLISH = 0.12
# Of fewer words no share is told. A guess.
MIN_WORDS = 6
SCRIPTS = "\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3"
DENSE = re.compile(f"[{SCRIPTS}]")
WORD = re.compile(rf"[^\W\d_{SCRIPTS}]+")
LATIN = "\u024f"  # the last of its letters
# Of a single sentence the identifier must be surer: it tells by few letters. A guess.
SURE_OF_ONE = 0.95
# What is written without spaces: a letter of Chinese, Japanese or Korean is half a word, one of
# Thai, Lao, Burmese or Khmer a fourth.
SPACELESS = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"
THAI = re.compile(f"[{SPACELESS}]")
SPACED = re.compile(rf"[^\s{SCRIPTS}{SPACELESS}]+")


def identify(text: str) -> str:
    """A text's ISO 639-1 code, or `unknown`; of a mixed text that of its larger part.

    >>> identify("The talks were held in Tokyo, the Foreign Ministry said."), identify("Kabul")
    ('en', 'unknown')
    """
    return _told(_sample(text), SURELY_ENGLISH, SURE)


def spoken(sentence: str) -> str:
    """One sentence's ISO 639-1 code, `unknown` where it is too short or too odd to tell for sure.

    >>> spoken("Les négociations ont pris fin mercredi soir à Tokyo, a dit le ministère.")
    'fr'
    >>> spoken("Shinzo Abe, Taro Aso"), spoken("The talks that were held in Tokyo ended.")
    ('unknown', 'en')
    """
    sample = sentence[:SAMPLE]
    letters = [char for char in sample if char.isalpha()]
    other = sum(char > LATIN for char in letters)
    # What is mostly in other letters is another language, whichever it most likely is.
    surely = 2 * other > len(letters) and other >= MIN_DENSE
    return _told(sample, MAYBE_ENGLISH, 0 if surely else SURE_OF_ONE)


def weight(text: str) -> float:
    """How many words a text has, about: in scripts without spaces so many letters are one.

    >>> weight("In Tokyo, 2025"), weight("東京で")
    (2.0, 1.5)
    """
    spaced = sum(any(map(str.isalpha, token)) for token in SPACED.findall(text))
    return spaced + len(DENSE.findall(text)) / 2 + len(THAI.findall(text)) / 4


def _told(sample: str, surely: float, sure: float) -> str:
    """A sample's language: English from the share `surely` of its small words on, else `sure`ly."""
    said = WORD.findall(sample.lower())
    dense = len(DENSE.findall(sample))
    if sure and sum(map(len, said)) < MIN_LETTERS and dense < MIN_DENSE:
        return UNKNOWN
    # A letter of these scripts says about as much as half a word.
    others = dense / 2 + len(said) - sum(map(str.isascii, said))
    # Names are of no language: of an article full of them the small words tell.
    plain = [word for word in WORD.findall(sample) if word[0].islower()]
    told = plain if len(plain) >= MIN_WORDS else said
    english = sum(map(ENGLISH.__contains__, told))
    mainly_latin = len(said) >= MIN_WORDS and 2 * others < len(said) + dense / 2
    share = english / len(told) if mainly_latin else 0
    if share >= surely:
        return "en"
    code, probability = _identifier().classify(sample)
    if probability < sure or code == "zxx" or (code == "en" and not english):
        return "en" if share >= MAYBE_ENGLISH else UNKNOWN
    return code


def _sample(text: str) -> str:
    """A long text's beginning, middle and end."""
    if len(text) <= SAMPLE:
        return text
    third = SAMPLE // 3
    middle = (len(text) - third) // 2
    return "\n".join((text[:third], text[middle : middle + third], text[-third:]))


@cache
def _identifier():
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
