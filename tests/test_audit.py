"""The audit says what it found, and never calls well what it did not look up."""

from __future__ import annotations

from typing import Any

from tests.audit import OUT_OF_REACH, told

GOOD: dict[str, Any] = {"name": "a", "version": "1", "vulns": []}
BAD: dict[str, Any] = {"name": "b", "version": "2", "vulns": [{"id": "CVE-1", "fix_versions": ["3"]}]}
SKIPPED: dict[str, Any] = {"name": "c", "skip_reason": "not found"}


def report(*packages: dict[str, Any]) -> dict[str, Any]:
    return {"dependencies": list(packages)}


def test_only_when_everything_was_looked_up_and_is_well_it_ends_well() -> None:
    assert told(report(GOOD, GOOD))[1] == 0
    assert told(report(GOOD, BAD))[1] == 1
    assert told(report(GOOD, SKIPPED))[1] == 1


def test_a_vulnerability_is_named_with_its_mend_and_what_was_skipped_is_named_too() -> None:
    sentence, _ = told(report(GOOD, BAD, SKIPPED))
    assert "b 2: CVE-1, mended in 3" in sentence
    assert sentence.splitlines()[-1].endswith("c.")


def test_without_the_list_it_says_so() -> None:
    assert told(report(SKIPPED, SKIPPED)) == (OUT_OF_REACH, 1)
    assert told(report()) == (OUT_OF_REACH, 1)
