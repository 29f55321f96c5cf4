"""What a build takes in beside files and folders, and how it opens what holds several documents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from binatgraph.errors import UsageError
from binatgraph.reading.columns import Columns
from binatgraph.reading.discover import Found, discover
from binatgraph.reading.items import items, opened
from binatgraph.reading.member import Item
from binatgraph.reading.web import Web, addresses_of, is_address, is_list


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake:
    """`columns` say what stands in tables of articles; `web` fetches addresses, nothing does without it.

    `given` are bytes that are at hand, such as standard input.
    """

    columns: Columns | None = None
    web: Web | None = None
    given: tuple[Item, ...] = ()


ONLY_FILES = Intake()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """What there is to read: files by their place, bytes that are at hand, and addresses of the web."""

    found: tuple[Found, ...]
    given: tuple[Item, ...]
    addresses: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.found) + len(self.given) + len(self.addresses)


def sources_of(paths: Iterable[Path | str], intake: Intake) -> Sources:
    """What paths and addresses lead to.

    Raises
    ------
    UsageError
        If a path does not exist, or there are addresses and nobody has said that they may be fetched.
    """
    given = list(paths)
    addresses = [path for path in given if isinstance(path, str) and is_address(path)]
    files = [Path(path) for path in given if not (isinstance(path, str) and is_address(path))]
    found = tuple(discover(files)) if files else ()
    lists = [one for one in found if is_list(one.path)]
    if intake.web is None:
        if addresses:
            raise UsageError(f"{addresses[0]} is a web address; nothing is fetched unless --fetch is given")
        lists = []
    for one in lists:
        addresses += addresses_of(one.path)
    kept = tuple(one for one in found if one not in lists)
    return Sources(found=kept, given=intake.given, addresses=tuple(dict.fromkeys(addresses)))


def walk(sources: Sources, intake: Intake) -> Iterator[tuple[str, Iterator[Item]]]:
    """Each source with what there is to read in it, opened when it is asked for."""
    for one in sources.found:
        yield one.source, items(one, columns=intake.columns)
    for item in sources.given:
        yield item.source, opened(item, columns=intake.columns)
    for address in sources.addresses:
        assert intake.web is not None
        yield address, _fetched(address, intake.web, intake.columns)


def _fetched(address: str, web: Web, columns: Columns | None) -> Iterator[Item]:
    for item in web.items([address]):
        yield from opened(item, columns=columns)
