"""An edition that a run made, or found, on its way to those whom its parameters name."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from pressbrief.run import edition, shelf_pages
from pressbrief.run.parameters import ParameterError, Parameters
from pressbrief.sending import addresses, issue, outbox, settings
from pressbrief.sending.addresses import Address
from pressbrief.sending.delivery import OPEN, Delivery, Round
from pressbrief.topic import PUBLISH, Topic

# Those that readers look into; the others are told, and not of what is long past.
KEPT = ("folder", "store")


def named(parameters: Parameters, subject: Topic) -> tuple[settings.Settings, list[Address]]:
    """What `publish` names, and the settings beside the topic; InputError if either is at fault."""
    there = None if subject.only else subject.folder / PUBLISH
    told = settings.load(there)
    if parameters.publish == PUBLISH:
        if not (there and there.exists()):
            raise ParameterError(f"parameter 'publish': {PUBLISH}: there is none in {subject.path}")
        found = addresses.read(told.publish)
    else:
        found = addresses.read(parameters.publish.split())
    if parameters.base:
        told = told.model_copy(update={"base": parameters.base})
    if any(one.kind == "mail" for one in found) and not told.mail:
        raise ParameterError(
            f"parameter 'publish': names a mailbox, and {subject.folder / PUBLISH} has no [mail] "
            "with the server and the sender (server, from)"
        )
    if told.mail and any(one.kind == "mail" for one in found):
        told.mail.password()  # before an hour's run, not after it
    return told, found


def handed_on(
    folder: Path,
    told: settings.Settings,
    wanted: list[Address],
    *,
    partial: bool = False,
    say: Callable[[Delivery], None] = lambda delivery: None,
) -> list[Delivery]:
    """Sends an edition to all who have not got it, and earlier ones to those whom they missed."""
    folder = folder.resolve()
    shelf, out = folder.parent, folder.parent.parent
    ledger = outbox.Outbox(out, shelf.name)

    def pages(names: list[str]) -> dict[str, str]:
        known = {each.name: each for each in edition.editions(shelf)}
        found = [known[name] for name in reversed(names) if name in known]
        return shelf_pages.pages(out, found, told.base)

    going = Round(told, ledger, partial, pages)
    done = []
    for earlier in edition.before(edition.editions(shelf), folder.name):
        missed = {one.to for one in ledger.waiting() if one.edition == earlier.name}
        again = [one for one in wanted if ledger.key(one) in missed]
        try:
            done += going.deliver(issue.opened(earlier.folder), again) if again else []
        except issue.EditionError as error:
            done += [Delivery(one, earlier.name, "failed", str(error)) for one in again]
    done += going.deliver(issue.opened(folder), wanted)
    for delivery in done:
        say(delivery)
    return done


def undelivered(done: list[Delivery]) -> bool:
    """Whether anybody has yet to get what was sent."""
    return any(delivery.how in OPEN for delivery in done)
