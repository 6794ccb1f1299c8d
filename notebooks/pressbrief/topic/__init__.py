"""A topic: the folder of articles, and what a person has written beside them."""

from __future__ import annotations

from pressbrief.topic.folder import (
    COLUMN_ROLES,
    MAX_MEGABYTES,
    PUBLISH,
    Actor,
    OriginArticle,
    Proposition,
    Topic,
    TopicError,
    added_by_systems,
    load,
    name_of,
    title_of,
    wholes,
)
from pressbrief.topic.unread import NothingReadError

__all__ = [
    "COLUMN_ROLES",
    "MAX_MEGABYTES",
    "PUBLISH",
    "Actor",
    "NothingReadError",
    "OriginArticle",
    "Proposition",
    "Topic",
    "TopicError",
    "added_by_systems",
    "load",
    "name_of",
    "title_of",
    "wholes",
]
