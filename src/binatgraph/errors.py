"""One base, a child a stage. A message is one line: what, where, what is allowed, what to do."""

from __future__ import annotations


class BinatgraphError(Exception):
    """What this package raises on purpose; `exit_code` is what the command line ends with.

    1: the answer is no · 2: wrong usage · 3: it could not be done.
    """

    exit_code = 3


class UsageError(BinatgraphError):
    """Something was asked for in a way that cannot be understood: a missing path, an unknown name."""

    exit_code = 2


class NotFoundError(BinatgraphError):
    """It was understood, and there is no such thing."""

    exit_code = 1


class SettingsError(UsageError):
    """A settings file says what cannot be."""


class ReadingError(BinatgraphError):
    """A document could not be read."""


class LanguageError(BinatgraphError):
    """A language pipeline could not be loaded, or its data are wrong."""


class RegisterError(BinatgraphError):
    """The register cannot be used: a file or a row is wrong."""


class ResolutionError(BinatgraphError):
    """A judgement cannot be read."""


class RdfError(BinatgraphError):
    """RDF could not be made or read."""


class StoreError(BinatgraphError):
    """A store cannot be opened, read or written."""


class QueryError(UsageError):
    """A query is malformed, names what is not there, or asks for what is refused."""


class NetworkError(BinatgraphError):
    """Actors and links do not make a network."""


class PageError(BinatgraphError):
    """The page could not be made."""
