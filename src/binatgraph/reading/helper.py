"""A process of its own for readers that no one can vouch for: a file that is made to break one breaks the process alone.

It is started for the first such file (a tenth of a second) and serves all that come after. It gets a reader's address and
bytes, and gives back JSON: whatever a file makes of it, what comes from there is text. Frames are a length and content.
"""

from __future__ import annotations

import atexit
import json
import os
import struct
import subprocess
import sys
import threading
import time
from dataclasses import asdict
from functools import cache
from importlib.metadata import EntryPoint
from typing import IO, Any

from binatgraph.errors import ReadingError
from binatgraph.reading.content import Content

SECONDS = 60.0
"""So long a reader may take for one file; a book of a thousand pages takes ten."""

MEMORY = 2_000_000_000
"""Bytes of address space, where the system can hold a process to it (not on Windows, and not on macOS)."""

_LENGTH = struct.Struct(">Q")
_SERVE = "import json, sys; sys.path[:] = json.loads(sys.argv[1]); from binatgraph.reading.helper import serve; serve()"


def ask(reader: str, data: bytes, *, seconds: float | None = None) -> Content:
    """What a reader ("package.module:function") makes of bytes, in the process for that; one file at a time.

    Raises
    ------
    ReadingError
        If the reader refuses them, breaks down, or needs more than `seconds` or `MEMORY`.
    """
    limit = SECONDS if seconds is None else seconds
    answer = _helper(os.getpid()).ask(reader, data, limit)
    if "error" in answer:
        raise ReadingError(str(answer["error"]))
    return Content(**{**answer, "pages": tuple(answer["pages"])})


class _Helper:
    """The process, started when it is needed, and again when it had to be stopped."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._one_at_a_time = threading.Lock()
        atexit.register(self.stop)

    def ask(self, reader: str, data: bytes, seconds: float) -> dict[str, Any]:
        with self._one_at_a_time:
            process = self._running()
            start, clock = time.monotonic(), threading.Timer(seconds, process.kill)
            clock.start()
            try:
                assert process.stdin is not None
                assert process.stdout is not None
                _send(process.stdin, reader.encode(), data)
                answer = json.loads(_receive(process.stdout))
            except (OSError, EOFError, ValueError):
                self.stop()
                late = time.monotonic() - start >= seconds
                said = f"it takes longer than {seconds:.0f} seconds to read" if late else "its reader broke down"
                raise ReadingError(f"{said}; save it in another format") from None
            except BaseException:
                self.stop()  # whoever goes on after Ctrl-C must not get the answer to an old question
                raise
            finally:
                clock.cancel()
            return dict(answer)

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            self.stop()
            paths = json.dumps([path for path in sys.path if path])
            command = [sys.executable, "-I", "-c", _SERVE, paths]
            self._process = subprocess.Popen(  # noqa: S603  (our own interpreter)
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
            )
        return self._process

    def stop(self) -> None:
        """End the process, if there is one."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.communicate()


@cache
def _helper(_process: int) -> _Helper:
    """One for each process: two that share one would mix up its answers."""
    return _Helper()


def serve() -> None:
    """Answer what `ask` asks until nobody asks any more: the other end of the pipe."""
    asked, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # what a library prints must not get into an answer
    _limit_memory()
    while True:
        try:
            reader, data = _receive(asked).decode(), _receive(asked)
        except EOFError:
            return
        _send(answers, json.dumps(_answer(reader, data)).encode())


def _answer(reader: str, data: bytes) -> dict[str, Any]:
    try:
        content: Content = EntryPoint(name="", value=reader, group="").load()(data)
        return asdict(content)
    except ReadingError as error:
        return {"error": str(error)}
    except MemoryError:
        return {"error": f"it takes more than {MEMORY / 1e9:.0f} GB of memory to read; save it in another format"}
    except RecursionError:
        return {"error": "it is nested too deeply; save it in another format"}


def _limit_memory() -> None:
    if sys.platform.startswith("linux"):
        import resource  # noqa: PLC0415  (not everywhere)

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def _send(stream: IO[bytes], *parts: bytes) -> None:
    for part in parts:
        stream.write(_LENGTH.pack(len(part)))
        stream.write(part)
    stream.flush()


def _receive(stream: IO[bytes]) -> bytes:
    (length,) = _LENGTH.unpack(_exactly(stream, _LENGTH.size))
    return _exactly(stream, length)


def _exactly(stream: IO[bytes], length: int) -> bytes:
    data = stream.read(length)
    if len(data) < length:
        raise EOFError
    return data
