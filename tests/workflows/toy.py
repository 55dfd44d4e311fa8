"""A picnic as toy definitions: three small steps in a folder of their own, to be broken one mistake at a time."""

from __future__ import annotations

from pathlib import Path

JOURNEY = """\
version: 1
steps:
  - {id: guests, file: 00_guests.yml}
  - {id: food, file: 01_food.yml, documents: [shopping-list]}
  - {id: day, file: 02_day.yml}
names: {en: guests.title_en, fr: guests.title_fr}
documents: [shopping-list]
short_paths:
  - document: shopping-list
    stops: [guests.people, group.rules, food.dishes]
groups:
  - {id: rules, step: food}
"""
LISTS = """\
tastes: [sweet, salty, other]
yes_no: ["yes", "no"]
"""
GUESTS = """\
step: guests
questions:
  - {id: title_en, kind: text, longest: 40}
  - {id: title_fr, kind: text, longest: 40}
  - id: people
    kind: records
    at_least: 2
    at_most: 5
    unique_by: [name]
    fields:
      - {id: name, kind: text, longest: 20}
      - {id: tastes, kind: choices, options_from: lists.tastes, required: false}
      - {id: age, kind: number, at_least: 0, at_most: 120, required: false}
gaps:
  - {id: nobody, rule: fewer_than, question: people, number: 2}
"""
FOOD = """\
step: food
questions:
  - {id: cooking, kind: choice, options_from: lists.yes_no, recommended: "no", group: rules}
  - {id: stove, kind: choice, options: [gas, wood], ask_when: {cooking: ["yes"]}}
  - id: dishes
    kind: records
    at_most: 9
    starters: [salad, pie]
    starter_fills: {dish: text}
    fields:
      - {id: dish, kind: text, longest: 40}
      - {id: bringer, kind: link, to: guests.people}
gaps:
  - {id: no_taste, rule: options_never_chosen, options_from: lists.tastes, except: [other], field: guests.people.tastes}
  - {id: idle, rule: records_not_linked, records: guests.people, field: dishes.bringer}
"""
DAY = """\
step: day
questions:
  - {id: when, kind: date}
  - {id: budget, kind: money, at_least: 0, at_most: 500, ask_when: {answered: when}}
"""
FILES = {
    "journey.yml": JOURNEY,
    "lists.yml": LISTS,
    "results.yml": "results: []\n",
    "00_guests.yml": GUESTS,
    "01_food.yml": FOOD,
    "02_day.yml": DAY,
}


def write_picnic(folder: Path, file: str = "", old: str = "", new: str = "") -> Path:
    """Write the definitions into `folder`, with `old` in `file` replaced by `new` once; returns the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in FILES.items():
        if name == file:
            assert old in text, f"{old!r} does not stand in {name}"
            text = text.replace(old, new, 1)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def line_of(file: str, piece: str) -> int:
    """The line of `file` on which `piece` first stands."""
    return next(number for number, line in enumerate(FILES[file].splitlines(), 1) if piece in line)
