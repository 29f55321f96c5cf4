"""Web addresses, against a real server on this machine: what a site allows, what is refused, and what takes too long."""

from __future__ import annotations

import gzip
import threading
import time
from collections.abc import Iterator, Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from binatgraph.errors import ReadingError
from binatgraph.reading import web
from binatgraph.reading.member import Item
from binatgraph.reading.web import Web, addresses_of

PAGE = "<html lang=es><title>Acta</title><p>La comisión se reunió en Nogales."
ROBOTS = "User-agent: *\nDisallow: /private/\n"


EMPTY: Mapping[str, str] = {}
PACKED = {"Content-Encoding": "gzip"}
ANSWERS: Mapping[str, tuple[bytes, str] | tuple[bytes, str, int] | tuple[bytes, str, int, Mapping[str, str]]] = {
    "latin": (PAGE.encode("latin-1"), "text/html; charset=ISO-8859-1"),
    "gzip": (gzip.compress(PAGE.encode()), "text/html; charset=utf-8", 200, PACKED),
    "bomb": (gzip.compress(b"0" * 30_000_000), "text/html", 200, PACKED),
    "large": (b"0" * 21_000_000, "text/html"),
    "loop": (b"", "text/html", 302, {"Location": "/loop/again"}),
    "missing": (b"no", "text/html", 404),
    "file.pdf": (b"%PDF-1.7", "application/octet-stream"),
    "a%20b": (b"x", "application/octet-stream"),
}


class Site(BaseHTTPRequestHandler):
    """A site that behaves as its paths say."""

    robots: tuple[int, str] = (200, ROBOTS)
    asked: list[tuple[str, str | None]] = []  # noqa: RUF012  (of one test at a time)

    def do_GET(self) -> None:
        self.asked.append((self.path, self.headers["User-Agent"]))
        kind, _, rest = self.path.partition("?")[0].lstrip("/").partition("/")
        if kind == "slow":
            self.drip()
        elif kind == "to":
            self.answer(b"", "text/html", 301, {"Location": rest.replace("__", "/")})
        elif kind == "robots.txt":
            self.answer(self.robots[1].encode(), "text/plain", self.robots[0])
        else:
            self.answer(*ANSWERS.get(kind, (PAGE.encode(), "text/html; charset=utf-8")))

    def answer(self, body: bytes, kind: str, status: int = 200, heads: Mapping[str, str] = EMPTY) -> None:
        self.send_response(status)
        for name, value in {"Content-Type": kind, "Content-Length": str(len(body)), **heads}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def drip(self) -> None:
        try:
            for _ in range(600):
                self.wfile.write(b"H")
                time.sleep(0.05)
        except OSError:
            self.close_connection = True

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  (the name that it has)
        """Say nothing."""


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    monkeypatch.setattr(Site, "asked", [])
    with ThreadingHTTPServer(("127.0.0.1", 0), Site) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def fetched(*addresses: str, seconds: float = 30.0) -> list[Item]:
    return list(Web(private=True, seconds=seconds, sleep=lambda _: None).items(addresses))


def test_a_page_is_fetched_once_its_site_was_asked(site: str) -> None:
    (item,) = fetched(f"{site}/news")
    assert (item.source, item.media_type, item.data.decode()) == (f"{site}/news", "text/html", PAGE)
    assert [path for path, _ in Site.asked] == ["/robots.txt", "/news"]
    assert all(str(agent).startswith("binatgraph/") for _, agent in Site.asked)


def test_robots_rules_are_kept_and_asked_for_once(site: str) -> None:
    first, second, third = fetched(f"{site}/a", f"{site}/private/b", f"{site}/c")
    assert (first.refused, third.refused) == (None, None)
    assert "does not allow programs to read it (robots.txt)" in str(second.refused)
    assert [path for path, _ in Site.asked] == ["/robots.txt", "/a", "/c"]


@pytest.mark.parametrize(("status", "allowed"), [(404, True), (410, True), (403, False), (500, False)])
def test_a_site_without_rules_allows_all_and_one_that_hides_them_nothing(
    site: str, monkeypatch: pytest.MonkeyPatch, *, status: int, allowed: bool
) -> None:
    monkeypatch.setattr(Site, "robots", (status, "no"))
    (item,) = fetched(f"{site}/news")
    assert (item.refused is None) == allowed


def test_a_site_is_given_time_between_two_requests(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Site, "robots", (200, "User-agent: *\nCrawl-delay: 7\n"))
    waits: list[float] = []
    list(Web(private=True, sleep=waits.append).items([f"{site}/a", f"{site}/b"]))
    assert len(waits) == 2
    assert all(6 < wait <= 7 for wait in waits)


def test_the_own_machine_and_network_are_not_read(site: str) -> None:
    port = site.rpartition(":")[2]
    for host in (
        "127.0.0.1",
        "localhost",
        "10.0.0.1",
        "169.254.169.254",
        "192.168.1.1",
        "[::1]",
        "2130706433",
    ):
        (item,) = Web(seconds=5).items([f"http://{host}:{port}/"])
        assert "it leads into the own machine or network" in str(item.refused), host
    assert Site.asked == []


def test_a_redirection_leads_on_and_the_source_stays_what_was_asked_for(site: str) -> None:
    (item,) = fetched(f"{site}/to/__news")
    assert (item.source, item.data.decode()) == (f"{site}/to/__news", PAGE)


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("/loop", "it leads on more than 5 times"),
        ("/missing", r"its site answers 404 \(Not Found\)"),
        ("/large", r"it has more than 20\.0 MB"),
        ("/bomb", r"it has more than 20\.0 MB"),
        ("/to/ftp:____example.org__a", "only http and https"),
        ("/to/file:____etc__hostname", "only http and https"),
        ("/to/__private__b", "does not allow programs"),
    ],
)
def test_what_must_not_be_read_is_refused(site: str, path: str, message: str) -> None:
    (item,) = fetched(site + path)
    with pytest.raises(ReadingError, match=message):
        raise ReadingError(str(item.refused))
    assert str(item.refused).startswith(f"{site}{path}: ")


def test_a_site_that_answers_a_byte_a_second_is_left(site: str) -> None:
    start = time.monotonic()
    (item,) = fetched(f"{site}/slow", seconds=1.0)
    assert "takes longer than 1 seconds" in str(item.refused)
    assert time.monotonic() - start < 10


def test_a_site_that_is_not_there_is_a_line() -> None:
    (item,) = fetched("http://127.0.0.1:1/")
    assert "it cannot be fetched" in str(item.refused)


def test_a_name_and_a_password_get_into_no_source() -> None:
    (item,) = fetched("http://ana:secret@127.0.0.1:1/a")
    assert "secret" not in f"{item.source} {item.refused}"


@pytest.mark.parametrize("path", ["/latin", "/gzip"])
def test_encodings_are_those_of_the_answer(site: str, path: str) -> None:
    (item,) = fetched(site + path)
    assert item.data.decode() == PAGE


def test_the_ending_says_what_it_is_where_the_answer_does_not(site: str) -> None:
    first, second = fetched(f"{site}/file.pdf?x=1", f"{site}/a b")
    assert first.media_type == "application/pdf"
    assert (second.media_type, second.refused) == (None, None)


def test_a_list_has_an_address_a_line(tmp_path: Path) -> None:
    path = tmp_path / "a.urls"
    path.write_text("# A list\nhttps://example.org/a\n\nhttps://example.org/b\nhttps://example.org/a\n", "utf-8")
    assert web.is_list(path)
    assert addresses_of(path) == ["https://example.org/a", "https://example.org/b"]
    path.write_text("news.txt\n", "utf-8")
    with pytest.raises(ReadingError, match=r"a\.urls: 'news\.txt' is no web address"):
        addresses_of(path)


@pytest.mark.parametrize(
    "address", ["http://", "http://[::1", "https://:80/", "http://a:99999/", "http://a:0/", "http://a:b/"]
)
def test_what_is_no_address_is_a_line(address: str) -> None:
    (item,) = fetched(address)
    assert "only http and https addresses are fetched" in str(item.refused)
