"""Canadian French typography, one rule after another."""

from __future__ import annotations

import pytest

from workflows.typography import NBSP, faults

GOOD = (
    "Bonjour! Ça va? Oui; merci.",
    f"Voici{NBSP}: deux points",
    f"«{NBSP}Bonjour{NBSP}»",
    f"25{NBSP}%",
    f"1{NBSP}250,50{NBSP}$",
    "L’école d’été",
    "Attendez…",
    "Le cœur d’une œuvre, ses mœurs et sa sœur",
    "Étape, État, Évaluer",
    "les personnes nouvellement arrivées",
    "https://www.canada.ca/fr.html?a=1",
    "Envoyez /aide",
    "à 12:30",
    "{name}",
    "les participantes et participants",
    "Vous choisissez le ton",
    f"{{name}}{NBSP}: {{value}}",
    f"ratio{NBSP}: 3",
    "la cohésion; l’entente",
    "une addition (ensemble)",
)
BAD = {
    "Bonjour !": "; ! ?",
    f"Ça va{NBSP}?": "; ! ?",
    "Oui\u202f; merci": "; ! ?",
    "Voici: deux points": "before a colon",
    "Voici : deux points": "no-break space",
    "Voici\u202f: deux points": "no-break space",
    "« Bonjour »": "inside « and »",
    "«Bonjour»": "inside « and »",
    "25 %": "before % and $",
    "25%": "before % and $",
    "1 250 $": "before % and $",
    "L'école": "apostrophe",
    'Le "mot"': "quotation marks",
    f"10\u202f000{NBSP}$": "thin space",
    "Attendez...": "ellipsis",
    "Une oeuvre": "œ is one letter",
    "Le coeur": "œ is one letter",
    "ma soeur": "œ is one letter",
    "Etape 1": "capitals keep their accents",
    "Evaluer": "capitals keep their accents",
    "les participant·es": "inclusive",
    "les participant(e)s": "inclusive",
    "les participant.e.s": "inclusive",
    "Si tu veux": "vous",
    "Ta réponse": "vous",
    "C’est à toi": "vous",
    "C’est ton choix": "vous",
}


@pytest.mark.parametrize("text", GOOD)
def test_good_french_has_no_fault(text: str) -> None:
    assert faults(text) == ()


@pytest.mark.parametrize("text", BAD)
def test_a_broken_rule_is_named(text: str) -> None:
    assert any(BAD[text] in rule for rule in faults(text)), faults(text)


def test_every_rule_that_a_text_breaks_is_named() -> None:
    assert len(faults("L'ecole : « oui » !")) >= 4
