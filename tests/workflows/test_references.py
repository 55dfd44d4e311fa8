"""Every id that one definition says of another exists; the mistakes themselves stand in test_loader.py."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.workflows.toy import line_of, write_picnic
from workflows.errors import DefinitionFault
from workflows.loader import load_definitions


@pytest.mark.parametrize(
    ("file", "old", "new", "piece"),
    [
        ("01_food.yml", "to: guests.people", "to: guests.persons", "id: bringer"),
        ("00_guests.yml", "unique_by: [name]", "unique_by: [nom]", "id: people"),
        ("01_food.yml", "group: rules", "group: rule", "id: cooking"),
        ("02_day.yml", "{answered: when}", "{answered: never}", "id: budget"),
        ("01_food.yml", "records: guests.people", "records: guests.title_en", "id: idle"),
        ("00_guests.yml", "question: people", "question: title_en", "id: nobody"),
        ("journey.yml", "group.rules", "group.rule", "- document: shopping-list"),
        ("journey.yml", "food.dishes]", "dishes]", "- document: shopping-list"),
        ("journey.yml", "guests.title_fr", "guests.titre", "names"),
    ],
)
def test_a_name_that_names_nothing_is_refused_where_it_is_said(
    file: str, old: str, new: str, piece: str, tmp_path: Path
) -> None:
    with pytest.raises(DefinitionFault) as refused:
        load_definitions(write_picnic(tmp_path, file, old, new))
    assert (Path(refused.value.file).name, refused.value.line) == (file, line_of(file, piece))
