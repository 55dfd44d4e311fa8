"""Where somebody stands, for the aiogram peer: its plain storage of states on SQLite, each write a durable commit."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Self

import aiosqlite
from aiogram.fsm.storage.base import BaseStorage, StateType, StorageKey


class SqliteStorage(BaseStorage):
    """One connection, one thread."""

    def __init__(self, opened: aiosqlite.Connection) -> None:
        self._connection = opened

    @classmethod
    async def open(cls, file: Path) -> Self:
        """A storage over this file."""
        opened = await aiosqlite.connect(file)
        await opened.execute("PRAGMA journal_mode=WAL")
        await opened.execute("PRAGMA synchronous=FULL")
        await opened.execute("CREATE TABLE at (chat INTEGER PRIMARY KEY, state, data)")
        return cls(opened)

    async def _write(self, column: str, key: StorageKey, value: str | None) -> None:
        statement = f"INSERT INTO at (chat, {column}) VALUES (?, ?) ON CONFLICT (chat) DO UPDATE SET {column} = ?"
        await self._connection.execute(statement, (key.chat_id, value, value))
        await self._connection.commit()

    async def _read(self, column: str, key: StorageKey) -> str | None:
        async with self._connection.execute(f"SELECT {column} FROM at WHERE chat = ?", (key.chat_id,)) as found:
            row = await found.fetchone()
        return row[0] if row else None

    async def set_state(self, key: StorageKey, state: StateType = None) -> None:
        await self._write("state", key, getattr(state, "state", state))

    async def get_state(self, key: StorageKey) -> str | None:
        return await self._read("state", key)

    async def set_data(self, key: StorageKey, data: Mapping[str, Any]) -> None:
        await self._write("data", key, json.dumps(data))

    async def get_data(self, key: StorageKey) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(await self._read("data", key) or "{}")
        return found

    async def close(self) -> None:
        await self._connection.close()
