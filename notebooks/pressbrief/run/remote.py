"""A topic that lies elsewhere, under an address such as s3://bucket/topic, is copied, then read."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

from pressbrief import topic
from pressbrief.run import reach
from pressbrief.run.parameters import Parameters, is_address


def opened(parameters: Parameters) -> topic.Topic:
    """The topic that the parameters name; one under an address is copied to its folder first.

    TopicError if it cannot be had, or if its tables would lie among its articles.
    """
    if is_address(parameters.topic):
        copy(parameters.topic, parameters.folder, allow_private=parameters.allow_private)
    found = topic.load(parameters.folder)
    found.keep_out(parameters.data_folder)
    return found


def copy(address: str, folder: Path, *, allow_private: bool = False) -> None:
    """Makes a folder hold what lies under an address, through fsspec, and nothing else.

    TopicError if it cannot be had, or if it leads to this machine or into a private network and
    that is not allowed.
    """
    import fsspec

    if not allow_private and (fault := reach.fault(address)):
        raise topic.TopicError(f"{address}: {fault}; if you mean it, set allow_private")
    try:
        told = {} if allow_private else reach.guards(address)
        system, root = fsspec.core.url_to_fs(address, **told)
        there = {_inside(root, path): path for path in sorted(system.find(root))}
        if not there:
            raise topic.TopicError(f"{address}: no such folder, or an empty one")
        here = {path for path in folder.rglob("*") if path.is_file()}
        wanted = {folder / name: path for name, path in there.items()}
        for stale in here - set(wanted):
            stale.unlink()
        for target, path in wanted.items():
            target.parent.mkdir(parents=True, exist_ok=True)
            system.get_file(path, str(target))
    except ImportError as error:
        raise topic.TopicError(
            f"{address}: {error}; install what fsspec asks for, or copy the folder here"
        ) from None
    except topic.TopicError:
        raise
    except Exception as error:  # each file system has errors of its own
        said = f"{type(error).__name__}: {error}".strip(": ")
        raise topic.TopicError(
            f"{address}: cannot be read ({said}); check the address and your access to it"
        ) from None


def _inside(root: str, path: str) -> str:
    """A path below the root as one that stays below any folder, on every system.

    >>> _inside("bucket/topic", "bucket/topic/../a:b.txt")
    '%2E%2E/a%3Ab.txt'
    """
    parts = path.removeprefix(root).strip("/").split("/")
    safe = (quote(part, safe=" !#$&'()+,;=@[]{}~-._") for part in parts)
    return "/".join(part.replace(".", "%2E") if part.strip(".") == "" else part for part in safe)
