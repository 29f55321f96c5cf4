from __future__ import annotations

import os
from pathlib import Path

import pytest

from binatgraph.errors import ReadingError, UsageError
from binatgraph.reading import read
from binatgraph.reading.discover import Found, discover, media_type_of


def put(path: Path, text: str = "Sonora") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def sources(*paths: Path) -> list[str]:
    return [found.source for found in discover(paths)]


def test_a_file_given_by_name_is_called_by_its_name(tmp_path: Path) -> None:
    path = put(tmp_path / "deep" / "down" / "news.txt")
    assert list(discover([path])) == [Found(path=path, source="news.txt", media_type="text/plain")]


def test_files_of_a_folder_are_called_by_their_path_below_it_in_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.md", "a/b/c.html", "c.txt", "a.txt"):
        put(tmp_path / name)
    assert sources(tmp_path) == ["a/b/c.html", "a/z.md", "a.txt", "b.txt", "c.txt"]


@pytest.mark.parametrize(
    ("name", "media_type"),
    [
        ("a.txt", "text/plain"),
        ("a.TEXT", "text/plain"),
        ("a.md", "text/markdown"),
        ("a.markdown", "text/markdown"),
        ("a.html", "text/html"),
        ("a.HTM", "text/html"),
        ("a.xhtml", "text/html"),
        ("a.jpg", None),
        ("a.py", None),
        ("a.csv", "text/csv"),
        ("a.PDF", "application/pdf"),
        ("a.tar.gz", "application/gzip"),
        ("a.json", None),
        ("a.doc", None),
        ("a", None),
        (".txt", None),
        ("a.meta.yaml", None),
    ],
)
def test_the_ending_says_what_a_file_is(name: str, media_type: str | None) -> None:
    assert media_type_of(name) == media_type


def test_a_kind_that_nobody_reads_is_found_without_a_media_type(tmp_path: Path) -> None:
    put(tmp_path / "photo.jpg")
    assert [(found.source, found.media_type) for found in discover([tmp_path])] == [("photo.jpg", None)]


def test_hidden_files_and_folders_and_sidecars_are_no_documents(tmp_path: Path) -> None:
    for name in (".hidden.txt", ".git/notes.txt", "news.meta.yaml", "news.txt"):
        put(tmp_path / name)
    assert sources(tmp_path) == ["news.txt"]


def test_a_hidden_folder_given_by_name_is_read(tmp_path: Path) -> None:
    put(tmp_path / ".drafts" / "news.txt")
    assert sources(tmp_path / ".drafts") == ["news.txt"]


def test_a_readme_is_about_its_folder_unless_it_is_given_by_name(tmp_path: Path) -> None:
    readme = put(tmp_path / "README.md")
    assert [found.media_type for found in discover([tmp_path])] == [None]
    assert [found.media_type for found in discover([readme])] == ["text/markdown"]


def test_a_missing_path_is_named_before_anything_is_read(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"no such file or folder: .*nowhere\.txt") as caught:
        discover([put(tmp_path / "here.txt"), tmp_path / "nowhere.txt"])
    assert caught.value.exit_code == 2


def test_an_empty_folder_has_no_files_and_no_paths_have_none(tmp_path: Path) -> None:
    assert sources(tmp_path) == []
    assert sources() == []


def test_files_of_the_same_name_in_two_folders_get_the_folder_before_their_name(tmp_path: Path) -> None:
    for name in ("2023/news.txt", "2023/only.txt", "2024/news.txt"):
        put(tmp_path / name)
    assert sources(tmp_path / "2023", tmp_path / "2024") == ["2023/news.txt", "only.txt", "2024/news.txt"]


def test_two_files_of_the_same_name_get_their_folder_too(tmp_path: Path) -> None:
    paths = [put(tmp_path / side / "news.txt") for side in ("north", "south")]
    assert sources(*paths) == ["north/news.txt", "south/news.txt"]


def test_folders_of_the_same_name_are_told_apart_by_the_one_above(tmp_path: Path) -> None:
    for side in ("north", "south"):
        put(tmp_path / side / "docs" / "a" / "news.txt")
    found = sources(tmp_path / "north" / "docs", tmp_path / "south" / "docs")
    assert found == ["north/docs/a/news.txt", "south/docs/a/news.txt"]


def test_a_source_with_its_folder_before_it_collides_with_no_other(tmp_path: Path) -> None:
    for name in ("a/x.txt", "b/x.txt", "c/b/x.txt"):
        put(tmp_path / name)
    found = sources(tmp_path / "a", tmp_path / "b", tmp_path / "c")
    assert len(set(found)) == 3


def test_a_file_that_two_paths_lead_to_comes_once(tmp_path: Path) -> None:
    path = put(tmp_path / "a" / "news.txt")
    assert sources(tmp_path, path, tmp_path / "a", tmp_path) == ["a/news.txt"]


def test_links_that_lead_in_circles_end(tmp_path: Path) -> None:
    put(tmp_path / "a" / "news.txt")
    (tmp_path / "a" / "again").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "b").symlink_to(tmp_path / "a", target_is_directory=True)
    assert sources(tmp_path) == ["a/news.txt"]


def test_a_link_that_leads_nowhere_is_found_and_refused(tmp_path: Path) -> None:
    (tmp_path / "lost.txt").symlink_to(tmp_path / "gone.txt")
    (found,) = discover([tmp_path])
    with pytest.raises(ReadingError, match=r"lost\.txt: it cannot be opened \(no such file"):
        read(found.path, source=found.source, media_type=str(found.media_type))


def test_a_folder_that_may_not_be_opened_is_found_and_refused(tmp_path: Path) -> None:
    locked = put(tmp_path / "locked" / "news.txt").parent
    locked.chmod(0)
    may = os.access(locked, os.R_OK)
    found = list(discover([tmp_path]))
    if may:
        pytest.skip("whoever runs this may open everything")
    assert [(file.source, file.media_type) for file in found] == [("locked", "inode/directory")]
    with pytest.raises(ReadingError, match=r"locked: it cannot be opened \(permission denied\)"):
        read(locked, source="locked", media_type="inode/directory")
    locked.chmod(0o700)


def test_a_name_that_is_no_text_becomes_one_line_of_text(tmp_path: Path) -> None:
    raw = os.fsencode(tmp_path) + b"/bad\xff\nname.txt"
    Path(os.fsdecode(raw)).write_text("Sonora", "utf-8")
    assert sources(tmp_path) == ["bad%FF%0Aname.txt"]


def test_folders_within_folders_are_walked_however_deep(tmp_path: Path) -> None:
    put(tmp_path.joinpath(*["d"] * 300, "news.txt"))
    assert sources(tmp_path) == ["d/" * 300 + "news.txt"]
