"""What happens when the product itself fails: a short reference number, a log line without typed text, and an
apology.

This is the one place that turns an unforeseen exception into something a person and an operator can speak
about.
"""

from __future__ import annotations

import logging
import secrets
import traceback
from typing import Final

from workflows.phrases import Phrase, phrase

log = logging.getLogger(__name__)

APOLOGY: Final = "interface.errors.apology"  # placeholder: {reference}
_LETTERS: Final = "23456789ABCDEFGHJKMNPQRSTVWXYZ"  # none that is read as another


class Halt(Exception):
    """The process cannot go on and a restart would not help; the text is the one sentence for the
    operator.
    """


def new_reference() -> str:
    """A reference number that can be read aloud, such as `K7M-4QX`."""
    letters = "".join(secrets.choice(_LETTERS) for _ in range(6))
    return f"{letters[:3]}-{letters[3:]}"


def record(error: BaseException, doing: str, **about: object) -> str:
    """Log the failure under a new reference and return the reference. `about` may hold ids, never texts or
    names.
    """
    reference = new_reference()
    log.error(
        "%s failed (reference %s): %s",
        doing,
        reference,
        trace(error),
        extra={"reference": reference, **about},
    )
    return reference


def trace(error: BaseException) -> str:
    """Where the error came from, innermost last: types and places, but no message, since it may quote what
    was typed.
    """
    told = []
    at: BaseException | None = error
    while at is not None:
        frames = traceback.extract_tb(at.__traceback__)[-8:]
        places = " > ".join(f"{frame.filename.rsplit('/', 1)[-1]}:{frame.lineno} {frame.name}" for frame in frames)
        told.append(f"{type(at).__name__} [{places}]")
        at = at.__cause__ or at.__context__
    return " from ".join(told)


def apology(reference: str) -> Phrase:
    """The sentence that the person sees, in their language, with the reference."""
    return phrase(APOLOGY, reference=reference)
