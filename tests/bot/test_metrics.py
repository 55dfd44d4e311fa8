"""What is counted, and that nothing of anybody is in it."""

from __future__ import annotations

import pytest

from bot.metrics import FAILED, FILE, REPLY, Metrics


def test_updates_stages_and_drafts_are_counted() -> None:
    metrics = Metrics()
    metrics.count(FAILED)
    metrics.took(REPLY, 0.03)
    metrics.draft_built("pdf")
    told = metrics.rendered().decode()
    assert 'lip_guide_updates_total{outcome="failed"} 1.0' in told
    assert 'lip_guide_updates_total{outcome="taken"} 0.0' in told, "what never happened is told as nought"
    assert 'lip_guide_stage_seconds_bucket{le="0.05",stage="reply"} 1.0' in told
    assert 'lip_guide_drafts_built_total{format="pdf"} 1.0' in told


def test_a_stage_that_fails_is_timed_too() -> None:
    metrics = Metrics()
    with pytest.raises(KeyError), metrics.timed(FILE):
        raise KeyError
    assert 'lip_guide_stage_seconds_count{stage="file"} 1.0' in metrics.rendered().decode()


def test_two_applications_count_apart() -> None:
    one, other = Metrics(), Metrics()
    one.count(FAILED)
    assert 'outcome="failed"} 0.0' in other.rendered().decode()
