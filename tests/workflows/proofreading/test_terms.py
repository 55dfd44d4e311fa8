"""Forms that the glossary rejects, and what is told instead."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.workflows.proofreading.samples import shipped_names, shipped_terms, written
from workflows.errors import DefinitionFault
from workflows.proofreading.terms import load_terms, terms


def faults(text: str, language: str = "fr") -> list[str]:
    return list(terms(written(text, language), shipped_terms(), shipped_names()))


@pytest.mark.parametrize(
    "text",
    [
        "Rédigez les termes de référence.", "Un partenariat d’immigration local.", "Le comité de pilotage.",
        "L’année fiscale commence en avril.", "Il faut implémenter le plan.", "Une belle opportunité.",
        "Cette dépense est éligible.", "Les organismes INÉLIGIBLES.", "On réfère les gens au centre.",
        "Selon les meilleures pratiques.", "Un appel à propositions.", "La livraison de services.",
    ],
)  # fmt: skip
def test_each_rejected_form_of_the_brief_is_found_in_any_ending(text: str) -> None:
    (fault,) = faults(text)
    assert "is a rejected form. Write: " in fault


@pytest.mark.parametrize(
    "text",
    [
        "Le cadre de référence est prêt.", "Une personne-ressource.", "Les lignes : {items}.", "L’exercice 2027-2028.",
        "Un formulaire de référence.", "Il porte sur l’admissibilité.", "Un dossier bien rempli.",
    ],
)  # fmt: skip
def test_good_words_that_look_alike_are_left_alone(text: str) -> None:
    assert faults(text) == []


def test_english_is_read_with_its_own_list() -> None:
    assert "centre" in faults("The welcome center opens.", "en")[0]
    assert faults("The welcome centre opens.", "en") == []
    assert "capital" in faults("A francophone school.", "en")[0]
    assert faults("A Francophone school and the Réseau en immigration francophone.", "en") == []


def test_a_form_without_its_better_one_is_refused_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "terms.yml"
    path.write_text('rejected:\n  fr:\n    - {avoid: ["x"], write: "y"}\n    - {avoid: ["z"]}\nleftovers: {}\n')
    with pytest.raises(DefinitionFault, match=r"terms\.yml:4"):
        load_terms(path)
    path.write_text("rejected: {}\n")
    with pytest.raises(DefinitionFault, match="leftovers"):
        load_terms(path)
