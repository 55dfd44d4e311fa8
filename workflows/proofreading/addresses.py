"""Web addresses that are written more than once: two places to mend when a page moves, and one of them forgotten."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from workflows.proofreading.texts import spoken
from workflows.wording import Phrasebook
from workflows.yaml_files import read_yaml

_ADDRESS = re.compile(r"https?://[^\s»”)\u00a0]+")
OWN = ("url_en", "url_fr")
"""The addresses that a resource owns. Where it once stood and what came after it may be another's."""
OPENED = (*OWN, "successor_url", "archive_url")
"""The addresses that a button of a card opens."""


@dataclass(frozen=True)
class Address:
    """One address of the catalogue: `place` is its file and line, `way` the key it stands under."""

    place: str
    resource: str
    way: str
    url: str


def addresses(path: Path, book: Phrasebook) -> list[str]:
    """A fault for each address of the catalogue at `path` or of the words that stands in two places."""
    seen: dict[str, tuple[str, str]] = {}
    found = []
    for place, name, address in (*((one.place, one.resource, one.url) for one in listed(path)), *_said(book)):
        first = seen.setdefault(_plain(address), (place, name))
        if first != (place, name):
            problem = f"the address {address} stands also at {first[0]} ({first[1]}). Keep one of the two."
            found.append(f"{place}: {name}: {problem}")
    return found


def listed(path: Path, ways: tuple[str, ...] = OWN) -> Iterator[Address]:
    """The addresses of the catalogue at `path`, each once for one resource; DefinitionFault when it cannot be read."""
    file = read_yaml(path)
    for group in ("resources", "personal_help"):
        for number, raw in enumerate(file.data.get(group, ())):
            known: set[str] = set()
            for way in ways:
                url = str(raw.get(way) or "")
                if url and url not in known:
                    known.add(url)
                    yield Address(f"{path}:{file.line(group, number, way)}", str(raw["id"]), way, url)


def _said(book: Phrasebook) -> Iterator[tuple[str, str, str]]:
    """The addresses in words; the twins of one key share theirs."""
    told: dict[tuple[str, str], str] = {}
    for text in spoken(book):
        for address in _ADDRESS.findall(text.text):
            told.setdefault((text.key, address.rstrip(".,;:")), f"{text.file}:{text.line}")
    yield from ((place, key, address) for (key, address), place in told.items())


def _plain(address: str) -> str:
    """The address without what makes no difference: http or https, www, a last slash, its anchor."""
    parts = urlsplit(address)
    query = f"?{parts.query}" if parts.query else ""
    return f"{parts.netloc.lower().removeprefix('www.')}{parts.path.rstrip('/')}{query}"
