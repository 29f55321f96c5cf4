"""A sentence with its names, titles and demonyms as slots: what the frames are matched against.

"Arizona Governor Doug Ducey said …" becomes "⟨place⟩ ⟨title⟩ ⟨person⟩ said …". When a frame has understood a part, it
absorbs it into the slot it is about, and the next frame sees a simpler sentence: a cascade of finite-state patterns, after
FASTUS (Hobbs and others, 1997).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from binatgraph.language.tokens import Sentence
from binatgraph.model import Kind

OPEN, CLOSE = "\ue000", "\ue001"
"""Private-use characters; `write` takes them out of the words of a document, so that no document can write a slot."""

LETTERS = {
    Kind.PERSON: "P",
    Kind.OFFICIAL: "P",
    Kind.ORGANIZATION: "O",
    Kind.COMMISSION: "C",
    Kind.COMPANY: "B",
    Kind.GOVERNMENT_BODY: "G",
    Kind.EDUCATIONAL_INSTITUTION: "S",
    Kind.PLACE: "L",
    Kind.COUNTRY: "N",
    Kind.STATE: "T",
    Kind.COUNTY: "Y",
    Kind.CITY: "X",
    Kind.REGION: "R",
    Kind.PORT_OF_ENTRY: "Q",
    Kind.INITIATIVE: "I",
    Kind.AGREEMENT: "A",
    Kind.EVENT: "E",
}
UNKNOWN, TITLE, TITLES, DEMONYM, TOPIC = "U", "J", "M", "D", "K"
"""`TITLE` is one in the singular ("mayor"), `TITLES` one in the plural ("mayors")."""

CLASSES = {
    "person": "P",
    "org": "OCBGS",
    "commission": "C",
    "company": "B",
    "body": "G",
    "place": "LNTYXRQ",
    "country": "N",
    "state": "T",
    "county": "Y",
    "city": "X",
    "region": "R",
    "port": "Q",
    "initiative": "IA",
    "agreement": "A",
    "event": "E",
    "unknown": UNKNOWN,
    "title": TITLE + TITLES,
    "singular": TITLE,
    "plural": TITLES,
    "demonym": DEMONYM,
    "topic": TOPIC,
}
CLASSES["actor"] = "".join(CLASSES[name] for name in ("person", "org", "place", "initiative", "event"))

SLOT = re.compile(rf"{OPEN}([A-Z]+)(\d+){CLOSE}")
_NO_MARKS = {ord(OPEN): " ", ord(CLOSE): " "}


@dataclass(slots=True, kw_only=True, eq=False)
class Slot:
    """A name (an index into the names of the document), several joined in a list, a title, or a demonym.

    `titles` are those that frames have taken in, by name. Two slots are the same only if they stand for the same part of the
    sentence.
    """

    letters: str
    names: tuple[int, ...] = ()
    text: str = ""
    titles: dict[int, list[str]] = field(default_factory=dict)


@dataclass(slots=True, kw_only=True)
class Skeleton:
    """The sentence, its slots by number, and the kinds that frames have found for names; all change while the cascade runs."""

    text: str
    slots: list[Slot]
    types: dict[int, Kind] = field(default_factory=dict)

    def letters(self) -> set[str]:
        """The letters of all slots that stand in the text now."""
        return {letter for letters, _ in SLOT.findall(self.text) for letter in letters}


def mark(letters: str, number: int) -> str:
    """A slot as it stands in the text.

    >>> mark("P", 3) == chr(0xE000) + "P3" + chr(0xE001)
    True
    """
    return f"{OPEN}{letters}{number}{CLOSE}"


def slot_of(kind: Kind | None, number: int) -> Slot:
    """The slot of a name: its kind, if one is known, and its number among the names."""
    return Slot(letters=LETTERS[kind] if kind else UNKNOWN, names=(number,))


def write(sentence: Sentence, slots: Mapping[int, tuple[int, Slot]]) -> Skeleton:
    """A skeleton from a sentence and the slots in it: by their first token the token behind them, and the slot.

    White space becomes single spaces.
    """
    parts: list[str] = []
    found: list[Slot] = []
    position, behind = 0, None
    while position < len(sentence):
        if behind is not None and sentence[position].start > behind:
            parts.append(" ")
        if position in slots:
            end, slot = slots[position]
            parts.append(mark(slot.letters, len(found)))
            found.append(slot)
        else:
            end = position + 1
            parts.append(sentence[position].text.translate(_NO_MARKS))
        behind = sentence[end - 1].end
        position = end
    return Skeleton(text="".join(parts), slots=found)


def joined(slots: Iterable[Slot]) -> Slot:
    """The slot of a list: all names of its parts, and the letters of all their kinds."""
    parts = list(slots)
    letters = "".join(sorted({letter for slot in parts for letter in slot.letters}))
    titles = {name: told for slot in parts for name, told in slot.titles.items()}
    return Slot(letters=letters, names=tuple(name for slot in parts for name in slot.names), titles=titles)
