"""The findings to a webhook: Slack's, Teams', or one that takes plain JSON."""

from __future__ import annotations

import json
import urllib.error
import urllib.request
from collections.abc import Callable
from http.client import HTTPException

from pressbrief.sending import hidden, letter
from pressbrief.sending.addresses import Address
from pressbrief.sending.issue import Issue
from pressbrief.sending.postman import NotSentError, UnansweredError

# The longest texts that Slack takes in a heading and in a section.
HEADING, SECTION = 150, 3000


def post(address: Address, issue: Issue, context: letter.Context, seconds: float) -> None:
    """Posts an edition's findings; NotSentError or UnansweredError unless the hook takes them."""
    url = address.where
    if "://" not in url:
        url = hidden.secret(address.where)
        if not url:
            raise NotSentError(
                f"no address: set {address.where}, or `keyring set {hidden.SERVICE} "
                f"{address.where}`"
            )
    if not url.startswith(("http://", "https://")):
        raise NotSentError(f"{address.where} holds no https:// address")
    body = json.dumps(FORMS[address.kind](issue, context), ensure_ascii=False).encode()
    headers = {
        "Content-Type": "application/json; charset=utf-8",
        "Idempotency-Key": context.message_id.strip("<>"),
        "User-Agent": "pressbrief",
    }
    opener = urllib.request.build_opener(_Stays)
    try:
        request = urllib.request.Request(url, body, headers, method="POST")
        with opener.open(request, timeout=seconds) as answer:
            answer.read(10_000)
    except urllib.error.HTTPError as error:
        said = error.read(300).decode("utf-8", "replace") if error.fp else ""
        raise NotSentError(f"HTTP {error.code} {' '.join(said.split())}".strip()) from None
    except urllib.error.URLError as error:
        # Nobody was reached, or the answer was too long in coming.
        kind = UnansweredError if isinstance(error.reason, TimeoutError) else NotSentError
        raise kind(f"{type(error.reason).__name__}: {error.reason}") from None
    except (OSError, HTTPException) as error:
        raise UnansweredError(f"no answer ({type(error).__name__})") from None
    except ValueError:
        raise NotSentError(f"{address.label}: holds no address that can be posted to") from None


class _Stays(urllib.request.HTTPRedirectHandler):
    """Follows no redirect: the findings go where the user said, and nowhere else."""

    def redirect_request(self, *_):
        """None: the answer stands as an error."""
        return


def plain(issue: Issue, context: letter.Context) -> dict:
    """The findings as data."""
    return {
        "topic": issue.shelf,
        "title": issue.title,
        "edition": issue.name,
        "as_of": issue.said.get("as_of", issue.place[0]),
        "status": issue.manifest.get("status", "unknown"),
        "corrects": context.corrects,
        "coverage": issue.said.get("coverage", ""),
        "findings": issue.findings,
        "changed": issue.changed,
        "changes": issue.changes,
        "link": context.link,
        "id": context.message_id.strip("<>"),
    }


def slack(issue: Issue, context: letter.Context) -> dict:
    """Slack's blocks, in its plain text: nothing of an article is a mention or a link there."""
    head = letter.subject(issue, context.corrects)
    texts = letter.notices(issue, context.corrects)
    texts += [f"• {one['text']} ({one['sure']} confidence)" for one in issue.findings]
    if issue.changed:
        texts.append("\n".join([issue.changed, *(f"– {line}" for line in letter.changes(issue))]))
    blocks: list[dict] = [{"type": "header", "text": _slack_text(head, HEADING)}]
    blocks += [{"type": "section", "text": _slack_text(text, SECTION)} for text in texts[:40]]
    if context.link:
        button = {"type": "button", "text": _slack_text("Read it", 75), "url": context.link}
        blocks.append({"type": "actions", "elements": [button]})
    shown = head.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return {"text": shown, "blocks": blocks}


def _slack_text(text: str, most: int) -> dict:
    cut = text if len(text) <= most else f"{text[: most - 1]}…"
    return {"type": "plain_text", "text": cut, "emoji": False}


def teams(issue: Issue, context: letter.Context) -> dict:
    """An adaptive card, its texts as runs, in which Teams reads no Markdown."""
    head = letter.subject(issue, context.corrects)
    body = [_run(head, size="Large", weight="Bolder")]
    body += [_run(text, weight="Bolder") for text in letter.notices(issue, context.corrects)]
    body += [_run(f"{one['text']} ({one['sure']} confidence)") for one in issue.findings]
    if issue.changed:
        body += [_run(issue.changed, isSubtle=True), *map(_run, letter.changes(issue))]
    card: dict = {
        "type": "AdaptiveCard",
        "$schema": "http://adaptivecards.io/schemas/adaptive-card.json",
        "version": "1.4",
        "body": body,
    }
    if context.link:
        card["actions"] = [{"type": "Action.OpenUrl", "title": "Read it", "url": context.link}]
    form = "application/vnd.microsoft.card.adaptive"
    return {"type": "message", "attachments": [{"contentType": form, "content": card}]}


def _run(text: str, **style) -> dict:
    return {"type": "RichTextBlock", "inlines": [{"type": "TextRun", "text": text, **style}]}


FORMS: dict[str, Callable[[Issue, letter.Context], dict]] = {
    "json": plain,
    "slack": slack,
    "teams": teams,
}
