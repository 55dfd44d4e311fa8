"""Faults for real: the bot in processes of its own, killed while people talk to it; nothing they said may be lost."""
