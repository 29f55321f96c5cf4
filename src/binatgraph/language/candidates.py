"""Names in a sentence, by capitals and cue words: where each begins and ends, and of which kind it is, if that can be seen."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from binatgraph.language.lexicon import Lexicon
from binatgraph.language.phrases import Phrases, known_at
from binatgraph.language.titles import Title, titles
from binatgraph.language.tokens import Sentence, Token
from binatgraph.model import Kind

_PERSON_WORDS = 6
_QUOTED_WORDS = 10
_OPENING = frozenset({"“", '"', "«", "‘"})
_CLOSING = frozenset({"”", '"', "»", "’", "“"})
_CAPITALS = 0.7
"""Of the words of four letters or more. In a headline in Title Case all have a capital, in one in sentence case the names."""


class Candidate(NamedTuple):
    """Tokens `start` to `end` (half-open) are a name; `kind` is None where only the context can tell."""

    start: int
    end: int
    kind: Kind | None
    known: bool = False


class Names(NamedTuple):
    """What was found in a sentence; names do not overlap one another, nor titles."""

    names: tuple[Candidate, ...]
    titles: tuple[Title, ...]


def candidates(sentence: Sentence, *, lexicon: Lexicon, phrases: Phrases, headline: bool = False) -> Names:
    """The names and titles of a sentence. In capitals throughout, or in a headline in Title Case, only known names count."""
    known = [*_quoted(sentence, lexicon=lexicon), *_known(sentence, lexicon=lexicon, phrases=phrases)]
    inside = {at for c in known for at in range(c.start, c.end)}
    known += _bodies_of_countries(sentence, lexicon=lexicon)
    found_titles = [
        t
        for t in _merged(
            titles(sentence, lexicon=lexicon, is_name=lambda at: at in inside or _person_at(sentence, at, lexicon))
        )
        if not _in_a_name(sentence, t, lexicon=lexicon)
    ]
    if _shouted(sentence) or (headline and _title_case(sentence)):
        return Names(tuple(_outside(known, found_titles)), tuple(found_titles))
    finder = _Finder(sentence, lexicon, phrases, {c.start: c for c in known}, found_titles)
    return Names(tuple(finder.names()), tuple(found_titles))


def _known(sentence: Sentence, *, lexicon: Lexicon, phrases: Phrases) -> list[Candidate]:
    found: list[Candidate] = []
    position = 0
    while position < len(sentence):
        match = known_at(sentence, position, phrases=phrases)
        if match is None or (match[0] == position + 1 and sentence[position].folded in lexicon.words["never"]):
            position += 1
            continue
        found.append(Candidate(position, match[0], match[1], known=True))
        position = match[0]
    return found


def _quoted(sentence: Sentence, *, lexicon: Lexicon) -> list[Candidate]:
    """Names in quotation marks beside the noun that says what they are: the "Make Room" conference, el foro "Agua y Vida"."""
    found = []
    opened: int | None = None
    for at, token in enumerate(sentence):
        if token.text in _OPENING and opened is None:
            opened = at
        elif token.text in _CLOSING and opened is not None:
            kind = _noun_beside(sentence, opened, at, lexicon=lexicon)
            if kind is not None and 1 < at - opened - 1 <= _QUOTED_WORDS:
                found.append(Candidate(opened + 1, at, kind, known=True))
            opened = None
    return found


def _noun_beside(sentence: Sentence, opened: int, closed: int, *, lexicon: Lexicon) -> Kind | None:
    inside = [t for t in sentence[opened + 1 : closed] if len(t.text) > 3 and t.text.isalpha()]
    if not inside or not sentence[opened + 1].capital or sum(t.capital for t in inside) * 2 < len(inside):
        return None
    for at in (closed + 1, opened - 1):
        kinds = lexicon.nominals.get(sentence[at].folded, ()) if 0 <= at < len(sentence) else ()
        if kinds and kinds[0].top in {Kind.EVENT, Kind.INITIATIVE}:
            return kinds[0]
    return None


def _bodies_of_countries(sentence: Sentence, *, lexicon: Lexicon) -> list[Candidate]:
    """ "Mexican government", "Mexican consulate": a demonym names the body that a common noun says."""
    found = []
    for at in range(len(sentence) - 1):
        body, demonym = (sentence[at], sentence[at + 1]) if lexicon.cues.first else (sentence[at + 1], sentence[at])
        if demonym.folded in lexicon.demonyms and body.folded in lexicon.words["national_bodies"] and not body.capital:
            found.append(Candidate(at, at + 2, Kind.GOVERNMENT_BODY, known=True))
    return found


def _merged(found: list[Title]) -> list[Title]:
    """Titles that touch are one: "Deputy" "Under Secretary"."""
    out: list[Title] = []
    for title in found:
        if out and out[-1].end == title.start:
            title = Title(out.pop().start, title.end, title.head, title.plural)
        out.append(title)
    return out


def _person_at(sentence: Sentence, at: int, lexicon: Lexicon) -> bool:
    following = sentence[at + 1] if at + 1 < len(sentence) else None
    return (
        sentence[at].capital
        and sentence[at].folded in lexicon.given_names
        and following is not None
        and following.capital
    )


def _in_a_name(sentence: Sentence, title: Title, *, lexicon: Lexicon) -> bool:
    """ "Cumbre de Alcaldes", "Border Governors Conference": office-holders in the plural that a name is made of."""
    if not title.plural or not sentence[title.start].capital:
        return False
    if lexicon.cues.first:
        behind = title.start - 1
        while behind > 0 and sentence[behind].folded in lexicon.words["connectors"]:
            behind -= 1
        return 0 <= behind < title.start - 1 and sentence[behind].capital
    return (
        title.end < len(sentence) and sentence[title.end].capital and sentence[title.end].folded in lexicon.cues.kinds
    )


def _outside(names: list[Candidate], taken: list[Title]) -> Iterator[Candidate]:
    return (n for n in names if all(n.end <= t.start or n.start >= t.end for t in taken))


def _shouted(sentence: Sentence) -> bool:
    long = _long_words(sentence)
    return len(long) > 2 and sum(t.shouted for t in long) >= _CAPITALS * len(long)


def _title_case(sentence: Sentence) -> bool:
    long = _long_words(sentence)
    return len(long) > 2 and sum(t.capital for t in long) >= _CAPITALS * len(long)


def _long_words(sentence: Sentence) -> list[Token]:
    return [t for t in sentence if len(t.text) > 3 and t.text.isalpha()]


class _Finder:
    """The search in one sentence: runs of capitals, cut into names, each with its kind. Lives for one call."""

    def __init__(
        self, sentence: Sentence, lexicon: Lexicon, phrases: Phrases, known: dict[int, Candidate], found: list[Title]
    ) -> None:
        self.sentence = sentence
        self.lexicon = lexicon
        self.phrases = phrases
        self.known = known
        self.blocked = {at for t in found for at in range(t.start, t.end)}

    def names(self) -> Iterator[Candidate]:
        """Names from left to right; what holds a known name and says no more is that known name."""
        position = 0
        while position < len(self.sentence):
            if not self._begins(position):
                position += 1
                continue
            end = self._run_end(position)
            for name in self._cut(position, end):
                if name.start >= position:
                    yield name
                    position = name.end
            position = max(end, position, 1)

    # Runs of capitals

    def _begins(self, at: int) -> bool:
        token = self.sentence[at]
        if at in self.known:
            return at not in self.blocked
        if not token.folded or (
            len(token.text) == 1 and at + 1 < len(self.sentence) and self.sentence[at + 1].text == "-"
        ):
            return False
        return token.capital and at not in self.blocked and token.folded not in self.lexicon.words["never"]

    def _inside(self, at: int) -> bool:
        token = self.sentence[at]
        return at < len(self.sentence) and at not in self.blocked and token.capital and token.text[0].isalpha()

    def _run_end(self, start: int) -> int:
        end = self.known[start].end if start in self.known else start + 1
        while end < len(self.sentence):
            step = self._step(end)
            if step == end:
                break
            end = step
        return end

    def _step(self, at: int) -> int:
        """The token behind the next word of the run, or `at` when the run ends here."""
        token = self.sentence[at]
        if at in self.known and at not in self.blocked:
            return self.known[at].end
        if self._inside(at) and token.folded not in self.lexicon.words["never"]:
            return at + 1
        if token.text.isdigit() and len(token.text) < 5 and self._touches(at):
            return at + 1
        if token.text in {"-", "–", "&", "/"} and at + 1 < len(self.sentence) and self._tied(at + 1):
            return at + 2 if at + 1 not in self.known else self.known[at + 1].end
        if token.text == "," and at + 1 < len(self.sentence) and self._legal(at + 1):
            return at + 2
        after = at
        while after < len(self.sentence) and after - at < 3 and self._connects(after):
            after += 1
        if (
            after > at
            and after < len(self.sentence)
            and self._inside(after)
            and self.sentence[after].folded not in self.lexicon.words["never"]
        ):
            return self.known[after].end if after in self.known else after + 1
        return at

    def _tied(self, at: int) -> bool:
        """Behind a hyphen a known name may have lost its capital: "Sonora-arizona Commission"."""
        return self._inside(at) or (self.sentence[at].folded,) in self.phrases.kinds

    def _touches(self, at: int) -> bool:
        """A number belongs to a name when a name of numbered things is before it: "Minute 323", "Acta 330", "H.R. 3238"."""
        return self.sentence[at - 1].capital and self.sentence[at - 1].folded not in self.phrases.lengths

    def _legal(self, at: int) -> bool:
        token = self.sentence[at]
        return token.capital and self.lexicon.cues.kinds.get(token.folded) is Kind.COMPANY and len(token.folded) < 5

    def _connects(self, at: int) -> bool:
        token = self.sentence[at]
        return (
            at not in self.blocked
            and token.folded in self.lexicon.words["connectors"]
            and not token.capital
            or token.text == "&"
        )

    # Cutting a run

    def _cut(self, start: int, end: int) -> Iterator[Candidate]:
        piece_start = start
        position = start
        while position < end:
            if not self._connects(position):
                position += 1
                continue
            after = position
            while after < end and self._connects(after):
                after += 1
            if not self._keeps(piece_start, position, after, end):
                yield from self._named(piece_start, position)
                piece_start = after
            position = after
        yield from self._named(piece_start, end)

    def _keeps(self, start: int, at: int, after: int, end: int) -> bool:
        """Whether the connectors `at` … `after` join one name."""
        word = self.sentence[at].folded
        left, right = self._head(start, at), self._head(after, self._next_connector(after, end))
        right_is_actor = after in self.known or right is not None or self.sentence[after].folded in self._given
        if any(c.start <= at < c.end for c in self.known.values()):
            return True
        if word in self.lexicon.words["conjunctions"] or self.sentence[at].text == "&":
            return self._keeps_conjunction(start, at, after, end)
        if left is not None:
            return self._keeps_complement(start, at, word, left=left, right=right, right_is_actor=right_is_actor)
        return word in self.lexicon.words["particles"] and self._is_person(start, at, least=1) and not right_is_actor

    def _keeps_conjunction(self, start: int, at: int, after: int, end: int) -> bool:
        left = self._head(start, at)
        right = self._head(after, self._next_connector(after, end, only_conjunctions=True))
        right_is_actor = after in self.known or self.sentence[after].folded in self._given
        if (self.sentence[at].text == "&" and at - start <= 1) or any(
            t.folded in {"between", "entre"} for t in self.sentence[start:at]
        ):
            return True
        if self.lexicon.cues.first:
            return left is not None and right is None and not right_is_actor
        if left is None:
            left_is_actor = start in self.known and self.known[start].end >= at
            return right is not None and not left_is_actor and not self._is_person(start, at, least=2)
        inside = any(self.sentence[k].folded in self.lexicon.words["complements"] for k in range(start, at))
        return inside and right is None and not right_is_actor

    def _keeps_complement(
        self, start: int, at: int, word: str, *, left: Kind, right: Kind | None, right_is_actor: bool
    ) -> bool:
        """Whether "of", "for", "de", "para" … go on with a name that has its head already.

        In Spanish a second head begins another name ("Unidad de Enlace de la Secretaría de …") unless the first is alone.
        """
        if not self.lexicon.cues.first:
            return word in self.lexicon.words["complements"]
        if word in {"de", "del", "para"}:
            return right is None or self._capitals(start, at) == 1
        if word == "a":
            return not right_is_actor
        wide = word in self.lexicon.words["complements"] - {"en", "con"}
        return wide and left.top in {Kind.EVENT, Kind.INITIATIVE} or (word == "por" and left.top is Kind.ORGANIZATION)

    def _next_connector(self, after: int, end: int, *, only_conjunctions: bool = False) -> int:
        words = self.lexicon.words["conjunctions" if only_conjunctions else "connectors"]
        return next(
            (k for k in range(after, end) if self.sentence[k].folded in words and not self.sentence[k].capital), end
        )

    @property
    def _given(self) -> frozenset[str]:
        return self.lexicon.given_names

    def _capitals(self, start: int, end: int) -> int:
        return sum(1 for t in self.sentence[start:end] if t.capital)

    # Kinds

    def _head(self, start: int, end: int) -> Kind | None:
        """The kind that the head of a name says: its first words in Spanish, its last before "of" in English."""
        found = self._head_words(start, end)
        return found[1] if found else None

    def _head_words(self, start: int, end: int) -> tuple[str, Kind] | None:
        complements = self.lexicon.words["complements"]
        stop = next(
            (k for k in range(start, end) if self.sentence[k].folded in complements and not self.sentence[k].capital),
            end,
        )
        tokens = [t for t in self.sentence[start : end if self.lexicon.cues.first else stop] if t.folded]
        whole = " ".join(t.folded for t in self.sentence[start:end] if t.folded)
        across = next((cue for cue in self._cues_across if whole.endswith(f" {cue}")), None)
        if across is not None:
            return across, self.lexicon.cues.kinds[across]
        for size in range(min(self.lexicon.cues.longest, len(tokens)), 0, -1):
            part = tokens[:size] if self.lexicon.cues.first else tokens[-size:]
            text = " ".join(t.folded for t in part)
            if text in self.lexicon.cues.kinds and part[0].capital:
                return text, self.lexicon.cues.kinds[text]
        return None

    @property
    def _cues_across(self) -> list[str]:
        """English cues with an "of" in them, which stand at the end of a name all the same: "… Port of Entry"."""
        return (
            []
            if self.lexicon.cues.first
            else sorted((c for c in self.lexicon.cues.kinds if " of " in c), key=lambda c: (-len(c), c))
        )

    def _cue(self, start: int, end: int) -> Kind | None:
        """The kind of a whole name by its head: the head alone is no name, and a weak one needs more beside it."""
        found = self._head_words(start, end)
        if found is None:
            return None
        beside = sum(t.capital or t.text.isdigit() for t in self.sentence[start:end]) - len(found[0].split())
        numbered = any(t.text.isdigit() for t in self.sentence[start:end])
        complement = not self.lexicon.cues.first and any(not t.capital and t.folded for t in self.sentence[start:end])
        least = (
            2 if found[0] in self.lexicon.cues.weak and not (self.lexicon.cues.first or complement or numbered) else 1
        )
        return found[1] if beside >= least else None

    def _is_person(self, start: int, end: int, *, least: int) -> bool:
        tokens = [t for t in self.sentence[start:end] if t.folded]
        capitals = [t for t in tokens if t.capital]
        return (
            least <= len(capitals) <= _PERSON_WORDS
            and capitals[0].folded in (self._given | self.phrases.given_names)
            and all(_person_word(t) or t.folded in self.lexicon.words["particles"] for t in tokens)
        )

    def _named(self, start: int, end: int) -> Iterator[Candidate]:
        """One name, or the known names in a piece that is none as a whole."""
        while start < end and not self.sentence[start].folded:
            start += 1
        if start >= end:
            return
        known = self.known.get(start)
        if known is not None and known.end >= end:
            yield known
            return
        if (kind := self._cue(start, end)) is not None:
            yield Candidate(start, self._with_place(start, end), kind)
            return
        if (region := self._region(start, end)) is not None:
            yield region
            return
        inner = [c for at, c in sorted(self.known.items()) if start <= at and c.end <= end]
        if self._is_person(start, end, least=2) and not any(
            c.kind is not None and c.kind.top is not Kind.PERSON and c.end - c.start > 1 for c in inner
        ):
            yield Candidate(start, end, Kind.PERSON)
        elif inner:
            yield from self._around(start, end, inner)
        elif (
            not (end == start + 1 and self._initial(start)) and self.sentence[start].folded not in self.lexicon.demonyms
        ):
            yield Candidate(start, end, self._alone(start, end))

    def _initial(self, at: int) -> bool:
        """Whether a capital says nothing here: a sentence, a quotation or what follows a dateline begins."""
        return (
            at == 0
            or self.sentence[at - 1].text in _OPENING | {":", "¿", "¡", "–", "—"}
            or self.sentence[at - 1].text.endswith(".-")
        )

    def _around(self, start: int, end: int, inner: list[Candidate]) -> Iterator[Candidate]:
        """Known names in a piece, and what stands between them when a hyphen does not tie it to them."""
        first = inner[0]
        unit = (
            first.start == start
            and first.kind is not None
            and first.kind.top is Kind.ORGANIZATION
            and self.sentence[start].shouted
        )
        if unit and end - first.end > 1 and len(inner) == 1 and self.sentence[first.end].folded:
            yield Candidate(start, end, first.kind)
            return
        position = start
        for name in inner:
            if position < name.start and self.sentence[name.start - 1].text != "-":
                yield from self._named(position, name.start)
            yield name
            position = name.end
        if position < end and self.sentence[position].text != "-":
            yield from self._named(position, end)

    def _alone(self, start: int, end: int) -> Kind | None:
        text = " ".join(t.folded for t in self.sentence[start:end])
        if text in self.lexicon.cues.alone:
            return self.lexicon.cues.alone[text]
        last, first = self.sentence[end - 1], self.sentence[start]
        if end - start > 1 and first.folded in self.lexicon.places["starts"]:
            return Kind.CITY
        likely = (
            end - start > 1
            and last.folded in self.phrases.surnames
            and all(_person_word(t) for t in self.sentence[start:end])
        )
        return Kind.PERSON if likely and first.folded not in self.lexicon.words["common"] else None

    def _region(self, start: int, end: int) -> Candidate | None:
        inner = self.known.get(start + 1)
        if (
            self.sentence[start].folded in self.lexicon.places["regions"]
            and inner
            and inner.end == end
            and inner.kind
            and inner.kind.top is Kind.PLACE
        ):
            return Candidate(start, end, Kind.REGION)
        return None

    def _with_place(self, start: int, end: int) -> int:
        """ "Consulate of Mexico in Tucson": the place belongs to the name of a mission."""
        heads = self.lexicon.cues.with_place
        text = " ".join(t.folded for t in self.sentence[start:end])
        has_head = any(text.startswith(h) or f" {h}" in f" {text}" for h in heads)
        if (
            has_head
            and end + 1 < len(self.sentence)
            and self.sentence[end].folded in {"in", "en"}
            and (end + 1) in self.known
        ):
            return self.known[end + 1].end
        return end


def _person_word(token: Token) -> bool:
    return (
        token.capital
        and not token.text.isdigit()
        and (not token.shouted or len(token.text) < 3)
        or token.text in {"-", "."}
    )
