"""A question about somebody's own life is recognized; one about the work of a partnership is not taken for it."""

from __future__ import annotations

import pytest

from tests.support.walker import the_guide
from workflows.lexicon import Stems
from workflows.personal import Personal

PERSONAL = Personal(the_guide().book, Stems())


@pytest.mark.parametrize(
    "text",
    [
        "visa", "asylum", "How do I apply for a visa for my mother?", "I need a lawyer", "my permanent residence",
        "sponsor my husband", "work permit expired", "Comment parrainer mon épouse?", "demande d’asile", "un avocat",
        "renouveler ma carte de résident permanent", "mon visa a été refusé", "my landlord wants the rent",
        "j’ai besoin d’un avocat pour notre communauté",
    ],
)  # fmt: skip
def test_a_private_matter_is_recognized(text: str) -> None:
    assert PERSONAL.asks(text)


@pytest.mark.parametrize(
    "text",
    [
        "", "quorum", "how big should our council be?", "services for asylum claimants in our community plan",
        "work permit holders: data for our region", "new permanent residents by month", "legal duty to serve in French",
        "I want to start a LIP", "demandeurs d’asile et services de nos membres", "qui peut tenir l’accord?",
        "should the landlords’ association sit on our council?", "je veux inviter des employeurs au conseil",
    ],
)  # fmt: skip
def test_the_work_of_a_partnership_is_not_taken_for_one(text: str) -> None:
    assert not PERSONAL.asks(text)
