"""What each action does: one function a verb, from a `Turn` to an `Outcome`. They write through the pen and draw
through cards.
"""
