"""Sample templates and values that hold every block, in both languages and both orientations."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from PIL import Image

from workflows.documents import Chart, Document, Group, Mark, Meta, organization_chart, render
from workflows.letterhead import as_text
from workflows.pictures import logo
from workflows.project import Letterhead

ENGLISH = """\
::: cover
# Terms of Reference

{{ partnership }}

Draft {{ version }}, **{{ day }}**
:::

::: page

::: note
This is a draft. Points still open are {{ open }} and recommended wording is {{ recommended }}.
:::

## Purpose

1. The {{ partnership }} brings together organizations that serve newcomers. See the
   [federal page](https://www.canada.ca/en/immigration).
1. It works to
   1. plan together, with {{ people[0] }}\\
      and others;
   1. share what is learnt:
      1. in meetings,
      1. in writing.
   - a bullet below a clause

### Structure

Before the clauses stands a sentence.

1. The council meets {{ times }} times a year.
1. The chair is {{ open }}.

{{ chart }}

## Members

| Name | Organization | Share |
|-------------|---------------------|-----:|
| Settlement services |  |  |
{% for person in people %}
| {{ person }} | {{ partnership }} | {{ loop.index }} |
{% endfor %}
| *Others* |  |  |
| {{ open }} | {{ long }} | 100 |

{{ long }}

- first
- second
  - deeper
- **third**

## Not numbered {-}

A last word.

::: signatures
### Signed by

| | |
|----|---------|
| Chair | |
| Date | |
:::

:::: annex
## Annex A. Glossary

1. **Settlement**: {{ long }}
1. Second
   1. smaller
::: note
A note inside.
:::
::::
"""

FRENCH = """\
::: cover
# Plan d’action annuel

{{ partnership }}
:::

## Sommaire {-}

Le plan compte {{ times }} actions; les points ouverts sont {{ open }}.

| Nº | Action | Résultat visé | Responsable | Partenaires | Début | Fin | Budget | État |
|---|-----------|-----------|--------|--------|-----|-----|-----:|------|
{% for priority in ("Priorité 1 : accueil", "Priorité 2 : emploi") %}
| {{ priority }} | | | | | | | | |
{% for person in people %}
| {{ loop.index }} | {{ action }} | {{ long }} | {{ person }} | {{ lead }} | {{ month }} | {{ month }} |
{#- #} {{ money }} | {{ open }} |
{% endfor %}
{% endfor %}

## Suite

1. {{ action }}
1. {{ long }}
"""

PEOPLE = (
    "Amina Diallo",
    "محمد العربي (2)",
    "Олександр Шевченко",
    "Nguyễn Thị Hồng",
    "李小龍",
    "தமிழ் செல்வி",
    "ᐃᓄᒃᑎᑐᑦ ᓄᓇᕗᑦ",
)

CHART = Chart(
    council="Partnership Council of the Three Rivers Local Immigration Partnership",
    executive="Executive Committee",
    secretariat="Secretariat: Three Rivers Community Centre",
    groups=(
        Group("Settlement and welcome", ("Housing", "First days in the community")),
        Group("Employment and entrepreneurship", ("Credential recognition",)),
        Group("Health and well-being"),
        Group("Schools, youth and families", ("محمد العربي", "Mentors")),
        Group("Francophone newcomers"),
        Group("Communications"),
    ),
    advisory="Newcomer Advisory Table",
)


def sample_context(**more: Any) -> dict[str, Any]:
    """The values of both sample templates."""
    return {
        "partnership": "Three Rivers Local Immigration Partnership",
        "version": "0.3",
        "day": "22\u00a0November 2026",
        "open": Mark("[open point: to be chosen]"),
        "recommended": Mark("[recommended: two years]", "recommended"),
        "people": PEOPLE,
        "times": 4,
        "chart": organization_chart(CHART, "The council, the executive committee below it and six groups"),
        "long": "First paragraph of a long answer, as typed.\nA second one, with *stars* and 1. a number.",
        "lead": "Partenariat local",
        "action": "Ouvrir un guichet d’accueil pour les personnes nouvellement arrivées",
        "month": "avr. 2027",
        "money": "12\u00a0500\u00a0$",
        **more,
    }


def sample_meta(language: str = "en", landscape: bool = False, **more: Any) -> Meta:
    """What the sample files say about themselves."""
    french = language == "fr"
    facts: dict[str, Any] = {
        "title": "Plan d’action annuel" if french else "Terms of Reference",
        "language": "fr" if french else "en",
        "landscape": landscape,
        "date": datetime.date(2026, 11, 22),
        "version": "0.3",
        "organization": "Three Rivers LIP",
        "page_of": "Page {page} de {pages}" if french else "Page {page} of {pages}",
        "footer": "Ébauche 0.3, 22 novembre 2026" if french else "Draft 0.3, 22 November 2026",
    }
    return Meta(**{**facts, **more})


def render_sample(language: str = "en", landscape: bool | None = None, **values: Any) -> Document:
    """The sample document of a language: English with every block, French with a wide table."""
    source = FRENCH if language == "fr" else ENGLISH
    turned = language == "fr" if landscape is None else landscape
    return render(source, f"sample-{language}.md.j2", sample_context(**values), sample_meta(language, turned))


@pytest.fixture(scope="session")
def english() -> Document:
    """A portrait document with every block."""
    return render_sample("en")


@pytest.fixture(scope="session")
def french() -> Document:
    """A landscape document with a table of many columns."""
    return render_sample("fr")


@pytest.fixture(scope="session")
def sample() -> Callable[..., Document]:
    """`render_sample`, for tests that change a value or a side."""
    return render_sample


@pytest.fixture(scope="session")
def meta() -> Callable[..., Meta]:
    """`sample_meta`."""
    return sample_meta


@pytest.fixture(scope="session")
def page(meta: Callable[..., Meta]) -> Callable[..., Document]:
    """A document from a short template and its values."""

    def made(source: str, **context: Any) -> Document:
        return render(source, "page.md.j2", context, meta())

    return made


@pytest.fixture(scope="session")
def letterhead() -> Letterhead:
    """A colour that is just dark enough, a contact line, and a logo with a colour of its own."""
    out = BytesIO()
    Image.new("RGB", (420, 140), "#b3261e").save(out, "PNG")
    return Letterhead("#767676", "www.example.ca · 705 555-0100", as_text(logo(out.getvalue())))
