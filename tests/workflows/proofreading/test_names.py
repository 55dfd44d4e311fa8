"""Names of bodies and programs: the official form passes, everything near it does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.workflows.proofreading.samples import shipped_names, written
from workflows.errors import DefinitionFault
from workflows.proofreading.names import load_names, masked, names


def faults(text: str, language: str, key: str = "interface.sample") -> list[str]:
    return list(names(written(text, language, key), shipped_names()))


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_official_name_passes_in_its_own_language(language: str) -> None:
    for name in shipped_names().official:
        assert faults(f"{name.forms[language]}.", language) == [], name.id


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Demandez à Immigration, réfugiés et citoyenneté Canada.", "fr"),
        ("Demandez à Immigration, Réfugiés et Citoyenneté du Canada.", "fr"),
        ("Demandez à Immigration, Refugees and Citizenship Canada.", "fr"),
        ("Ask Immigration, Refugee and Citizenship Canada.", "en"),
        ("Ask Citoyenneté et Immigration Canada.", "en"),
        ("The settlement program pays.", "en"),
        ("Statistiques Canada publie un profil.", "fr"),
        ("La Loi des langues officielles.", "fr"),
        ("Un partenariat zonal réunit deux centres.", "fr"),
        ("Le LIP se réunit.", "fr"),
        ("The PLI meets.", "en"),
        ("Les LIPs se réunissent.", "fr"),
    ],
)
def test_a_miswritten_or_foreign_name_is_a_fault_with_its_place_and_the_right_form(text: str, language: str) -> None:
    (fault,) = faults(text, language)
    assert fault.startswith(f"content/{language}/interface.yml:7: interface.sample: ")
    assert "Write: " in fault


def test_an_acronym_is_answered_with_an_acronym() -> None:
    assert faults("Le LIP se réunit.", "fr")[0].endswith("Write: PLI.")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Un réseau en immigration francophone aide les partenariats locaux en matière d’immigration.", "fr"),
        ("Local Immigration Partnerships plan together.", "en"),
        (
            "Le conseil dit « Local Immigration Partnership » en anglais.".replace("« ", "«\u00a0").replace(
                " »", "\u00a0»"
            ),
            "fr",
        ),
        ("Settlement AtWork et LIP Guide sont des noms.", "fr"),
        ("L’immigration francophone et les langues officielles.", "fr"),
        ("A slippery slope, a zipper and a clip.", "en"),
    ],
)
def test_general_words_plurals_quotations_and_kept_names_are_left_alone(text: str, language: str) -> None:
    assert faults(text, language) == []


def test_the_field_that_asks_for_the_name_in_the_other_language_may_say_it() -> None:
    assert faults("Belle-Baie Local Immigration Partnership", "fr", "steps.profile.questions.name_en.example") == []


def test_masking_hides_names_and_blanks_and_nothing_else() -> None:
    told = masked("Voir {name} chez Immigration, Réfugiés et Citoyenneté Canada.", "fr", shipped_names())
    assert told == "Voir · chez ·."


def test_a_name_without_its_first_form_is_refused_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "names.yml"
    path.write_text('official:\n  - {id: a, en: "A", fr: "B"}\n  - {id: b, fr: "C"}\n')
    with pytest.raises(DefinitionFault, match=r"names\.yml:3"):
        load_names(path)
