"""What a container holds, and what there is to read after all containers are opened."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One thing in a container: bytes with a name, or the reason why there are none.

    Without a `media_type` the ending of the name says what it is. `metadata` is what a sidecar would hold, `told` where
    it stands. An empty name is that of the container without its last ending.
    """

    name: str
    data: bytes = b""
    media_type: str | None = None
    metadata: bytes | None = None
    told: str = "sidecar"
    refused: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """Bytes to read, with what the graph calls them; `refused` is a whole line, source and reason, where there are none.

    `media_type` is `None` for a kind that nobody reads; then there is no need for bytes.
    """

    source: str
    media_type: str | None = None
    data: bytes = b""
    metadata: bytes | None = None
    told: str = "sidecar"
    refused: str | None = None


def refusal(source: str, reason: object) -> Item:
    r"""An item that says in one line why it cannot be read, whatever line ends the reason has from the file.

    >>> refusal("a.csv", "there is no column a\nb").refused
    'a.csv: there is no column a b'
    """
    return Item(source=source, refused=" ".join(f"{source}: {reason}".split()))
