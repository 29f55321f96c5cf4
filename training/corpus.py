"""The annotated corpus: documents with marked names, and relations under the sentences that state them.

The format is described in `corpus/README.md`; `read` gives the documents of a folder or file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

CORPUS = Path(__file__).parent / "corpus"

TOPS = {
    "Person": ("Person", "Official"),
    "Organization": ("Organization", "Commission", "Company", "GovernmentBody", "EducationalInstitution"),
    "Place": ("Place", "Country", "State", "County", "City", "Region", "PortOfEntry"),
    "Initiative": ("Initiative", "Agreement"),
    "Event": ("Event",),
}
"""The kinds of the ontology, below the five of the top."""
TOP = {kind: top for top, kinds in TOPS.items() for kind in kinds}

RELATIONS: dict[str, tuple[str, str]] = {
    "holdsRole": ("P", "OL"),
    "leads": ("POLIE", "EIO"),
    "participatesIn": ("POLIE", "EIO"),
    "memberOf": ("POLIE", "OLI"),
    "locatedIn": ("OELI", "L"),
    "partnersWith": ("OL", "OL"),
    "metWith": ("PO", "PO"),
    "signed": ("POLIE", "IE"),
    "launched": ("POLIE", "IEO"),
    "funds": ("POLIE", "IOL"),
    "appointed": ("PO", "P"),
    "counterpartOf": ("O", "O"),
    "supplies": ("OL", "OL"),
}
"""From which tops to which: P person, O organization, L place, I initiative, E event."""
LETTER = {"Person": "P", "Organization": "O", "Place": "L", "Initiative": "I", "Event": "E"}
TENSES = ("past", "present", "future")

_HEADER = re.compile(r"=== (?P<id>\S+) \| (?P<date>\d{4}-\d\d-\d\d) \| (?P<facts>\S+)")
_MARK = re.compile(r"\{(?P<key>[\w-]+)(?::(?P<kind>\w+))?\|(?P<name>[^{}|]+)\}")
_RELATION = re.compile(r'> (?P<s>[\w-]+) (?P<p>\w+) (?P<o>[\w-]+)(?: "(?P<role>[^"]+)")?(?: (?P<tense>\w+))?')
_BLOCK = re.compile(r"#|[-*•|] ?|\d+[.)] ")


class CorpusError(ValueError):
    """A line of the corpus cannot be read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A marked name: where it stands in the text, in characters, and which entity it names."""

    start: int
    end: int
    entity: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """What a sentence states; `start` and `end` are where the sentence stands in the text, in characters."""

    subject: str
    predicate: str
    object: str
    role: str
    tense: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotated:
    """A document: its text, the kind of each entity, the names and relations in the order of the text.

    `sentences` are the spans of the lines it was written in, `facts` is "invented" or the address of a source.
    """

    id: str
    date: str
    facts: str
    text: str
    kinds: dict[str, str]
    names: tuple[Name, ...]
    relations: tuple[Relation, ...]
    sentences: tuple[tuple[int, int], ...]

    @property
    def language(self) -> str:
        """`en` or `es`."""
        return self.id.partition("-")[0]

    @property
    def genre(self) -> str:
        """What sort of document it is."""
        return self.id.partition("-")[2].rpartition("-")[0]


@dataclass(slots=True)
class _Draft:
    """A document while its lines are read."""

    header: re.Match[str]
    text: str = ""
    kinds: dict[str, str] = field(default_factory=dict)
    names: list[Name] = field(default_factory=list)
    relations: list[Relation] = field(default_factory=list)
    sentences: list[tuple[int, int]] = field(default_factory=list)
    gap: str = ""
    """What goes before the next line: nothing, a space, or the end of a paragraph."""

    def line(self, line: str) -> None:
        """Read a line of any sort."""
        if not line:
            self.gap = "\n\n"
        elif line.startswith("> "):
            self.relation(line)
        else:
            self.sentence(line)

    def sentence(self, line: str) -> None:
        """Append a sentence without its marks."""
        block = bool(_BLOCK.match(line))
        if self.text:
            self.text += "\n" if block and self.gap == " " else self.gap
        start, done = len(self.text), 0
        for mark in _MARK.finditer(line):
            self.text += line[done : mark.start()]
            self.mark(mark)
            done = mark.end()
        self.text += line[done:]
        if "{" in self.text[start:] or "}" in self.text[start:]:
            raise CorpusError("a mark that cannot be read; the form is {key:Kind|name} or {key|name}")
        self.sentences.append((start, len(self.text)))
        self.gap = "\n" if block else " "

    def mark(self, mark: re.Match[str]) -> None:
        """Append a name, and keep where it stands."""
        key, kind, name = mark.group("key", "kind", "name")
        if kind is not None and kind not in TOP:
            raise CorpusError(f"no kind {kind!r}; there are {', '.join(TOP)}")
        if kind is None and key not in self.kinds:
            raise CorpusError(f"the first mark of {key!r} must say its kind: {{{key}:Kind|{name}}}")
        if kind is not None and self.kinds.setdefault(key, kind) != kind:
            raise CorpusError(f"{key!r} is {self.kinds[key]} and {kind}")
        if name != name.strip():
            raise CorpusError(f"white space at the edge of {name!r}")
        self.names.append(Name(start=len(self.text), end=len(self.text) + len(name), entity=key))
        self.text += name

    def relation(self, line: str) -> None:
        """Keep a relation of the sentence before."""
        found = _RELATION.fullmatch(line)
        if not found or not self.sentences:
            raise CorpusError('a relation is written: > subject relation object "role" past, under its sentence')
        s, p, o, role, tense = found.group("s", "p", "o", "role", "tense")
        if p not in RELATIONS:
            raise CorpusError(f"no relation {p!r}; there are {', '.join(RELATIONS)}")
        if unknown := [key for key in (s, o) if key not in self.kinds]:
            raise CorpusError(f"{unknown[0]!r} is not marked up to here")
        if (tense or "present") not in TENSES:
            raise CorpusError(f"no tense {tense!r}; there are {', '.join(TENSES)}")
        if (p == "holdsRole") != (role is not None):
            raise CorpusError(f"{p} {'without' if role is None else 'with'} a role")
        for key, tops in zip((s, o), RELATIONS[p], strict=True):
            if LETTER[TOP[self.kinds[key]]] not in tops:
                raise CorpusError(f"{p} cannot have {key!r}, a {self.kinds[key]}, there")
        start, end = self.sentences[-1]
        one = Relation(
            subject=s, predicate=p, object=o, role=role or "", tense=tense or "present", start=start, end=end
        )
        if any((r.subject, r.predicate, r.object) == (s, p, o) for r in self.relations):
            raise CorpusError(f"{s} {p} {o} stands twice in the document")
        self.relations.append(one)

    def done(self) -> Annotated:
        """The document."""
        return Annotated(
            id=self.header["id"],
            date=self.header["date"],
            facts=self.header["facts"],
            text=self.text,
            kinds=self.kinds,
            names=tuple(self.names),
            relations=tuple(self.relations),
            sentences=tuple(self.sentences),
        )


def parse(lines: Iterable[str], *, where: str) -> Iterator[Annotated]:
    """The documents in some lines.

    Raises
    ------
    CorpusError
        With file and line, at the first line that cannot be read.
    """
    draft = None
    for number, raw in enumerate(lines, 1):
        line = raw.rstrip()
        header = _HEADER.fullmatch(line)
        if header and draft:
            yield draft.done()
        try:
            draft = _Draft(header) if header else _read_line(line, draft)
        except CorpusError as error:
            raise CorpusError(f"{where}:{number}: {error}") from None
    if draft:
        yield draft.done()


def _read_line(line: str, draft: _Draft | None) -> _Draft | None:
    """Give a line that is no header to the document it stands in."""
    if line.startswith("==="):
        raise CorpusError("a header is written: === id | YYYY-MM-DD | invented")
    if line and draft is None:
        raise CorpusError("text before the first header")
    if draft:
        draft.line(line)
    return draft


def read(place: Path = CORPUS) -> list[Annotated]:
    """The documents in a file, or in all files of a folder and those below it, in the order of their names."""
    files = [place] if place.is_file() else sorted(place.rglob("*.txt"))
    return [one for file in files for one in parse(file.read_text("utf-8").splitlines(), where=file.name)]
