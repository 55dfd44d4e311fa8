"""`lip-guide search`: what the search of the bot answers, on the command line. It opens no database."""

from __future__ import annotations

import argparse
import json

from bot.settings import Settings


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The words, the reader's language, and the shape of the answer."""
    parser.add_argument("words", nargs="+", metavar="WORDS", help="in one's own words, in either language")
    parser.add_argument("--language", default="en", help="the reader's language (default: en)")
    parser.add_argument("--json", action="store_true", help="a list of {id, score}, best first, instead of lines")


def search(given: argparse.Namespace, _: Settings) -> int:
    """Print the resources that fit, best first; nothing, or an empty list, when nothing fits."""
    from workflows import guide
    from workflows.phrases import Phrase

    known = guide.load()
    language = known.language_of(given.language)
    catalogue = known.knowledge.catalogue
    hits = known.knowledge.search.find(" ".join(given.words), language)
    found = [(item, score) for name, score in hits if (item := catalogue.get(name))]
    if given.json:
        print(json.dumps([{"id": item.public_id, "score": score} for item, score in found]))
        return 0
    for item, score in found:
        print(f"{score:.2f}  {item.public_id}  {known.book.text(Phrase(f'{item.words}.title'), language)}")
    return 0
