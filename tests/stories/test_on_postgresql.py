"""The main job over PostgreSQL: the same house, another database."""

from __future__ import annotations

from pathlib import Path

from tests.stories.telling import arrives, plan_quickly, project_of, terms_quickly
from tests.support.house import House
from workflows.guide import Guide


async def test_both_first_drafts_are_made_and_nothing_is_lost_over_a_restart(
    guide: Guide, tmp_path: Path, postgres_url: str
) -> None:
    async with House(guide, tmp_path, postgres_url) as house:
        aicha = await arrives(house, "Aïcha", "fr")
        await terms_quickly(aicha, "fr")
        await plan_quickly(aicha, "fr")
        before = (await project_of(house, aicha)).to_data()
        await house.restart()
        assert (await project_of(house, aicha)).to_data() == before
        assert len(aicha.documents) == 2
        await aicha.says("/oublier")
        await aicha.taps(press=("erase", "", "project"))
        with house.store.transaction() as tx:
            assert tx.titles(str(aicha.number)) == ()
