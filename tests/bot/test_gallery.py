"""The gallery: every card in both languages, as Telegram would get it, readable without a script."""

from __future__ import annotations

import functools
import re
from html.parser import HTMLParser

import pytest

from bot.gallery import INDEX, pages
from tests.support.walker import the_guide
from workflows.cards import CARDS
from workflows.showcase.spoken import spoken_keys
from workflows.showcase.tour import tour

VOID = frozenset({"meta", "br", "link", "img", "hr", "col"})


@functools.cache
def gallery() -> dict[str, str]:
    """Every page, made once."""
    return {name: content.decode() for name, content in pages(the_guide())}


class Outline(HTMLParser):
    """The ids, links, languages and tags of a page; `crossed` are tags closed in the wrong order."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.labelled: list[str] = []
        self.open: list[str] = []
        self.crossed: list[str] = []
        self.tags: set[str] = set()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        self.tags.add(tag)
        self.ids += [told["id"] or ""] if "id" in told else []
        self.links += [told["href"] or ""] if "href" in told else []
        self.labelled += [told["aria-labelledby"] or ""] if "aria-labelledby" in told else []
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.crossed.append(tag)


@functools.cache
def outline() -> Outline:
    return Outline(gallery()[INDEX])


def test_every_kind_of_card_is_on_the_page_in_both_languages() -> None:
    names = set(re.findall(r'<h4 id="[^"]+"><a href="#[^"]+">([^<]+)</a>', gallery()[INDEX]))
    assert {name.split("/")[0] for name in names} >= set(CARDS)


def test_every_question_is_on_the_page() -> None:
    for question in the_guide().knowledge.definitions.everything():
        if not question.parent:
            assert f"/{question.path}/first<" in gallery()[INDEX], question.path


def test_each_card_stands_beside_its_twin() -> None:
    """Where one language takes a page more, that page stands alone and the other side says so."""
    pairs = re.findall(r'<article aria-labelledby="([^"]+)">(.*?)</article>', gallery()[INDEX], re.DOTALL)
    lonely = [name for name, pair in pairs if '<p class="none"' in pair and "-page" not in name]
    assert len(pairs) > 800
    assert lonely == []


def test_the_documents_are_there_in_both_languages_and_linked() -> None:
    for document in the_guide().knowledge.definitions.documents:
        for language in ("en", "fr"):
            name = f"{document}.{language}.html"
            assert gallery()[name].lstrip().startswith("<!DOCTYPE html>")
            assert name in outline().links


def test_the_page_needs_no_script_and_nothing_from_elsewhere() -> None:
    page = gallery()[INDEX]
    assert not {"script", "img", "iframe", "form", "input"} & outline().tags
    assert not re.findall(r"(?:src|url)\s*[=(]\s*[\"']?https?:", page)


def test_every_tag_is_closed_every_id_is_its_own_and_every_link_inside_leads_somewhere() -> None:
    found = outline()
    assert (found.crossed, found.open) == ([], [])
    assert len(set(found.ids)) == len(found.ids)
    assert {link[1:] for link in found.links if link.startswith("#")} <= set(found.ids)
    assert set(found.labelled) <= set(found.ids)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_lengths_are_told_in_words_beside_each_meter(language: str) -> None:
    page = gallery()[INDEX]
    told = {"en": r"[\d,]+ of 4,096 characters", "fr": r"[\d\u00a0\u202f]+ caractères sur 4[\u00a0\u202f]096"}[language]
    cards = len(re.findall(rf'<div class="card" lang="{language}">', page))
    assert len(re.findall(told, page)) >= cards > 300


def test_every_word_that_somebody_reads_is_on_the_page_or_in_a_document() -> None:
    """What no card shows with the sample answers is listed below the cards, with its key."""
    listed = set(re.findall(r"<tr><td>([^<]+)</td>", gallery()[INDEX]))
    spoken = {
        key
        for language in ("en", "fr")
        for stop in tour(the_guide().knowledge, language)
        for key in spoken_keys(stop.screen)
    }
    left_out = ("keywords.", "search.", "documents.", "gallery.")
    keys = {key for key in the_guide().book.words["en"] if not key.startswith(left_out)}
    assert keys - spoken - listed == set()
    assert len(listed) < len(keys) / 3
