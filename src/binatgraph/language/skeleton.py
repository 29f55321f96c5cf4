"""A sentence with its names, titles and demonyms as slots: what the frames are matched against.

"Arizona Governor Doug Ducey said …" becomes "⟨place⟩ ⟨title⟩ ⟨person⟩ said …". When a frame has understood a part, it
absorbs it into the slot it is about, and the next frame sees a simpler sentence: a cascade of finite-state patterns, after
FASTUS (Hobbs and others, 1997).
"""

from __future__ import annotations

from dataclasses import dataclass, field

from binatgraph.model import Kind

OPEN, CLOSE = "\ue000", "\ue001"
"""Private-use characters: they cannot stand in repaired text, so no document can write a slot."""

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
UNKNOWN, TITLE, DEMONYM = "U", "J", "D"

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
    "title": TITLE,
    "demonym": DEMONYM,
}
CLASSES["actor"] = "".join(CLASSES[name] for name in ("person", "org", "place", "initiative", "event"))


@dataclass(slots=True, kw_only=True)
class Slot:
    """A name (an index into the names of the document), several joined in a list, a title, or a demonym."""

    letters: str
    names: tuple[int, ...] = ()
    text: str = ""
    titles: list[str] = field(default_factory=list)


@dataclass(slots=True, kw_only=True)
class Skeleton:
    """The sentence, its slots by number, and the kinds that frames have found for names; all change while the cascade runs."""

    text: str
    slots: list[Slot]
    types: dict[int, Kind] = field(default_factory=dict)

    def add(self, slot: Slot) -> str:
        """What stands for a new slot in the text."""
        self.slots.append(slot)
        return mark(slot.letters, len(self.slots) - 1)


def mark(letters: str, number: int) -> str:
    """A slot as it stands in the text.

    >>> mark("P", 3) == chr(0xE000) + "P3" + chr(0xE001)
    True
    """
    return f"{OPEN}{letters}{number}{CLOSE}"
