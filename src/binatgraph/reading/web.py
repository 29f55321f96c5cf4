"""Web addresses, for those who ask for it: one page at a time, as its site allows, and never into the own network.

A site is asked for its robots rules first; redirections are followed few times and checked like addresses. The address of
the machine is looked up here, checked, and connected to, so that no second look-up can lead elsewhere.
"""

from __future__ import annotations

import contextlib
import http.client
import ipaddress
import re
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote, urljoin, urlsplit, urlunsplit
from urllib.robotparser import RobotFileParser

from binatgraph.errors import ReadingError
from binatgraph.reading.discover import media_type_of
from binatgraph.reading.encoding import decode
from binatgraph.reading.files import load
from binatgraph.reading.member import Item, refusal
from binatgraph.reading.readers import container_types, media_types

AGENT = "binatgraph"
"""What robots rules may name."""

_HEADERS = {
    "User-Agent": f"{AGENT}/0.1 (reads single pages for research)",
    "Accept-Encoding": "identity",
    "Accept": "*/*",
}
_MAX_BYTES = 20_000_000
_MAX_ROBOTS = 500_000
_MAX_REDIRECTS = 5
_PAUSE = 1.0  # seconds between two requests to a site, or what it asks for, up to:
_LONGEST_PAUSE = 30.0
_CHUNK = 1 << 16
_OK, _MOVED, _NO_RULES = range(200, 300), {301, 302, 303, 307, 308}, {404, 410}
_BAD = (OSError, http.client.HTTPException, ValueError, zlib.error)


def is_address(text: str) -> bool:
    """Whether a text is a web address.

    >>> is_address("https://example.org/a"), is_address("ftp://example.org"), is_address("news/http.txt")
    (True, False, False)
    """
    return text.casefold().startswith(("http://", "https://"))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Answer:
    status: int
    headers: http.client.HTTPMessage
    body: bytes


@dataclass(slots=True, kw_only=True)
class Web:
    """A visit to the web: what was asked of each site, and when.

    `seconds` are for one address, redirections and all. `private` allows addresses of the own machine and network: for
    tests, and for who reads an intranet.
    """

    seconds: float = 30.0
    private: bool = False
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    _rules: dict[str, RobotFileParser] = field(default_factory=dict)
    _last: dict[str, float] = field(default_factory=dict)

    def items(self, addresses: Iterable[str]) -> Iterator[Item]:
        """What is at these addresses, each by its address as source, or why not."""
        for address in addresses:
            source = _without_secret(address)
            try:
                yield self._item(address)
            except ReadingError as error:
                yield refusal(source, error)

    def _item(self, address: str) -> Item:
        place = address
        until = self.clock() + self.seconds
        for _ in range(_MAX_REDIRECTS + 1):
            _refuse_odd(place)
            self._ask_leave(place, until)
            answer = self._get(place, until, most=_MAX_BYTES)
            if answer.status not in _MOVED:
                break
            place = _leads_to(place, answer)
        else:
            raise ReadingError(f"it leads on more than {_MAX_REDIRECTS} times; give the address where it ends")
        if answer.status not in _OK:
            raise ReadingError(
                f"its site answers {answer.status} ({http.client.responses.get(answer.status, 'unknown')})"
            )
        declared = answer.headers.get_content_type()
        kind = declared if declared in (*media_types(), *container_types()) else media_type_of(urlsplit(place).path)
        charset = answer.headers.get_content_charset()
        return Item(source=address, media_type=kind, data=_in_utf_8(answer.body, kind, charset))

    def _ask_leave(self, address: str, until: float) -> None:
        """Refuse what the robots rules of the site do not allow, and wait as long as they ask."""
        site = _site(address)
        if site not in self._rules:
            self._rules[site] = self._read_rules(site, until)
        rules = self._rules[site]
        if not rules.can_fetch(AGENT, address):
            raise ReadingError("its site does not allow programs to read it (robots.txt); save the page by hand")
        pause = min(float(rules.crawl_delay(AGENT) or _PAUSE), _LONGEST_PAUSE)
        if (wait := self._last.get(site, self.clock() - pause) + pause - self.clock()) > 0:
            self.sleep(wait)

    def _read_rules(self, site: str, until: float) -> RobotFileParser:
        """The rules of a site; without any it allows all, where they cannot be had it allows nothing."""
        rules = RobotFileParser()
        place = f"{site}/robots.txt"
        for _ in range(_MAX_REDIRECTS):
            answer = self._get(place, until, most=_MAX_ROBOTS)
            if answer.status not in _MOVED:
                break
            place = _leads_to(place, answer)
            _refuse_odd(place)
        if answer.status in _OK:
            lines = answer.body.decode("utf-8", "replace").splitlines()
        else:
            lines = [] if answer.status in _NO_RULES else ["User-agent: *", "Disallow: /"]
        rules.parse(lines)
        return rules

    def _get(self, address: str, until: float, *, most: int) -> _Answer:
        """One answer, whatever its status. A timer shuts the line: a site may send a byte a second for days."""
        try:
            connection, line = self._connected(address, until)
            clock = threading.Timer(self._left(until), _shut, [line])
            clock.start()
            try:
                parts = urlsplit(address)
                path = quote(parts.path, safe="/%:@!$&'()*+,;=~-._") or "/"
                connection.request("GET", urlunsplit(("", "", path, parts.query, "")), headers=_HEADERS)
                response = connection.getresponse()
                return _Answer(status=response.status, headers=response.headers, body=self._body(response, until, most))
            finally:
                clock.cancel()
                connection.close()
                self._last[_site(address)] = self.clock()
        except _BAD as error:
            self._left(until)
            reason = " ".join(str(error).split())[:80] or type(error).__name__
            raise ReadingError(f"it cannot be fetched ({reason})") from None

    def _connected(self, address: str, until: float) -> tuple[http.client.HTTPConnection, socket.socket]:
        """A connection, and its line, to the machine that the name of the site stands for, after a look at where that is."""
        parts = urlsplit(address)
        assert parts.hostname is not None
        port = parts.port or (443 if parts.scheme == "https" else 80)
        connection = http.client.HTTPConnection(parts.hostname, port)
        left = self._left(until)
        plain = socket.create_connection((self._looked_up(parts.hostname, port), port), timeout=left)
        secure = parts.scheme == "https"
        connection.sock = (
            ssl.create_default_context().wrap_socket(plain, server_hostname=parts.hostname) if secure else plain
        )
        return connection, connection.sock

    def _looked_up(self, host: str, port: int) -> str:
        found = sorted({str(entry[4][0]) for entry in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)})
        if not self.private and not all(ipaddress.ip_address(one.partition("%")[0]).is_global for one in found):
            raise ReadingError("it leads into the own machine or network, which is not read")
        return found[0]

    def _body(self, response: http.client.HTTPResponse, until: float, most: int) -> bytes:
        unpack = zlib.decompressobj(wbits=31) if response.headers.get("Content-Encoding") == "gzip" else None
        body = bytearray()
        while chunk := response.read1(_CHUNK):
            self._left(until)
            body += unpack.decompress(chunk, most + 1) if unpack else chunk
            if len(body) > most:
                raise ReadingError(f"it has more than {most / 1e6:.1f} MB; save it and give the file")
        return bytes(body)

    def _left(self, until: float) -> float:
        left = until - self.clock()
        if left <= 0:
            raise ReadingError(f"its site takes longer than {self.seconds:.0f} seconds to answer")
        return left


def is_list(path: Path) -> bool:
    """Whether a file is a list of web addresses, by its ending."""
    return path.suffix.casefold() == ".urls"


def addresses_of(path: Path) -> list[str]:
    """The addresses of a list: one a line, empty lines and what begins with "#" left out; each once.

    Raises
    ------
    ReadingError
        If the file cannot be opened, or a line is no address.
    """
    try:
        lines = [line.strip() for line in decode(load(path)).split("\n")]
    except ReadingError as error:
        raise ReadingError(f"{path.name}: {error}") from None
    kept = [line for line in lines if line and not line.startswith("#")]
    if wrong := next((line for line in kept if not is_address(line)), None):
        raise ReadingError(
            f"{path.name}: {wrong[:60]!r} is no web address; write one http:// or https:// address a line"
        )
    return list(dict.fromkeys(kept))


def _refuse_odd(address: str) -> None:
    """Refuse what is no web address, and what holds a secret."""
    try:
        known = is_address(address) and bool(urlsplit(address).hostname) and urlsplit(address).port != 0
    except ValueError:
        known = False
    if not known:
        raise ReadingError("only http and https addresses are fetched")
    if _without_secret(address) != address:
        raise ReadingError("it holds a name or a password, which must get into no graph; give it without")


def _leads_to(place: str, answer: _Answer) -> str:
    try:
        return urljoin(place, answer.headers.get("Location") or "")
    except ValueError:
        raise ReadingError("it leads to what is no web address") from None


def _shut(line: socket.socket) -> None:
    with contextlib.suppress(OSError):
        line.shutdown(socket.SHUT_RDWR)


def _site(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}"


def _without_secret(address: str) -> str:
    scheme, _, rest = address.partition("://")
    host = re.split(r"[/?#]", rest, maxsplit=1)[0]
    return f"{scheme}://{host.rpartition('@')[2]}{rest[len(host) :]}"


def _in_utf_8(body: bytes, kind: str | None, charset: str | None) -> bytes:
    """Text as the head of the answer says that it is encoded: that stands above what a page says of itself."""
    if (
        charset is None
        or kind not in ("text/html", "text/plain", "text/markdown")
        or body.startswith((b"\xff\xfe", b"\xfe\xff"))
    ):
        return body
    return decode(body, declared=charset).encode("utf-8")
