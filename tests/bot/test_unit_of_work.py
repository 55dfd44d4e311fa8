"""One update's work: what is loaded, kept, owed, and what a text is told about the place it was sent from."""

from __future__ import annotations

from tests.support.house import House
from tests.support.person import Person


async def test_a_first_contact_is_answered_in_the_language_of_the_app(house: House) -> None:
    remi = Person(house, "Rémi", language_code="fr-CA")
    await remi.starts()
    assert remi.card.startswith("Poche\n\nQuelle couleur?")
    assert remi.labels == ["Rouge", "Vert", "Bleu", "Suivant"]


async def test_a_new_project_is_kept_with_its_name(house: House, amina: Person) -> None:
    with house.store.transaction() as tx:
        (title,) = tx.titles(str(amina.number))
        project = tx.project(title.id, str(amina.number))
    assert (title.name, title.id) == ("Kenora", "id000001")
    assert project is not None
    amina.sees("pocket.title", "pocket.red")
