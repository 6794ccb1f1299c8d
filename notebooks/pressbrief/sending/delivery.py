"""One edition to all its recipients: who has it gets it no second time, who missed it does."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from pressbrief.sending import copying, hooks, letter
from pressbrief.sending.addresses import Address
from pressbrief.sending.hidden import scrubbed
from pressbrief.sending.issue import Issue
from pressbrief.sending.outbox import Entry, Outbox
from pressbrief.sending.postman import NotSentError, Postman, UnansweredError
from pressbrief.sending.settings import Settings
from pressbrief.topic.faults import InputError

How = Literal["sent", "has it", "held back", "superseded", "failed", "unanswered"]
# What was not brought about, and is tried again by the next run.
OPEN = ("failed", "unanswered")
# The shelf's pages for what a folder or a store holds, given the editions in it.
Pages = Callable[[list[str]], Mapping[str, str]]


@dataclass(frozen=True)
class Delivery:
    """How it went with one recipient, and why."""

    address: Address
    edition: str
    how: How
    why: str = ""

    def __str__(self) -> str:
        """A line for a log, no secret in it."""
        why = f": {self.why}" if self.why else ""
        return scrubbed(f"{self.edition}, {self.address.label}: {self.how}{why}")


@dataclass
class Round:
    """What a round of deliveries works with."""

    settings: Settings
    outbox: Outbox
    partial: bool = False
    pages: Pages = lambda editions: {}

    def deliver(self, issue: Issue, addresses: Iterable[Address]) -> list[Delivery]:
        """Sends an edition to those who have not got it; each delivery as it went.

        InputError before anything is sent if mail is to go out and no server for it is known.
        """
        wanted = list(addresses)
        with ExitStack() as stack:
            postman = None
            if any(one.kind == "mail" for one in wanted):
                postman = stack.enter_context(self._postman())
            stack.enter_context(self.outbox.held())
            return [self._one(issue, address, postman) for address in wanted]

    def _postman(self) -> Postman:
        if self.settings.mail is None:
            raise InputError(
                "no mail server: write [mail] with server and from into publish.toml beside the "
                "topic's topic.toml, or name a file with it as --settings"
            )
        return Postman(self.settings.mail, self.settings.seconds)

    def _one(self, issue: Issue, address: Address, postman: Postman | None) -> Delivery:
        def told(how: How, why: str = "") -> Delivery:
            return Delivery(address, issue.name, how, why)

        if not (issue.whole or self.partial or self.settings.partial):
            return told("held back", "it is partial; --partial sends it none the less")
        last = self.outbox.last(address, issue)
        if last and last.state == "sent":
            return told("has it", f"since {last.at}")
        got = self.outbox.sent_to(address)
        if newer := superseded_by(issue, got):
            if not (last and last.state == "superseded"):
                self.outbox.write(address, issue, "superseded")
            return told("superseded", f"edition {newer.edition}, which corrects it, was sent")
        corrected = corrects(issue, got)
        context = self._context(issue, address, corrected, got)
        more = {"corrects": context.corrects, "message": context.message_id}
        self.outbox.write(address, issue, "begun", **more)
        try:
            self._hand_over(issue, address, context, postman, got)
        except UnansweredError as error:
            self.outbox.write(address, issue, "unanswered", why=str(error), **more)
            return told("unanswered", f"{error}; it is sent again under the same Message-ID")
        except (NotSentError, OSError) as error:
            self.outbox.write(address, issue, "failed", why=str(error), **more)
            return told("failed", str(error))
        self.outbox.write(address, issue, "sent", **more)
        return told("sent", f"corrects {context.corrects}" if context.corrects else "")

    def _context(
        self, issue: Issue, address: Address, corrected: Entry | None, got: list[Entry]
    ) -> letter.Context:
        mail = self.settings.mail
        domain = letter.domain(mail) if mail else "localhost"
        return letter.Context(
            link=issue.link(self.settings.base),
            corrects=corrected.edition if corrected else "",
            message_id=self.outbox.message_id(address, issue, domain),
            thread=tuple(_thread(corrected, got)),
        )

    def _hand_over(
        self,
        issue: Issue,
        address: Address,
        context: letter.Context,
        postman: Postman | None,
        got: list[Entry],
    ) -> None:
        if address.kind == "mail":
            assert postman and self.settings.mail
            message = letter.written(issue, self.settings.mail, address.where, context)
            postman.post(message, address.where)
        elif address.kind in hooks.FORMS:
            hooks.post(address, issue, context, self.settings.seconds)
        else:
            newest = all(one.place <= issue.place for one in got)
            pages = self.pages(sorted({one.edition for one in got} | {issue.name}))
            if address.kind == "folder":
                folder = Path(address.where).expanduser()
                copying.into_folder(issue, folder, newest, pages)
            else:
                copying.into_store(issue, address.where, newest, pages)


def corrects(issue: Issue, got: list[Entry]) -> Entry | None:
    """What a recipient has got that an edition puts right: None if it is a further one.

    That is an earlier one of the same day, one of this name that was made again since, or the last
    before, if what the analyst corrects (corrections.toml) is other than it was then.
    """
    before = [one for one in got if one.place <= issue.place and one.digest != issue.digest]
    if not before:
        return None
    last = max(enumerate(before), key=lambda pair: (pair[1].place, pair[0]))[1]
    same_day = last.place[0] == issue.place[0]
    return last if same_day or last.corrections != issue.corrections else None


def superseded_by(issue: Issue, got: list[Entry]) -> Entry | None:
    """A later edition that a recipient has got and that puts this one right; None if none is."""
    for one in got:
        later = one.place > issue.place
        if later and (one.place[0] == issue.place[0] or one.corrections != issue.corrections):
            return one
    return None


def _thread(corrected: Entry | None, got: list[Entry]) -> list[str]:
    """The Message-IDs that a correction answers, the first of them first."""
    thread: list[str] = []
    by_name = {one.edition: one for one in got}
    while corrected and corrected.message and corrected.message not in thread:
        thread.insert(0, corrected.message)
        corrected = by_name.get(corrected.corrects) if corrected.corrects else None
    return thread
