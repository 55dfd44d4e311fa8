"""A coordinator takes the plan to a table that works in a spreadsheet."""

from __future__ import annotations

from io import BytesIO

import pytest
from openpyxl import load_workbook

from tests.stories.telling import arrives
from tests.support.house import House


@pytest.mark.parametrize("language", ["en", "fr"])
async def test_the_plan_comes_as_a_workbook_too(house: House, language: str) -> None:
    amina = await arrives(house, "Amina", language)
    await amina.says("/draft")
    await amina.taps(press=("document", "action-plan"))
    await amina.taps(press=("draft", "action-plan", f"{language}.xlsx"))
    name, data = amina.documents[-1]
    assert name.endswith(f"_{language}.xlsx")
    assert load_workbook(BytesIO(data)).worksheets[0].freeze_panes == "A2"
