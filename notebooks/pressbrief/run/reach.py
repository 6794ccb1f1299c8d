"""Where an address may lead: not to this machine, nor into a private network, unless allowed."""

from __future__ import annotations

import ipaddress
import socket
from importlib import import_module
from urllib.parse import urlsplit

# What fsspec reads on this machine, or through another address that stands inside this one.
HERE = (
    "file", "local", "asynclocal", "async_wrapper", "asyncwrapper", "dir", "reference", "generic",
    "blockcache", "cached", "filecache", "simplecache", "zip", "tar", "libarchive", "git", "dask",
    "dvc",
)  # fmt: skip
WEB = ("http", "https")


def fault(address: str) -> str:
    """Why an address is not read unless that is allowed; empty if it is.

    >>> fault("file:///etc"), fault("s3://bucket/talks")
    ('an address on this machine; name the folder itself', '')
    >>> fault("http://127.0.0.1/talks")
    '127.0.0.1 is no public address'
    """
    if "::" in address.partition("[")[0]:
        return "an address inside another; name what is meant itself"
    scheme = address.partition("://")[0].lower()
    if scheme in HERE:
        return "an address on this machine; name the folder itself"
    if scheme not in WEB:
        return ""
    try:
        parts = urlsplit(address)
        port = parts.port or scheme
        found = socket.getaddrinfo(parts.hostname or "", port, type=socket.SOCK_STREAM)
    except (OSError, ValueError, UnicodeError):
        return ""  # whoever reads it says what is wrong
    return next(filter(None, (_of_host(str(place[0])) for *_, place in found)), "")


def guards(address: str) -> dict[str, object]:
    """What fsspec is told so that no redirect or later answer of a name server leads there."""
    return {"get_client": _guarded} if address.lower().startswith(WEB) else {}


async def _guarded(**told):
    """A session of aiohttp, from 3.12 on, that asks of each connection where it goes."""
    aiohttp = import_module("aiohttp")  # comes with fsspec[http], which such an address needs
    return aiohttp.ClientSession(connector=aiohttp.TCPConnector(socket_factory=_socket), **told)


def _socket(place) -> socket.socket:
    family, kind, protocol, _, (host, *_) = place
    if said := _of_host(host):
        raise OSError(f"{said}; if you mean it, set allow_private")
    return socket.socket(family, kind, protocol)


def _of_host(host: str) -> str:
    """Why an IP address is not connected to; empty if it is a public one.

    >>> _of_host("93.184.215.14"), _of_host("::ffff:169.254.169.254")
    ('', '::ffff:169.254.169.254 is no public address')
    """
    ip = ipaddress.ip_address(host.partition("%")[0])
    ip = getattr(ip, "ipv4_mapped", None) or getattr(ip, "sixtofour", None) or ip
    return "" if ip.is_global and not ip.is_multicast else f"{host} is no public address"
