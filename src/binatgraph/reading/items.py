"""Files and what is in them: an archive, a mailbox or a table of articles holds documents of their own.

Containers come in by the entry points of the group "binatgraph.containers", named by media type: a function from bytes,
columns and budget to members. A kind that is read and holds others too, as an e-mail with attachments, is in both groups.
"""

from __future__ import annotations

from collections.abc import Iterator

from binatgraph.errors import ReadingError
from binatgraph.reading import files
from binatgraph.reading.columns import Columns
from binatgraph.reading.discover import Found, media_type_of, printable
from binatgraph.reading.mail import attachments, messages
from binatgraph.reading.member import Item, Member, refusal
from binatgraph.reading.readers import container_of, container_types, media_types
from binatgraph.reading.zipped import Budget, TooMuchError

MAX_NESTING = 3
"""Containers in containers: a newsletter with an attached archive in an archive."""

_IN = "!/"
_BY_COLUMNS = frozenset({"text/csv", "text/tab-separated-values", "application/jsonl"})


def items(found: Found, *, columns: Columns | None = None) -> Iterator[Item]:
    """What there is to read in a file: the file itself, or what it holds, each with its source ("a.zip!/b.txt").

    What cannot be opened is an item that says why. Tables and JSON Lines are a kind that nobody reads until `columns` say
    which of them hold an article.
    """
    if found.media_type is None or _lacks_columns(found.media_type, columns):
        yield Item(source=found.source)
        return
    try:
        data, metadata = files.load(found.path), files.sidecar(found.path)
    except ReadingError as error:
        yield refusal(found.source, error)
        return
    item = Item(source=found.source, media_type=found.media_type, data=data, metadata=metadata)
    yield from opened(item, columns=columns)


def opened(
    item: Item, *, columns: Columns | None = None, budget: Budget | None = None, depth: int = 0
) -> Iterator[Item]:
    """An item itself, or what it holds."""
    kind = item.media_type
    if kind is None or item.refused or _lacks_columns(kind, columns):
        yield Item(source=item.source, refused=item.refused)
        return
    if kind in media_types():
        yield item
    if kind not in container_types():
        return
    if depth == MAX_NESTING:
        yield refusal(item.source, f"archives are nested more than {depth} deep; unpack it")
        return
    budget = budget or Budget()
    try:
        for member in container_of(kind)(item.data, columns=columns, budget=budget):
            yield from opened(_item(member, item.source), columns=columns, budget=budget, depth=depth + 1)
    except TooMuchError as error:
        if depth:
            raise  # all that is in the file shares the budget
        yield refusal(item.source, error)
    except ReadingError as error:
        yield refusal(item.source, error)


def open_mbox(data: bytes, *, columns: Columns | None, budget: Budget) -> Iterator[Member]:  # noqa: ARG001  (of all containers)
    """The messages of a mailbox."""
    number = 0
    for number, message in enumerate(messages(data), 1):
        budget.spend(len(message))
        yield Member(name=f"message-{number}", data=message, media_type="message/rfc822")
    if not number:
        raise ReadingError('it is no mailbox (no line begins with "From "); give it the ending of its kind')


def open_mail(data: bytes, *, columns: Columns | None, budget: Budget) -> Iterator[Member]:  # noqa: ARG001  (as above)
    """What is attached to a message."""
    for name, content in attachments(data):
        budget.spend(len(content))
        yield Member(name=name.replace("/", "_").replace("\\", "_"), data=content)


def _item(member: Member, container: str) -> Item:
    """A member as what is to be read, with its whole source."""
    name = member.name or container.rpartition("/")[2].rpartition(".")[0]
    source = f"{container}{_IN}{printable(name)}"
    if member.refused:
        return refusal(source, member.refused)
    is_readme = name.rpartition("/")[2].casefold().startswith("readme")
    kind = member.media_type or (None if is_readme else media_type_of(name))
    return Item(source=source, media_type=kind, data=member.data, metadata=member.metadata, told=member.told)


def _lacks_columns(media_type: str, columns: Columns | None) -> bool:
    """Whether it is a table, and nobody has said what stands in its columns."""
    return columns is None and media_type in _BY_COLUMNS
