"""Word classes of English by lists, all words in lower case. Nothing here is about attribution."""

from __future__ import annotations

from pressbrief.english import word_lists

BE = word_lists.words("function_words/be")
AUXILIARIES = BE | word_lists.words("function_words/auxiliaries")
NEGATIONS = word_lists.words("function_words/negations") | {
    word for word in AUXILIARIES if word.endswith("n't")
}
ADVERBS = word_lists.words("function_words/adverbs")
PREPOSITIONS = word_lists.words("function_words/prepositions")
SUBORDINATORS = word_lists.words("function_words/subordinators")
SUBORDINATING = word_lists.words("function_words/subordinating")
PRONOUNS = word_lists.words("function_words/pronouns")
DETERMINERS = word_lists.words("function_words/determiners")
POSSESSIVES = word_lists.words("function_words/possessives")
TIMES = word_lists.words("time/weekdays", "time/months", "time/when")
