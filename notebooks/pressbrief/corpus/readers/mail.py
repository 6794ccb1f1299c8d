"""Mails and pages saved as MIME: the message as an item, what is attached as blobs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage, MIMEPart
from itertools import pairwise

from pressbrief.corpus.bylines import is_publisher
from pressbrief.corpus.readers import alerts
from pressbrief.corpus.readers.date_fields import day, last_day
from pressbrief.corpus.readers.encoding import decoded, normalised
from pressbrief.corpus.readers.model import Blob, Budget, Facts, Item, Skipped, Unreadable
from pressbrief.corpus.readers.redirects import own_address
from pressbrief.corpus.readers.web import page, parsed

FORWARDED = re.compile(r"^(?:(?:re|fw|fwd|aw|wg|tr)\s*:\s*)+", re.I)
# Parts inside parts take the parser time by their square; no mail of an article has so many.
MAX_PARTS = 1000
MAX_FIELD = 2000
MAX_BOXES = 4
MAIL = "message/rfc822"
BASIS = "the mail's header"


# A mailbox parts its mails by such lines, below a blank one: "From news@nhk.jp Wed Feb 19 …".
PARTED = re.compile(r"From \S{1,200} .{0,60}\d{4}.{0,12}")
MAIL_LINE = re.compile(r"[A-Za-z][\w-]{1,40}:")
PARTING = re.compile(rb"\r?\n\r?\n(?=From )")
QUOTED = re.compile(rb"^>(>*From )", re.M)


def is_mailbox(head: str) -> bool:
    """Whether a text begins as a box of mails does.

    >>> is_mailbox("From news@nhk.jp Wed Feb 19 10:00:00 2025\\nSubject: Talks")
    True
    """
    first, _, rest = head.lstrip("\ufeff").partition("\n")
    return bool(PARTED.fullmatch(first.rstrip())) and bool(MAIL_LINE.match(rest))


def read_mailbox(blob: Blob, budget: Budget) -> Iterator[Blob]:
    """Each mail of a mailbox as a blob, numbered from 1."""
    if blob.depth >= MAX_BOXES:
        raise Unreadable("a mailbox inside others; unpack the outer ones")
    starts = [0]
    for found in PARTING.finditer(blob.data):
        line = blob.data[found.end() : found.end() + 300].split(b"\n", 1)[0]
        if PARTED.fullmatch(line.decode("latin-1").rstrip()):
            starts.append(found.end())
    for number, (start, end) in enumerate(pairwise([*starts, len(blob.data)]), start=1):
        mail = blob.data[start:end].split(b"\n", 1)[-1]
        data = QUOTED.sub(rb"\1", mail)
        yield blob.part(f"{blob.file}#{number}", data, blob.facts, form="mail")


def read_mail(blob: Blob, budget: Budget) -> Iterator[Item | Blob | Skipped]:
    """A mail's own text as an item, and each file that is attached to it as a blob."""
    if blob.data.lower().count(b"content-type:") > MAX_PARTS:
        raise Unreadable(f"a mail of more than {MAX_PARTS:,} parts; save its text as a .txt file")
    mail = message_from_bytes(blob.data, policy=policy.default)
    body = _body(mail)
    files = [part for part in mail.walk() if part.is_attachment()]
    inside = _mails(mail)
    if alerts.is_alert(_field(mail, "from")) and (stories := _stories(body)):
        said = _field(mail, "date")
        sent = Facts.of("the alert's day", likely=day(said), seen=last_day(said))
        yield from alerts.items(blob.file, stories, sent)
    elif body is None:
        if not (files or inside):
            raise Unreadable("a mail without text; save its text as a .txt file")
    else:
        yield _item(blob, mail, body)
    for number, data in enumerate(inside, start=1):
        if blob.depth >= MAX_BOXES:
            raise Unreadable("a mail inside others; save its text as a .txt file")
        yield blob.part(f"{blob.file}#{number}", data, form="mail")
    for number, part in enumerate(files, start=1):
        name = part.get_filename() or f"attachment {number}"
        data = _bytes(part)
        try:
            budget.check(len(data))
        except Unreadable as why:
            yield Skipped(f"{blob.file}/{name}", str(why))
        else:
            yield blob.inside(name, data, Facts.of(BASIS, seen=last_day(_field(mail, "date"))))


def _mails(mail: EmailMessage) -> list[bytes]:
    """The mails of a digest: those that lie in one another are read by the outer."""
    if mail.get_content_maintype() != "multipart":
        return []
    parts = [one for one in mail.iter_parts() if not one.is_attachment()]
    digests = [one for one in parts if one.get_content_type() == "multipart/digest"]
    inner = [one for part in digests for one in part.iter_parts()]
    return [_bytes(one) for one in (*parts, *inner) if one.get_content_type() == MAIL]


def _stories(body: MIMEPart | None) -> list[alerts.Story]:
    if body is None:
        return []
    text = decoded(_bytes(body), body.get_content_charset("") or "")
    if body.get_content_subtype() == "html":
        return alerts.of_page(parsed(text))
    return alerts.of_text(normalised(text))


def _body(mail: EmailMessage) -> MIMEPart | None:
    found = mail.get_body(("plain", "html"))
    if found is not None and not _bytes(found).strip():
        found = mail.get_body(("html",))
    return found


def _item(blob: Blob, mail: EmailMessage, body: MIMEPart) -> Item:
    facts = _facts(mail)
    text = decoded(_bytes(body), body.get_content_charset("") or "")
    if body.get_content_subtype() == "html":
        read = page(text, facts)
        return Item(blob.file, read.text, blob.sha256, facts.over(read.facts))
    headline = facts.headline
    text = normalised(text)
    return Item(blob.file, f"{headline}\n\n{text}" if headline else text, blob.sha256, facts)


def _facts(mail: EmailMessage) -> Facts:
    """A mail's subject and when it was sent; of one that a list sent also its sender and day.

    Any other mail can be an article that somebody passed on: it is not its publisher.
    """
    subject = " ".join(_field(mail, "subject").split())
    headline = FORWARDED.sub("", subject)
    sent = _field(mail, "date")
    facts = Facts.of(
        BASIS,
        headline=headline,
        url=own_address(_field(mail, "snapshot-content-location")),
        seen=last_day(sent),
    )
    sender = re.sub(r"<[^<>]*>\s*$", "", _field(mail, "from")).strip("\"' ")
    if headline == subject and is_publisher(sender):
        # A paper that writes itself, and no person who passes its article on.
        facts = facts.over(Facts.of("the mail's sender", publisher=sender, likely=day(sent)))
    if not (_field(mail, "list-id") or _field(mail, "list-unsubscribe")):
        return facts
    known = Facts.of(
        "the newsletter's header",
        publisher="" if "@" in sender else sender,
        published=day(_field(mail, "date")),
    )
    return known.over(facts)


def _field(mail: EmailMessage, name: str) -> str:
    # Damaged header fields raise whatever their parser stumbles over.
    try:
        return str(mail.get(name, ""))[:MAX_FIELD]
    except Exception:
        return ""


def _bytes(part: MIMEPart) -> bytes:
    if part.get_content_type() == MAIL:
        return b"".join(inner.as_bytes() for inner in part.iter_parts())
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""
