"""A build is a pure function of documents, register, judgements and settings; what was built before is never lost."""

from __future__ import annotations

import json
import re
import shutil
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from binatgraph.config import Settings, data_path
from binatgraph.errors import ReadingError, ResolutionError, StoreError, UsageError
from binatgraph.model import Document, Judgement, Verdict
from binatgraph.pipeline import Summary, Tools, build, check, open_graph, read_file, read_text, to_network, to_page
from binatgraph.pipeline import gathering as gathering_module
from binatgraph.rdf.trig import read_trig
from binatgraph.reading import read_bytes
from binatgraph.resolution import write_judgement
from binatgraph.store import KeptAnalyses, locked, open_cache
from builds import COUNCIL, NAMESAKE, OTHER_COUNCIL, PAGE, TALKS, VISITA, like, outputs, write

A, B, C = {"a.txt": TALKS}, {"b.md": VISITA}, {"c.txt": COUNCIL}


def fresh(folder: Path, files: dict[str, str], tools: Tools) -> tuple[bytes, bytes]:
    """Give the bytes of a graph that is made of these documents and nothing before them."""
    build([write(folder / "fresh", files)], folder / "fresh-graph", tools=tools)
    return outputs(folder / "fresh-graph")


def ask(graph: Path, sparql: str) -> list[dict[str, str]]:
    with open_graph(graph) as store:
        return list(store.query(sparql).records())


def sources(graph: Path) -> dict[str, set[str]]:
    """Give the sources of each document that the graph knows."""
    rows = ask(graph, "SELECT ?d ?s { GRAPH ?g { ?x bg:currentDocument ?d ; dcterms:identifier ?s } }")
    return {row["d"]: {other["s"] for other in rows if other["d"] == row["d"]} for row in rows}


def stamps(graph: Path) -> dict[str, int]:
    """Give the times of the files that nothing may write when nothing has changed."""
    files = [graph / "binatgraph.trig", graph / "network.html", graph / "store" / "CURRENT"]
    return {str(file): file.stat().st_mtime_ns for file in files}


# The same documents, the same bytes


def test_the_order_of_files_does_not_matter(tmp_path: Path, tools: Tools) -> None:
    folder = write(tmp_path / "all", A | B | C)
    paths = [folder / name for name in ("a.txt", "b.md", "c.txt")]
    build(paths, tmp_path / "one", tools=tools)
    build(reversed(paths), tmp_path / "two", tools=tools)
    build([folder], tmp_path / "three", tools=tools)
    assert outputs(tmp_path / "one") == outputs(tmp_path / "two") == outputs(tmp_path / "three")


def test_the_order_of_folders_does_not_matter(tmp_path: Path, tools: Tools) -> None:
    folders = [write(tmp_path / "en", A | C), write(tmp_path / "es", B)]
    build(folders, tmp_path / "one", tools=tools)
    build(reversed(folders), tmp_path / "two", tools=tools)
    assert outputs(tmp_path / "one") == outputs(tmp_path / "two")


def test_a_document_that_goes_leaves_the_graph_that_there_would_have_been_without_it(
    tmp_path: Path, tools: Tools
) -> None:
    folder = write(tmp_path / "documents", A | B | C)
    build([folder], tmp_path / "graph", tools=tools)
    (folder / "b.md").unlink()
    summary = build([folder], tmp_path / "graph", tools=tools)
    assert (summary.documents, summary.read, summary.gone) == (2, 0, 1)
    assert outputs(tmp_path / "graph") == fresh(tmp_path, A | C, tools)


def test_a_document_that_changes_leaves_the_graph_of_the_new_one(tmp_path: Path, tools: Tools) -> None:
    folder = write(tmp_path / "documents", A | B | C)
    build([folder], tmp_path / "graph", tools=tools)
    changed = A | B | {"c.txt": OTHER_COUNCIL}
    summary = build([write(folder, changed)], tmp_path / "graph", tools=tools)
    assert (summary.documents, summary.read, summary.gone) == (3, 1, 1)
    assert outputs(tmp_path / "graph") == fresh(tmp_path, changed, tools)


def test_a_renamed_file_is_another_source_of_the_same_document(tmp_path: Path, tools: Tools) -> None:
    folder = write(tmp_path / "documents", A | C)
    build([folder], tmp_path / "graph", tools=tools)
    (folder / "c.txt").rename(folder / "d.txt")
    summary = build([folder], tmp_path / "graph", tools=tools)
    assert (summary.documents, summary.gone) == (2, 0)
    assert {name for names in sources(tmp_path / "graph").values() for name in names} == {"a.txt", "d.txt"}
    assert outputs(tmp_path / "graph") == fresh(tmp_path, A | {"d.txt": COUNCIL}, tools)


def test_the_same_text_under_two_names_is_one_document_with_two_sources(built: Path) -> None:
    assert {"council.txt", "council-again.txt"} in sources(built).values()
    assert len(sources(built)) == 4


def test_a_judgement_that_is_taken_back_leaves_the_old_bytes(tmp_path: Path, tools: Tools) -> None:
    graph = tmp_path / "graph"
    folder = write(tmp_path / "documents", C | {"d.txt": NAMESAKE})
    build([folder], graph, tools=tools)
    before = outputs(graph)
    same = Judgement(
        left="person/ana-maria-prueba", right="person/ana-m-prueba", verdict=Verdict.SAME, reason="one person", by="ana"
    )
    judgements = graph / "judgements.jsonl"
    judgements.write_text(write_judgement(same) + "\n", "utf-8")
    summary = build([folder], graph, tools=tools)
    assert (summary.read, summary.changed) == (0, True)
    assert outputs(graph) != before
    assert ask(graph, "SELECT ?s { ?s skos:altLabel|skos:prefLabel 'Ana M. Prueba'@en }") == ask(
        graph, "SELECT ?s { ?s skos:altLabel|skos:prefLabel 'Ana María Prueba'@en }"
    )
    judgements.write_text("", "utf-8")
    build([folder], graph, tools=tools)
    assert outputs(graph) == before


def test_paths_may_be_texts(tmp_path: Path, tools: Tools) -> None:
    folder = write(tmp_path / "documents", C)
    assert build([str(folder)], str(tmp_path / "graph"), tools=tools).documents == 1


# What has not changed is left alone


def test_unchanged_documents_are_not_read_again(tmp_path: Path, tools: Tools, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = write(tmp_path / "documents", A | B)
    build([folder], tmp_path / "graph", tools=tools)
    read: list[str] = []

    def reading(data: bytes, *, source: str, **more: Any) -> Document:
        read.append(source)
        return read_bytes(data, source=source, **more)

    monkeypatch.setattr(gathering_module, "read_bytes", reading)
    summary = build([write(folder, C)], tmp_path / "graph", tools=tools)
    assert read == ["c.txt"]
    assert (summary.read, summary.unchanged) == (1, 2)


def test_nothing_is_written_when_nothing_has_changed(tmp_path: Path, tools: Tools) -> None:
    folder = write(tmp_path / "documents", A | C)
    first = build([folder], tmp_path / "graph", tools=tools)
    before = stamps(tmp_path / "graph")
    again = build(sorted(folder.iterdir(), reverse=True), tmp_path / "graph", tools=tools)
    assert stamps(tmp_path / "graph") == before
    assert (again.read, again.unchanged, again.changed) == (0, 2, False)
    counts = ("documents", "actors", "linked", "merged", "statements", "claims", "review", "no_language")
    assert [getattr(again, name) for name in counts] == [getattr(first, name) for name in counts]


@pytest.mark.parametrize("name", ["binatgraph.trig", "network.html"])
def test_a_file_of_the_graph_that_somebody_changed_is_written_again(tmp_path: Path, tools: Tools, name: str) -> None:
    folder = write(tmp_path / "documents", C)
    build([folder], tmp_path / "graph", tools=tools)
    before = outputs(tmp_path / "graph")
    (tmp_path / "graph" / name).write_text("something else")
    assert build([folder], tmp_path / "graph", tools=tools).changed
    assert outputs(tmp_path / "graph") == before


def _truncate(store: Path) -> None:
    for file in store.glob("generation-*/*.sst"):
        file.write_bytes(file.read_bytes()[:100])


def _delete_tables(store: Path) -> None:
    for file in store.glob("generation-*/*.sst"):
        file.unlink()


def _delete_generations(store: Path) -> None:
    for folder in store.glob("generation-*"):
        shutil.rmtree(folder)


def _misname(store: Path) -> None:
    (store / "CURRENT").write_text("generation-999999\n")


@pytest.mark.parametrize("damage", [_truncate, _delete_tables, _delete_generations, _misname, shutil.rmtree])
def test_a_broken_store_is_mended_by_the_next_build(tmp_path: Path, tools: Tools, damage: Any) -> None:
    folder = write(tmp_path / "documents", C)
    build([folder], tmp_path / "graph", tools=tools)
    damage(tmp_path / "graph" / "store")
    assert build([folder], tmp_path / "graph", tools=tools).changed
    assert ask(tmp_path / "graph", "SELECT ?s { ?s a bg:Statement }")


def test_a_damaged_analysis_is_made_again(tmp_path: Path, tools: Tools) -> None:
    folder = write(tmp_path / "documents", A | C)
    build([folder], tmp_path / "graph", tools=tools)
    with open_cache(tmp_path / "graph" / "store") as cache:
        rows = cache.sources()
        cache._connection.execute("UPDATE analysis SET content = x'00' WHERE key = ?", (rows["c.txt"].key,))  # noqa: SLF001  (damage)
        cache.commit(rows.values(), notes={})
    summary = build([folder], tmp_path / "graph", tools=tools)
    assert (summary.read, summary.unchanged) == (1, 1)


def test_another_register_reads_everything_again(tmp_path: Path, tools: Tools, monkeypatch: pytest.MonkeyPatch) -> None:
    register = shutil.copytree(data_path("register"), tmp_path / "register")
    monkeypatch.setattr(
        "binatgraph.pipeline.tools.data_path", lambda name: register if name == "register" else data_path(name)
    )
    assert Tools().version == tools.version
    with (register / "places.csv").open("a", encoding="utf-8") as stream:
        stream.write("\n")
    assert Tools().version != tools.version

    folder = write(tmp_path / "documents", A | C)
    build([folder], tmp_path / "graph", tools=tools)
    later = like(tools, settings=Settings(extractor="another"))
    vars(later).update(register=tools.register, extractor=tools.extractor)  # installed under another name
    assert later.version != tools.version
    summary = build([folder], tmp_path / "graph", tools=later)
    assert (summary.read, summary.unchanged, summary.gone, summary.changed) == (2, 0, 0, True)


def test_another_threshold_maps_again_without_reading(tmp_path: Path, tools: Tools) -> None:
    folder = write(tmp_path / "documents", A)
    build([folder], tmp_path / "graph", tools=tools)
    summary = build([folder], tmp_path / "graph", tools=like(tools, settings=Settings(threshold=1.0)))
    assert (summary.read, summary.changed) == (0, True)
    assert summary.review == summary.claims > 0


def test_another_base_mints_other_iris(tmp_path: Path, tools: Tools) -> None:
    other = like(tools, settings=Settings(base="https://example.org/me/"))
    build([write(tmp_path / "documents", A)], tmp_path / "graph", tools=other)
    assert ask(tmp_path / "graph", "SELECT ?o { <https://example.org/me/person/katie-hobbs> bg:holdsRole ?o }") == [
        {"o": "https://example.org/me/place/us-az"}
    ]
    assert check(tmp_path / "graph") == ()


def test_a_date_in_the_sidecar_dates_the_document(tmp_path: Path, tools: Tools) -> None:
    folder = write(tmp_path / "documents", C | {"c.meta.yaml": "date: 2024-05-06\n"})
    build([folder], tmp_path / "graph", tools=tools)
    issued = "SELECT ?day { GRAPH ?g { ?d dcterms:issued ?day } }"
    assert ask(tmp_path / "graph", issued) == [{"day": "2024-05-06"}]
    write(folder, {"c.meta.yaml": "date: 2023-01-02\n"})
    summary = build([folder], tmp_path / "graph", tools=tools)
    assert (summary.read, summary.documents, summary.gone) == (1, 1, 0)
    assert ask(tmp_path / "graph", issued) == [{"day": "2023-01-02"}]
    (folder / "c.meta.yaml").unlink()
    build([folder], tmp_path / "graph", tools=tools)
    assert outputs(tmp_path / "graph") == fresh(tmp_path, C, tools)


# What was built before is never lost


def test_a_second_build_at_the_same_time_is_told_so(tmp_path: Path, tools: Tools) -> None:
    folder = write(tmp_path / "documents", C)
    with locked(tmp_path / "graph" / "store"), pytest.raises(StoreError, match="another build") as refused:
        build([folder], tmp_path / "graph", tools=tools)
    assert "\n" not in str(refused.value)
    assert build([folder], tmp_path / "graph", tools=tools).documents == 1


def _broken(*_: object, **__: object) -> Iterator[object]:
    yield from ()
    raise OSError(28, "No space left on device")


def _failing(*_: object, **__: object) -> None:
    raise MemoryError


@pytest.mark.parametrize(
    ("step", "how", "error"),
    [
        ("graph_quads", _broken, StoreError),
        ("read_trig", _broken, StoreError),
        ("write_trig", _failing, MemoryError),
        ("publish", _failing, MemoryError),
    ],
)
def test_a_build_that_fails_leaves_the_old_graph(
    tmp_path: Path, tools: Tools, monkeypatch: pytest.MonkeyPatch, *, step: str, how: Any, error: type[BaseException]
) -> None:
    graph = tmp_path / "graph"
    folder = write(tmp_path / "documents", C)
    build([folder], graph, tools=tools)
    before, kept = outputs(graph), sorted(path.name for path in graph.rglob("*"))
    with monkeypatch.context() as patch:
        patch.setattr(f"binatgraph.pipeline.building.{step}", how)
        with pytest.raises(error):
            build([write(folder, A)], graph, tools=tools)
    assert outputs(graph) == before
    assert sorted(path.name for path in graph.rglob("*")) == kept
    assert len(sources(graph)) == 1
    assert build([folder], graph, tools=tools).documents == 2
    assert outputs(graph) == fresh(tmp_path, A | C, tools)


def test_a_page_that_could_not_be_drawn_is_drawn_by_the_next_build(
    tmp_path: Path, tools: Tools, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write(tmp_path / "documents", C)
    with monkeypatch.context() as patch:
        patch.setattr("binatgraph.pipeline.building.to_page", _failing)
        with pytest.raises(MemoryError):
            build([folder], tmp_path / "graph", tools=tools)
    assert not (tmp_path / "graph" / "network.html").exists()
    assert build([folder], tmp_path / "graph", tools=tools).changed
    assert outputs(tmp_path / "graph") == fresh(tmp_path, C, tools)


def test_nothing_readable_leaves_the_old_graph(tmp_path: Path, tools: Tools) -> None:
    graph = tmp_path / "graph"
    build([write(tmp_path / "documents", C)], graph, tools=tools)
    before = outputs(graph)
    for folder, files in (("empty", {"a.txt": " \n"}), ("none", {"a.png": "no picture"})):
        with pytest.raises(ReadingError):
            build([write(tmp_path / folder, files)], graph, tools=tools)
    with pytest.raises(UsageError, match=r"no such file or folder: .*nowhere"):
        build([tmp_path / "nowhere"], graph, tools=tools)
    assert outputs(graph) == before
    assert len(sources(graph)) == 1


def test_a_wrong_judgement_is_named_and_leaves_the_old_graph(tmp_path: Path, tools: Tools) -> None:
    graph = tmp_path / "graph"
    folder = write(tmp_path / "documents", C)
    build([folder], graph, tools=tools)
    before = outputs(graph)
    (graph / "judgements.jsonl").write_text('\n{"left": "person/a"\n', "utf-8")
    with pytest.raises(ResolutionError, match=r"judgements\.jsonl, line 2"):
        build([folder], graph, tools=tools)
    assert outputs(graph) == before


def test_an_extractor_that_gives_what_cannot_be_is_refused(tmp_path: Path, tools: Tools) -> None:
    other = like(tools, settings=Settings(base="https://example.org/"))
    vars(other)["extractor"] = lambda document: replace(tools.extractor(document), actors=())
    with pytest.raises(ReadingError, match=r"a\.txt: the extractor gave what cannot be"):
        build([write(tmp_path / "documents", A)], tmp_path / "graph", tools=other)


# What stands in the graph


def test_every_quote_is_the_text_at_its_place(built: Path) -> None:
    rows = ask(
        built,
        """SELECT ?document ?start ?end ?quote {
          GRAPH ?g { ?target oa:hasSource ?document ; oa:hasSelector ?position , ?words .
                     ?position oa:start ?start ; oa:end ?end . ?words oa:exact ?quote }
        }""",
    )
    with open_cache(built / "store") as cache:
        keys = sorted({row.key for row in cache.sources().values()})
        texts = {one.document.id: one.document.text for one in KeptAnalyses(cache, keys, sources={})}
    assert len(rows) > 5
    for row in rows:
        text = texts[row["document"].rpartition("/")[2]]
        assert text[int(row["start"]) : int(row["end"])] == row["quote"]


def test_every_statement_has_a_claim_and_every_claim_a_quote(built: Path) -> None:
    assert ask(built, "SELECT ?s { ?s a bg:Statement FILTER NOT EXISTS { ?s prov:wasDerivedFrom ?c } }") == []
    without = (
        "SELECT ?c { GRAPH ?g { ?c a bg:Claim FILTER NOT EXISTS { ?c oa:hasTarget/oa:hasSelector/oa:exact ?q } } }"
    )
    assert ask(built, without) == []


def test_there_are_no_blank_nodes(built: Path) -> None:
    with open_graph(built) as store:
        terms = {str(term)[:2] for quad in store.quads() for term in (quad.subject, quad.object)}
    assert "_:" not in terms


def test_the_graph_conforms(built: Path) -> None:
    assert check(built) == ()


def test_neither_a_place_on_this_machine_nor_a_time_stands_in_what_is_written(built: Path) -> None:
    trig, page = (content.decode("utf-8") for content in outputs(built))
    today = datetime.now(UTC).date().isoformat()
    assert [word for word in (str(built.parent), today) if word in trig or word in page] == []
    assert not re.search(r"\d{4}-\d\d-\d\dT\d\d|\d\d:\d\d:\d\d", trig)


def test_the_store_the_trig_and_the_page_say_the_same(built: Path) -> None:
    with open_graph(built) as store:
        assert set(map(str, store.quads())) == set(map(str, read_trig(built / "binatgraph.trig")))
        assert to_page(to_network(store)) == (built / "network.html").read_text("utf-8")


def test_a_build_is_logged_beside_the_graph(built: Path) -> None:
    (line,) = (built / "build.log.jsonl").read_text("utf-8").splitlines()
    entry = json.loads(line)
    assert set(Summary.__slots__) < set(entry)
    assert datetime.fromisoformat(entry["at"]).tzinfo is UTC


def test_progress_counts_to_the_end(tmp_path: Path, tools: Tools) -> None:
    steps: list[tuple[int, int, str]] = []
    folder = write(tmp_path / "documents", A | C)
    build([folder], tmp_path / "graph", tools=tools, progress=lambda *step: steps.append(step))
    assert steps == [(0, 2, "a.txt"), (1, 2, "c.txt"), (2, 2, "")]


# Hostile names and texts

HOSTILE = {
    'a "quoted" name.txt': TALKS,
    "a\nnew line.txt": VISITA,
    "<script>alert(1)<-script>.html": PAGE,
    "it's > 'all' \\ back\\slash.txt": COUNCIL,
    "ñandú-💧-\u202e.txt": OTHER_COUNCIL,
    f"{'long' * 60}.txt": NAMESAKE,
}
NASTY = (
    'Governor Katie Hobbs of Arizona said: """<script>alert(1)</script>""" \\" } . <urn:x> <urn:y> <urn:z> . GRAPH {'
    " Alfonso \x07\x1b[31mDurazo\u2028 met '''Hobbs''' in Nogales, Sonora. \\u0000 ]]> --> 💧 &lt;b&gt;"
)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such names")
def test_hostile_names_and_texts_survive_into_valid_trig(tmp_path: Path, tools: Tools) -> None:
    files = HOSTILE | {"nasty.txt": NASTY * 3}
    summary = build([write(tmp_path / "documents", files)], tmp_path / "graph", tools=tools)
    assert summary.refused == ()
    assert len(sources(tmp_path / "graph")) == len(files) == summary.documents
    assert len(set(read_trig(tmp_path / "graph" / "binatgraph.trig"))) > 100
    assert check(tmp_path / "graph") == ()
    assert "<script>alert(1)" not in (tmp_path / "graph" / "network.html").read_text("utf-8")


def test_a_name_that_is_no_text_is_escaped(tmp_path: Path, tools: Tools) -> None:
    folder = write(tmp_path / "documents", C)
    try:
        (folder / "c.txt").rename(folder / b"caf\xe9.txt".decode("utf-8", "surrogateescape"))
    except OSError:
        pytest.skip("this file system has no names that are no text")
    build([folder], tmp_path / "graph", tools=tools)
    assert sources(tmp_path / "graph").popitem()[1] == {"caf%E9.txt"}


# One document


def test_a_text_at_hand_is_a_document() -> None:
    assert read_text("La comisión se reunió en Nogales.", source="note").source == "note"


def test_one_file_is_called_by_its_name(tmp_path: Path) -> None:
    write(tmp_path, {"deep/down/council.md": COUNCIL})
    assert read_file(tmp_path / "deep" / "down" / "council.md").source == "council.md"


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("nowhere.txt", "no such file"),
        ("", "it is a folder"),
        ("a.png", "a kind nobody reads"),
        ("x" * 300, "no such file"),
    ],
)
def test_one_file_that_cannot_be_meant_is_wrong_usage(tmp_path: Path, name: str, message: str) -> None:
    write(tmp_path, {"a.png": "no picture"})
    with pytest.raises(UsageError, match=message):
        read_file(tmp_path / name)
