"""An edition as a mail: text, a small HTML body of its own, its pictures, the PDF."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from email.headerregistry import Address as Mailbox
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, parseaddr
from functools import cache
from pathlib import Path
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from pressbrief.sending.issue import Issue
from pressbrief.sending.settings import Mail

TEMPLATES = Path(__file__).resolve().parents[1] / "assets" / "templates"
# Gmail cuts a body off at about 102 kB; what it adds of its own counts too.
CLIPPED = 90_000
# Changes that the body lists before it says how many more there are.
LISTED = 20
# Charts that the body shows, each some 100 kB.
PICTURES = 2


@dataclass(frozen=True)
class Context:
    """What a letter says beside its edition: where that can be read, which one it corrects."""

    link: str = ""
    corrects: str = ""
    message_id: str = ""
    thread: tuple[str, ...] = ()


def written(issue: Issue, mail: Mail, to: str, context: Context) -> EmailMessage:
    """The mail of an edition to one recipient."""
    message = EmailMessage(policy=SMTP)
    message["From"] = mail.from_
    message["To"] = str(Mailbox(addr_spec=to))
    if mail.reply_to:
        message["Reply-To"] = mail.reply_to
    message["Subject"] = subject(issue, context.corrects)
    message["Date"] = format_datetime(datetime.now(UTC))
    message["Message-ID"] = context.message_id
    if context.thread:
        message["In-Reply-To"] = context.thread[-1]
        message["References"] = " ".join(context.thread)
    message["List-Unsubscribe"] = f"<{_unsubscribe(issue, mail)}>"
    if mail.unsubscribe.startswith("https://"):
        message["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(text(issue, context))
    pictures = _pictures(issue, domain(mail))
    message.add_alternative(html(issue, mail, context, pictures), subtype="html", cte="base64")
    body = message.get_body(("html",))
    assert isinstance(body, EmailMessage)
    for one in pictures:
        body.add_related(
            (issue.folder / one["file"]).read_bytes(),
            maintype="image",
            subtype="png",
            cid=f"<{one['cid']}>",
            filename=Path(one["file"]).name,
            disposition="inline",
        )
    if mail.pdf and (paper := issue.folder / "briefing.pdf").is_file():
        message.add_attachment(
            paper.read_bytes(),
            maintype="application",
            subtype="pdf",
            filename=f"{_plain_name(issue.shelf)}-{issue.name}.pdf",
        )
    return message


def subject(issue: Issue, corrects: str) -> str:
    """A mail's subject: the topic and the edition, and whether it corrects or lacks something."""
    said = f"{issue.title}, {issue.name}"
    said = said if issue.whole else f"{said} (partial)"
    return f"Correction: {said}" if corrects else said


def notices(issue: Issue, corrects: str) -> list[str]:
    """What a reader must know before the findings: what it corrects, what it lacks."""
    said = []
    if corrects == issue.name:
        said.append(f"This replaces the edition {corrects} that you have: it has been made again.")
    elif corrects:
        said.append(f"This edition corrects and replaces edition {corrects}.")
    if issue.missing:
        said.append(f"This edition is partial; it lacks: {', '.join(issue.missing)}.")
    elif not issue.whole:
        said.append("This edition is partial.")
    return said


def changes(issue: Issue) -> list[str]:
    """The changes that a body lists, and how many more there are."""
    shown = issue.changes[:LISTED]
    more = len(issue.changes) - len(shown)
    return [*shown, *([f"… and {more} more, listed in the edition."] if more else [])]


def text(issue: Issue, context: Context) -> str:
    """The text of a mail, for those who read no HTML."""
    lines = [f"{issue.title}, edition {issue.name}", str(issue.said.get("coverage", "")), ""]
    for notice in notices(issue, context.corrects):
        lines += [notice, ""]
    for one in issue.findings:
        lines += [f"* {one['text']} ({one['sure']} confidence)", ""]
    if issue.changed:
        lines += [issue.changed]
        lines += [f"- {line}" for line in changes(issue)] + [""]
    if context.link:
        lines += [f"Read it with its evidence: {context.link}"]
    return "\n".join(lines).rstrip() + "\n"


def html(issue: Issue, mail: Mail, context: Context, pictures: list[dict]) -> str:
    """The HTML body: a table, styles in each tag, nothing that a mail reader strikes out."""
    said = {
        "issue": issue,
        "notices": notices(issue, context.corrects),
        "pictures": pictures,
        "link": context.link,
        "unsubscribe": _unsubscribe(issue, mail),
        "pdf": mail.pdf,
    }
    shown = changes(issue)
    while len((body := _template().render(said, changes=shown)).encode()) > CLIPPED and shown:
        shown = shown[: len(shown) // 2]
    return body


def domain(mail: Mail) -> str:
    """The domain that the mail comes from."""
    return parseaddr(mail.from_)[1].rpartition("@")[2].lower() or "localhost"


def _pictures(issue: Issue, host: str) -> list[dict]:
    """The charts to show that are there, each with the id by which the body names it."""
    found = []
    for one in issue.said.get("pictures", ())[:PICTURES]:
        path = (issue.folder / str(one.get("file", ""))).resolve()
        if path.suffix == ".png" and path.is_relative_to(issue.folder) and path.is_file():
            found.append({**one, "cid": f"{path.stem}.{issue.digest[:12]}@{host}"})
    return found


def _unsubscribe(issue: Issue, mail: Mail) -> str:
    if mail.unsubscribe:
        return mail.unsubscribe
    box = parseaddr(mail.reply_to or mail.from_)[1]
    return f"mailto:{box}?subject={quote(f'unsubscribe {_plain_name(issue.shelf)}')}"


def _plain_name(name: str) -> str:
    """A topic's name as any system takes it for a file's."""
    return "".join(char if char.isascii() and (char.isalnum() or char in "-_.") else "-"
                   for char in name)  # fmt: skip


@cache
def _template():
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES, encoding="utf-8"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("letter.html.j2")
