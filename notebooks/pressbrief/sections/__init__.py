"""The sections of a briefing: what each says of its tables, in sentences and in tables.

Every number in a sentence is read from the table that the sentence is about and goes into it
with its value (`phrase.say`); publishing a section checks that.
"""
