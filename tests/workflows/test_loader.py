"""Definition files become definitions, and every mistake is refused with file, line, id and the mend."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.workflows.toy import FILES, line_of, write_picnic
from workflows.errors import DefinitionFault
from workflows.loader import codes_of, load_definitions


def test_a_picnic_is_read_as_it_is_written(tmp_path: Path) -> None:
    picnic = load_definitions(write_picnic(tmp_path))
    assert [step.id for step in picnic.steps] == ["guests", "food", "day"]
    assert picnic.documents == ("shopping-list",)
    assert picnic.short_path("shopping-list").stops == ("guests.people", "group.rules", "food.dishes")
    people = picnic.question("guests.people")
    assert (people.kind, people.at_least, people.at_most, people.unique_by) == ("records", 2, 5, ("name",))
    assert [(part.path, part.required, part.asked) for part in people.fields] == [
        ("guests.people.name", True, True),
        ("guests.people.tastes", False, False),
        ("guests.people.age", False, False),
    ]
    assert picnic.question("guests.people.tastes").options == ("sweet", "salty", "other")
    assert picnic.question("guests.people.tastes").option_key("sweet") == "lists.tastes.sweet"
    assert picnic.question("food.stove").option_key("gas") == "steps.food.questions.stove.options.gas"
    assert picnic.question("food.stove").condition == {"food.cooking": ("yes",)}
    assert picnic.question("day.budget").condition == {"answered": "day.when"}
    assert [question.id for question in picnic.members_of("rules")] == ["cooking"]
    assert picnic.step("food").gaps[1].settings["records"] == "guests.people"
    assert picnic.step("food").gaps[1].settings["field"] == "food.dishes.bringer"
    assert not picnic.has("food.nothing")


def test_every_id_that_a_button_may_name_has_a_code_of_its_own(tmp_path: Path) -> None:
    picnic = load_definitions(write_picnic(tmp_path))
    codes = codes_of(picnic, ("more",))
    names = [
        "guests",
        "guests.people",
        "guests.people.tastes",
        "sweet",
        "gas",
        "salad",
        "shopping-list",
        "group.rules",
        "gap.food.idle",
        "more",
    ]
    assert all(codes.long(codes.short(name)) == name for name in names)
    assert all(name in codes for name in names)


MISTAKES = {
    "a document that is not offered": (
        "journey.yml",
        "documents: [shopping-list]\n",
        "documents: []\n",
        "shopping-list",
    ),
    "an unknown kind": ("01_food.yml", "kind: link", "kind: lnik", "bringer"),
    "records inside records": (
        "01_food.yml",
        "{id: bringer, kind: link, to: guests.people}",
        "{id: bringer, kind: records}",
        "bringer",
    ),
    "an unknown key": ("02_day.yml", "at_most: 500", "at_mots: 500", "budget"),
    "an id with capitals": ("02_day.yml", "id: when", "id: When", "When"),
    "an id with a hyphen": ("02_day.yml", "id: when", "id: the-day", "the-day"),
    "no id": ("02_day.yml", "{id: when, kind", "{kind", "?"),
    "an id that stands twice": ("02_day.yml", "id: budget", "id: when", "when"),
    "a field that stands twice": ("00_guests.yml", "id: age, kind", "id: tastes, kind", "tastes"),
    "an unknown list": ("00_guests.yml", "lists.tastes", "lists.taste", "tastes"),
    "a choice without options": ("01_food.yml", "options: [gas, wood], ", "", "stove"),
    "a text without its longest length": (
        "00_guests.yml",
        "{id: title_fr, kind: text, longest: 40}",
        "{id: title_fr, kind: text}",
        "title_fr",
    ),
    "a number as a web address": (
        "02_day.yml",
        "id: budget, kind: money",
        "id: budget, web_address: true, kind: money",
        "budget",
    ),
    "a link to nowhere": ("01_food.yml", "kind: link, to: guests.people", "kind: link", "bringer"),
    "a link to a question that is not there": ("01_food.yml", "to: guests.people", "to: guests.persons", "bringer"),
    "a link to a question without rows": ("01_food.yml", "to: guests.people", "to: guests.title_en", "bringer"),
    "records without fields": ("00_guests.yml", "    fields:\n", "    starters:\n", "people"),
    "a recommended value that is no option": ("01_food.yml", 'recommended: "no"', "recommended: maybe", "cooking"),
    "a recommended value read as a boolean": ("01_food.yml", 'recommended: "no"', "recommended: true", "cooking"),
    "a condition on a question that is not there": ("01_food.yml", "ask_when: {cooking:", "ask_when: {cook:", "stove"),
    "a condition on a value that is no option": ("01_food.yml", '["yes"]}', "[always]}", "stove"),
    "a condition on a predicate that is not there": (
        "02_day.yml",
        "ask_when: {answered: when}",
        "ask_when: {predicate: rain}",
        "budget",
    ),
    "a group that is not there": ("01_food.yml", "group: rules", "group: rule", "cooking"),
    "a key field that is not there": ("00_guests.yml", "unique_by: [name]", "unique_by: [nom]", "people"),
    "starters from a list that is not there": (
        "01_food.yml",
        "starters: [salad, pie]",
        "starters_from: lists.pies",
        "dishes",
    ),
    "starters that fill a field that is not there": ("01_food.yml", "{dish: text}", "{meal: text}", "dishes"),
    "an unknown gap rule": ("01_food.yml", "rule: records_not_linked", "rule: not_linked", "idle"),
    "a gap on a field that is not there": ("01_food.yml", "field: dishes.bringer", "field: dishes.cook", "idle"),
    "a gap on a list that is not there": (
        "01_food.yml",
        "options_from: lists.tastes",
        "options_from: lists.taste",
        "no_taste",
    ),
    "a gap with a key that nobody reads": ("01_food.yml", "except: [other]", "exept: [other]", "no_taste"),
    "a gap without what its rule needs": ("00_guests.yml", ", number: 2", "", "nobody"),
    "a gap without an id": ("00_guests.yml", "{id: nobody, rule", "{rule", "guests"),
    "a gap on a predicate that is not there": (
        "00_guests.yml",
        "rule: fewer_than, question: people, number: 2",
        "rule: predicate, predicate: rain",
        "nobody",
    ),
    "a step file of another step": ("02_day.yml", "step: day", "step: night", "day"),
    "a key of a step file that nobody reads": ("02_day.yml", "questions:", "question:", "day"),
    "a list with an id that stands twice": ("lists.yml", "salty", "sweet", "tastes"),
    "a list that is none": ("lists.yml", "[sweet, salty, other]", "sweet", "tastes"),
    "a stop that is not there": ("journey.yml", "food.dishes]", "food.drinks]", "food.drinks"),
    "a stop at a group that is not there": ("journey.yml", "group.rules", "group.rule", "group.rule"),
    "a name that is not there": ("journey.yml", "guests.title_fr", "guests.titre", "guests.titre"),
    "a journey without steps": ("journey.yml", "steps:", "etapes:", "steps"),
    "a step without its file": ("journey.yml", ", file: 02_day.yml", "", "day"),
    "bounds that are no numbers": ("02_day.yml", "at_most: 500", 'at_most: "500"', "budget"),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_refused_with_file_line_id_and_the_mend(mistake: str, tmp_path: Path) -> None:
    file, old, new, name = MISTAKES[mistake]
    with pytest.raises(DefinitionFault) as refused:
        load_definitions(write_picnic(tmp_path, file, old, new))
    fault = refused.value
    assert Path(fault.file) == tmp_path / file
    assert name in fault.name
    assert 1 <= fault.line <= len(FILES[file].splitlines())
    assert fault.mend
    assert str(fault).startswith(f"{tmp_path / file}:{fault.line}: ")


@pytest.mark.parametrize(
    ("file", "old", "new", "piece"),
    [
        ("01_food.yml", "kind: link", "kind: lnik", "id: bringer"),
        ("02_day.yml", "at_most: 500", "at_mots: 500", "id: budget"),
        ("02_day.yml", "kind: date", "kind: day", "id: when"),
        ("01_food.yml", "rule: records_not_linked", "rule: not_linked", "id: idle"),
        ("01_food.yml", "ask_when: {cooking:", "ask_when: {cook:", "id: stove"),
        ("lists.yml", "salty", "sweet", "tastes"),
        ("00_guests.yml", "lists.tastes", "lists.taste", "id: tastes"),
    ],
)
def test_a_fault_points_at_the_line_of_the_mistake(file: str, old: str, new: str, piece: str, tmp_path: Path) -> None:
    with pytest.raises(DefinitionFault) as refused:
        load_definitions(write_picnic(tmp_path, file, old, new))
    assert refused.value.line == line_of(file, piece)


@pytest.mark.parametrize("file", FILES)
def test_a_file_that_is_missing_is_named(file: str, tmp_path: Path) -> None:
    (write_picnic(tmp_path) / file).unlink()
    with pytest.raises(DefinitionFault) as refused:
        load_definitions(tmp_path)
    assert Path(refused.value.file) == tmp_path / file


@pytest.mark.parametrize("file", FILES)
@pytest.mark.parametrize("text", ["", "just a sentence", "- a\n- b", "step: [", "a: b: c"])
def test_a_file_that_holds_something_else_is_refused_and_never_an_error(file: str, text: str, tmp_path: Path) -> None:
    (write_picnic(tmp_path) / file).write_text(text, encoding="utf-8")
    with pytest.raises(DefinitionFault) as refused:
        load_definitions(tmp_path)
    assert Path(refused.value.file) == tmp_path / file
