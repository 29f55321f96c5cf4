"""How good extraction is on annotated documents."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from binatgraph.cli.options import settings_of, settings_option
from binatgraph.config import data_path
from binatgraph.errors import UsageError

if TYPE_CHECKING:
    from binatgraph.evaluation import Ratio, Scores

_SHARED = ("entity", "entity-untyped", "mention", "relation", "pair")
_ACCURACY = ("fine", "role", "evidence")


@click.command(epilog="Example: binatgraph evaluate --lang es --errors")
@click.argument("gold", nargs=-1, type=click.Path(path_type=Path))
@click.option("--lang", type=click.Choice(["en", "es"]), help="Only documents in this language.")
@click.option("--errors", is_flag=True, help="List what was missed and what was wrong, document by document.")
@click.option("--json", "as_json", is_flag=True, help="Print the figures (and with --errors the errors) as JSON.")
@settings_option
def evaluate(gold: tuple[Path, ...], lang: str | None, errors: bool, as_json: bool, settings_file: Path | None) -> None:  # noqa: FBT001  (click passes flags so)
    """Score extraction on annotated documents.

    GOLD are folders of annotations: a JSON file a document, which says in `"doc"` where its text is (else: the .txt beside
    it). Without any, the annotated sample documents that come with binatgraph.
    """
    from binatgraph.evaluation import score  # noqa: PLC0415  (--help must not wait for spaCy)
    from binatgraph.pipeline import Tools, extract_json, read_file  # noqa: PLC0415

    tools = Tools(settings=settings_of(settings_file))
    found = list(_annotated(gold or (data_path("gold"),), lang))
    if not found:
        raise UsageError(
            f"no annotated document{f' in {lang}' if lang else ''} in {', '.join(map(str, gold)) or 'the sample documents'};"
            " an annotation is a JSON file with doc, entities and relations"
        )
    scores = score((text.stem, one, extract_json(read_file(text), tools=tools)) for text, one in found)
    lines = [json.dumps(_as_json(scores, errors=errors), ensure_ascii=False, indent=2)] if as_json else _table(scores)
    for line in lines:
        click.echo(line)
    if errors and not as_json:
        for line in _errors(scores):
            click.echo(line)


def _annotated(places: tuple[Path, ...], lang: str | None) -> Iterator[tuple[Path, dict[str, Any]]]:
    """The texts and their annotations, in the order of the files."""
    for place in places:
        if not place.is_dir():
            raise UsageError(f"{place}: no such folder; give folders of annotated documents")
        for file in sorted(place.rglob("*.json")):
            try:
                one = json.loads(file.read_text("utf-8"))
            except ValueError as error:
                raise UsageError(f"{file}: not JSON: {error}") from None
            text = _text(file, one) if isinstance(one, dict) and {"entities", "relations"} <= one.keys() else None
            if text is None:
                raise UsageError(
                    f"{file}: no annotation of a document that is here; it needs entities, relations and doc:"
                    " the path to the text, not more than two folders up"
                )
            if lang in {None, one.get("lang")}:
                yield text, one


def _text(file: Path, annotation: dict[str, Any]) -> Path | None:
    """The text that an annotation names, if it is there and no further away than the sample documents are from theirs."""
    path = (file.parent / str(annotation.get("doc", f"{file.stem}.txt"))).resolve()
    near = file.resolve().parents[:3][-1]
    return path if path.is_relative_to(near) and path.is_file() else None


def _as_json(scores: Scores, *, errors: bool) -> dict[str, Any]:
    figures: dict[str, Any] = {"documents": scores.documents}
    figures |= {name: _shares(scores.figures[name]) for name in _SHARED}
    figures |= {name: _accuracy(scores.figures[name]) for name in _ACCURACY}
    figures["by_type"] = {name: _shares(ratio) for name, ratio in sorted(scores.types.items())}
    figures["by_predicate"] = {name: _shares(ratio) for name, ratio in sorted(scores.predicates.items())}
    if errors:
        rows = [(one.document, "missed" if one.missed else "wrong", one.what, one.words) for one in scores.errors]
        figures["errors"] = [dict(zip(("document", "error", "what", "words"), row, strict=True)) for row in rows]
    return figures


def _shares(ratio: Ratio) -> dict[str, float]:
    shares = (round(share, 4) for share in (ratio.precision, ratio.recall, ratio.f1))
    return dict(zip(("p", "r", "f1"), shares, strict=True)) | {"gold": ratio.annotated}


def _accuracy(ratio: Ratio) -> dict[str, float]:
    return {"accuracy": round(ratio.precision, 4), "of": ratio.predicted}


def _table(scores: Scores) -> Iterator[str]:
    yield f"{scores.documents} documents"
    yield f"{'':<16}{'precision':>10}{'recall':>8}{'F1':>7}{'annotated':>11}"
    for name in _SHARED:
        yield _row(name, scores.figures[name])
    for name in _ACCURACY:
        yield f"{name:<16}{scores.figures[name].precision:>10.2f}{'':>15}{scores.figures[name].predicted:>11}"
    for title, table in (("type", scores.types), ("predicate", scores.predicates)):
        yield f"by {title}"
        yield from (_row(f"  {name}", ratio) for name, ratio in sorted(table.items()))


def _row(name: str, ratio: Ratio) -> str:
    return f"{name:<16}{ratio.precision:>10.2f}{ratio.recall:>8.2f}{ratio.f1:>7.2f}{ratio.annotated:>11}"


def _errors(scores: Scores) -> Iterator[str]:
    document = None
    for one in sorted(scores.errors, key=lambda one: (one.document, one.what, not one.missed, one.words)):
        if one.document != document:
            document = one.document
            yield f"\n{document}"
        yield f"  {'missed' if one.missed else 'wrong':<7} {one.what:<15} {one.words}"
    counted = Counter(("missed" if one.missed else "wrong", one.what) for one in scores.errors)
    yield f"\n{len(scores.errors)} errors"
    yield from (f"  {how:<7} {what:<15}{number:>5}" for (how, what), number in counted.most_common())
