"""Then and now: the facts of the file, refused when malformed, and their card in both languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.telegram_limits import length
from tests.support.walker import Walker, the_guide
from workflows.actions import Command, Press
from workflows.errors import DefinitionFault
from workflows.facts import Fact, facts_for, load_facts

KNOWN = the_guide().knowledge
STEPS = [step.id for step in KNOWN.definitions.steps]
LINE = "{id: a, year_then: 2013, year_now: 2024, steps: [council], sources: [x]}"


def written(folder: Path, *lines: str) -> Path:
    file = folder / "facts.yml"
    file.write_text("facts:\n" + "".join(f"  - {line}\n" for line in lines), encoding="utf-8")
    return file


def test_a_fact_is_read_as_it_is_written(tmp_path: Path) -> None:
    fact = Fact("a", 2013, 2024, ("council",), ("x",))
    assert load_facts(written(tmp_path, LINE), ["council"]) == (fact,)
    assert fact.words == "then_and_now.items.a"


@pytest.mark.parametrize(
    "lines",
    [
        (LINE, LINE),
        (LINE.replace("council", "dance"),),
        (LINE.replace("2013", "2025"),),
        (LINE.replace("2013", '"2013"'),),
        (LINE.replace(", sources: [x]", ""),),
        (LINE.replace("[x]", "[]"),),
        (LINE.replace("[council]", "[]"),),
        (LINE.replace("sources", "source"),),
        ("just a text",),
    ],
)
def test_a_malformed_fact_is_refused_with_its_line(lines: tuple[str, ...], tmp_path: Path) -> None:
    with pytest.raises(DefinitionFault) as refused:
        load_facts(written(tmp_path, *lines), ["council"])
    assert refused.value.line == len(lines) + 1


def test_a_file_without_facts_is_refused(tmp_path: Path) -> None:
    (tmp_path / "facts.yml").write_text("rules: []\n", encoding="utf-8")
    with pytest.raises(DefinitionFault, match="no list of facts"):
        load_facts(tmp_path / "facts.yml", ["council"])


def test_every_step_has_facts_and_every_fact_has_a_step() -> None:
    assert all(facts_for(KNOWN.facts, step) for step in STEPS)
    assert set(facts_for(KNOWN.facts, "")) == {fact for step in STEPS for fact in facts_for(KNOWN.facts, step)}


def test_every_fact_says_its_years_or_stands_beside_them_and_names_sources_that_have_words() -> None:
    for fact in KNOWN.facts:
        for language in ("en", "fr"):
            for part in ("title", "then", "now"):
                assert KNOWN.book.has(f"{fact.words}.{part}", language)
            for name in fact.sources:
                assert KNOWN.catalogue.get(name) or KNOWN.book.has(f"then_and_now.sources.{name}", language), name


def test_no_source_is_left_over() -> None:
    named = {name for fact in KNOWN.facts for name in fact.sources}
    told = {key.rpartition(".")[2] for key in KNOWN.book.words["en"] if key.startswith("then_and_now.sources.")}
    assert told == {name for name in named if KNOWN.catalogue.get(name) is None}


@pytest.mark.parametrize("step", ["", *STEPS])
def test_every_page_of_the_card_fits_a_phone_and_all_facts_of_the_step_are_on_one(step: str, either: Walker) -> None:
    either.do(Press("step", step) if step else Command("resources"))
    either.tap("facts", step)
    seen: set[str] = set()
    while True:
        seen |= {key.rpartition(".")[0] for key in either.keys if key.startswith("then_and_now.items.")}
        assert all(length(messages[0].plain) <= 1500 and len(messages) == 1 for messages in either.messages.values())
        following = str(either.spot.page + 1)
        if not either.offers("page", value=following):
            break
        either.tap("page", value=following)
    assert seen == {fact.words for fact in facts_for(KNOWN.facts, step)}
    either.tap("back")
    assert either.screen.id == ("step" if step else "home")


def test_the_sources_that_are_resources_are_one_tap_away(either: Walker) -> None:
    either.do(Press("step", "research_strategy"))
    either.tap("facts")
    opened = next(press.target for press in either.presses() if press.verb == "resource")
    either.tap("resource", opened)
    assert (either.screen.id, either.spot.value) == ("resource", opened)
    either.tap("back")
    assert (either.screen.id, either.spot.step) == ("step", "research_strategy")


def test_a_page_that_is_not_there_shows_the_last_one(walker: Walker) -> None:
    walker.do(Press("step", "profile"))
    walker.tap("facts")
    walker.do(Press("page", value="99"))
    assert walker.offers("page")
    assert not walker.offers("page", value="100")
    assert any(key.startswith("then_and_now.items.") for key in walker.keys)
