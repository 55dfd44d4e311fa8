"""The real definitions and words, read once."""

from __future__ import annotations

import pytest
from hypothesis import settings

from tests.support.walker import Walker, the_guide
from workflows.guide import Guide
from workflows.schema import Definitions
from workflows.wording import Phrasebook

# The same examples on every machine, and no failure because a machine is slow.
settings.register_profile("house", deadline=None, derandomize=True)
settings.load_profile("house")


@pytest.fixture(scope="session")
def guide() -> Guide:
    """The real guide."""
    return the_guide()


@pytest.fixture(scope="session")
def definitions(guide: Guide) -> Definitions:
    """The real definitions."""
    return guide.knowledge.definitions


@pytest.fixture(scope="session")
def book(guide: Guide) -> Phrasebook:
    """The real words."""
    return guide.book


@pytest.fixture
def walker() -> Walker:
    """Somebody who reads English and has named her partnership."""
    return Walker()


@pytest.fixture(params=["en", "fr"])
def either(request: pytest.FixtureRequest) -> Walker:
    """Somebody of either language who has named their partnership."""
    return Walker(request.param)
