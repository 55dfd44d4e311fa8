"""The room that thinks: steps, questions, answers, gaps, the journey and the documents.

No Telegram, no database, no clock, no await, no environment and no sentence for people lives here.
"""
