"""A backup made while people talked answers their next press; what was typed since then is gone."""

from __future__ import annotations

from pathlib import Path

from bot.settings import sqlite_url
from bot.storage.backup import backup, restore
from tests.stories.telling import arrives, project_of
from tests.stories.test_unexpected import opens
from tests.support.house import House
from workflows.guide import Guide

PLACE, TABLE = "profile.place", "council.table_exists"


async def test_a_restored_backup_answers_the_next_press_on_any_card(guide: Guide, tmp_path: Path) -> None:
    url = sqlite_url(tmp_path / "house.db")
    async with House(guide, tmp_path) as house:
        maya = await arrives(house, "Maya", "en")
        await opens(maya, PLACE)
        await maya.says("Kenora")
        await opens(maya, TABLE)
        card, meets = maya.shown, maya.payload(press=("set", TABLE, "already_meets"))
        backup(url, tmp_path / "backup.db")
        await maya.taps(press=("set", TABLE, "not_yet"))
        later = maya.payload(press=("home",))
        await house.close()

        restore(url, tmp_path / "backup.db", replace=True)
        await house.open()
        project = await project_of(house, maya)
        assert (project.value(PLACE), project.value(TABLE)) == ("Kenora", None)
        await maya.presses(later)
        assert maya.buttons, "a card of after the backup shows where one is"
        await house.api.tap(maya.account, card, meets)
        await house.quiet()
        assert (await project_of(house, maya)).value(TABLE) == "already_meets"
        assert maya.buttons
