"""The room that acts: Telegram, settings, storage, clock, files.

It holds no step id, no question id and no sentence for organizers.
"""
