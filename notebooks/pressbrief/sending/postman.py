"""Mail over SMTP: one transaction for each recipient, one connection for all."""

from __future__ import annotations

import smtplib
import ssl
from contextlib import suppress
from email.message import EmailMessage
from email.utils import parseaddr

from pressbrief.sending.settings import Mail


class NotSentError(Exception):
    """A delivery that did not happen; the message says why."""


class UnansweredError(Exception):
    """All was handed over and no answer came: it may have been delivered."""


class _Watched:
    """An SMTP connection that knows whether a message has been handed over to its last byte."""

    handed = False

    def data(self, msg):
        """Sends a message's text; what fails from here on may have been delivered."""
        self.putcmd("data")
        code, reply = self.getreply()
        if code != 354:
            raise smtplib.SMTPDataError(code, reply)
        raw = msg.encode("ascii") if isinstance(msg, str) else msg
        quoted = smtplib._quote_periods(raw)  # type: ignore[attr-defined]
        self.send(quoted if quoted.endswith(b"\r\n") else quoted + b"\r\n")
        self.handed = True
        self.send(b".\r\n")
        answer = self.getreply()
        self.handed = False
        return answer


class _Plain(_Watched, smtplib.SMTP):
    pass


class _Wrapped(_Watched, smtplib.SMTP_SSL):
    pass


class Postman:
    """Takes mail to the server; opens a connection when there is something to take there."""

    def __init__(self, mail: Mail, seconds: float):
        self._mail = mail
        self._seconds = seconds
        self._password = mail.password()
        self._server: _Plain | _Wrapped | None = None

    def __enter__(self) -> Postman:
        """Itself; the connection is closed at the end."""
        return self

    def __exit__(self, *_) -> None:
        """Takes leave of the server."""
        if self._server:
            with suppress(Exception):
                self._server.quit()
        self._server = None

    def post(self, message: EmailMessage, to: str) -> None:
        """Delivers to one mailbox; NotSentError or UnansweredError if the server does not say so.

        The next mail opens a new connection if this one is lost.
        """
        server = None
        try:
            server = self._server = self._server or self._connected()
            sender = parseaddr(self._mail.from_)[1]
            server.send_message(message, sender, [to])
        except smtplib.SMTPRecipientsRefused as error:
            code, reply = next(iter(error.recipients.values()))
            raise NotSentError(f"refused: {code} {_said(reply)}") from None
        except smtplib.SMTPResponseException as error:
            if error.smtp_code == 421:
                self._drop()
            raise NotSentError(f"{error.smtp_code} {_said(error.smtp_error)}") from None
        except (OSError, smtplib.SMTPException, ValueError) as error:
            handed = bool(server and server.handed)
            self._drop()
            told = f"{type(error).__name__}: {error}"
            if handed:
                raise UnansweredError(f"handed over, and not answered ({told})") from None
            raise NotSentError(told) from None

    def _connected(self) -> _Plain | _Wrapped:
        host, port = self._mail.where
        server: _Plain | _Wrapped
        if self._mail.security == "ssl":
            context = ssl.create_default_context()
            server = _Wrapped(host, port, timeout=self._seconds, context=context)
        else:
            server = _Plain(host, port, timeout=self._seconds)
        try:
            if self._mail.security == "starttls":
                server.starttls(context=ssl.create_default_context())
            if self._mail.user:
                server.login(self._mail.user, self._password)
        except BaseException:
            server.close()
            raise
        return server

    def _drop(self) -> None:
        if self._server:
            self._server.close()
        self._server = None


def _said(reply: bytes | str) -> str:
    text = reply.decode("utf-8", "replace") if isinstance(reply, bytes) else reply
    return " ".join(text.split())[:300]
