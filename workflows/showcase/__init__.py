"""Everything that the guide can show, walked through by an invented person: for language reviewers and for the checks.

It draws nothing itself and stores nothing; every card comes from the engine, as it would in a chat.
"""
