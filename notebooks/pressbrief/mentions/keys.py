"""Names made comparable: what two spellings of one name have in common."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from pressbrief.english.patterns import any_of
from pressbrief.english.word_lists import table, words
from pressbrief.mentions.surface_forms import plain

LEGAL = re.compile(rf",? {any_of(words('names/legal'))}$")
BRITISH, SMALL = table("names/spellings"), words("names/small")
# Letters that transliterations take for one another.
FOLDS = (("ee", "i"), ("oo", "u"), ("ou", "u"), ("ph", "f"), ("q", "k"), ("dj", "j"), ("gh", "g"))
NEAR = str.maketrans("eoy", "aui")
VOWELS = str.maketrans("eiouy", "aaaaa")
# Letters from which on a name is one in other vowels: of shorter ones too many are two ("Iran",
# "Iraq"; "Hamad", "Hamid"). How alike two spellings then are, in percent (rapidfuzz's ratio): with
# one letter in five another. Guesses.
SHORTEST_SKELETON = 6
ALIKE = 80.0


@lru_cache(maxsize=100_000)
def key(text: str) -> str:
    """A name in small letters without marks, points, apostrophes, hyphens, and a leading "the".

    >>> key("The U.N."), key("Abdul-Kabir"), key("Côte d’Ivoire"), key("Defence & Space")
    ('un', 'abdul kabir', 'cote divoire', 'defence and space')
    """
    bare = unicodedata.normalize("NFKD", plain(text)).casefold()
    bare = "".join(char for char in bare if not unicodedata.combining(char))
    bare = re.sub(r"[.'\"]", "", bare)
    bare = re.sub(r"[-–_\s]+", " ", bare.replace("&", " and ")).strip()
    return bare.removeprefix("the ") or bare


def company(name: str) -> str:
    """The key of an organisation, without what its law adds to its name, in American spelling.

    >>> company("Apple Inc."), company("The Holdings"), company("World Health Organisation")
    ('apple', 'holdings', 'world health organization')
    """
    bare = key(name)
    while (shorter := LEGAL.sub("", bare)) not in ("", bare):
        bare = shorter
    return " ".join(BRITISH.get(word, word) for word in bare.split())


@lru_cache(maxsize=100_000)
def skeleton(key: str) -> str:
    """What spellings of one name share, from its key; a short name is its own.

    Vowels are one, letters stand once, spaces fall: names of one skeleton are compared as they
    stand before they are taken for one (`alike`).

    >>> skeleton("abdul kabir") == skeleton("abdulkabir")
    True
    >>> skeleton("mali"), skeleton("iran") == skeleton("iraq")
    ('mali', False)
    """
    bare = key.replace(" ", "")
    if len(bare) < SHORTEST_SKELETON or not bare.isalpha():
        return key
    return re.sub(r"(.)\1+", r"\1", _folded(bare).translate(VOWELS))


def alike(one: str, other: str) -> bool:
    """Whether two keys of one skeleton are near enough in letters to be one name.

    A word's last letter tells names apart: "Marino" is not "Marina".

    >>> alike("muhammad", "mohamed"), alike("taliban", "taleban"), alike("marino", "marina")
    (True, True, False)
    """
    from rapidfuzz import fuzz

    words, others = one.split(), other.split()
    if len(words) == len(others) and any(
        _near(a)[-1] != _near(b)[-1] for a, b in zip(words, others, strict=True)
    ):
        return False
    bare, bare_other = one.replace(" ", ""), other.replace(" ", "")
    return _near(bare) == _near(bare_other) or fuzz.ratio(bare, bare_other) >= ALIKE


def says_the_same(one: str, other: str) -> bool:
    """Whether two keys of what the same letters stand for are one name in other words.

    >>> says_the_same("food and agricultural organization", "food and agriculture organization")
    True
    """
    from rapidfuzz import fuzz

    return fuzz.ratio(one, other) >= ALIKE


def _folded(bare: str) -> str:
    for old, new in FOLDS:
        bare = bare.replace(old, new)
    return bare


def _near(bare: str) -> str:
    return re.sub(r"(.)\1+", r"\1", _folded(bare).translate(NEAR))


def initials(name: str) -> str:
    """The first letters of a name's words, small words left out.

    >>> initials("Ministry of Foreign Affairs"), initials("Japan International Cooperation Agency")
    ('mfa', 'jica')
    """
    return "".join(word[0] for word in key(name).split() if word not in SMALL)


def is_acronym(text: str) -> bool:
    """Whether a name is letters to be spelt out.

    >>> [is_acronym(text) for text in ("UN", "U.N.", "JICA", "Iran", "AU-EU", "MoH")]
    [True, True, True, False, False, True]
    """
    bare = text.replace(".", "")
    capitals = sum(char.isupper() for char in bare)
    return bare.isalnum() and 2 <= len(bare) <= 10 and capitals >= 2 and capitals * 2 > len(bare)


def defines(name: str, acronym: str) -> bool:
    """Whether letters right after a name in parentheses stand for that name.

    >>> defines("Islamic State", "ISIS"), defines("Kyodo News", "US"), defines("Gulf", "GCC")
    (True, False, False)
    """
    letters, spelt = key(acronym).replace(" ", ""), initials(name)
    with_small = "".join(word[0] for word in key(name).split())
    if letters in (spelt, with_small):
        return True
    if not spelt or letters[0] != spelt[0]:
        return False
    begins = len(spelt) > 1 and letters.startswith(spelt[:2])
    return begins or _in_order(letters, key(name))


def _in_order(letters: str, text: str) -> bool:
    rest = iter(text)
    return all(letter in rest for letter in letters)
