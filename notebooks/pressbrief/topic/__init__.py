"""A topic: the folder of articles, and what a person has written beside them."""

from __future__ import annotations

from pressbrief.topic.folder import (
    Actor,
    OriginArticle,
    Proposition,
    Topic,
    TopicError,
    added_by_systems,
    load,
    title_of,
    wholes,
)

__all__ = [
    "Actor",
    "OriginArticle",
    "Proposition",
    "Topic",
    "TopicError",
    "added_by_systems",
    "load",
    "title_of",
    "wholes",
]
