"""What every test may use."""

import gc

import pytest

pytest_plugins = ["tests.support.postgres"]


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--golden-write` writes the approved texts of tests/golden again instead of comparing with them."""
    parser.addoption("--golden-write", action="store_true", default=False, help="write tests/golden again")


def pytest_collection_finish() -> None:
    """What was imported stays: the collector need not look at it again during thousands of tests."""
    gc.collect()
    gc.freeze()
