"""publish.toml: to whom a topic's editions go, and through which server."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator

from pressbrief.sending import addresses, hidden
from pressbrief.topic import sidecar
from pressbrief.topic.sidecar import TopicError

PASSWORD = "PRESSBRIEF_SMTP_PASSWORD"
PORTS = {"starttls": 587, "ssl": 465, "none": 25}


class Mail(BaseModel):
    """The server that mail goes out through, and what stands in its head."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, populate_by_name=True)

    server: str = Field(min_length=1)
    port: int = Field(0, ge=0, le=65535)
    security: Literal["starttls", "ssl", "none"] = "starttls"
    user: str = ""
    from_: str = Field(alias="from", min_length=3)
    reply_to: str = ""
    unsubscribe: str = Field("", pattern=r"^((mailto:|https://)[^\s<>]+)?$")
    pdf: bool = True

    @field_validator("from_", "reply_to")
    @classmethod
    def _is_a_mailbox(cls, value: str) -> str:
        from email.utils import parseaddr

        if value:
            addresses.read([f"mailto:{parseaddr(value)[1]}"])
        return value

    @property
    def where(self) -> tuple[str, int]:
        """The server and its port."""
        return self.server, self.port or PORTS[self.security]

    def password(self) -> str:
        """The user's password; empty without a user. TopicError if none is to be had."""
        if not self.user:
            return ""
        if self.security == "none":
            raise TopicError(
                f"mail.security is none: no password goes over {self.server} unencrypted; "
                "choose starttls or ssl, or leave mail.user out"
            )
        found = hidden.secret(PASSWORD, f"{self.user}@{self.server}")
        if not found:
            raise TopicError(
                f"no password for {self.user} at {self.server}: set {PASSWORD}, or `keyring set "
                f"{hidden.SERVICE} {self.user}@{self.server}`"
            )
        return found


class Settings(BaseModel):
    """What a publish.toml says; without one nothing but folders, stores and hooks can be had."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)

    publish: list[str] = []
    partial: bool = False
    base: str = Field("", pattern=r"^(https?://[^\s]+)?$")
    seconds: float = Field(60.0, gt=0, le=3600)
    mail: Mail | None = None

    @field_validator("publish")
    @classmethod
    def _can_be_sent_to(cls, value: list[str]) -> list[str]:
        addresses.read(value)
        return value


def load(path: Path | None) -> Settings:
    """A publish.toml as settings; without one the defaults. TopicError where it is malformed."""
    return (sidecar.read(path, Settings) if path else None) or Settings()
