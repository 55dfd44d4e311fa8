"""Examples that people are shown and then type: each is given to the guide, which must take every line of it."""

from __future__ import annotations

from collections.abc import Iterator

from workflows.knowledge import Knowledge
from workflows.showcase.sample import example, sampled
from workflows.wording import LANGUAGES


def examples(known: Knowledge) -> Iterator[str]:
    """A fault for each list whose example makes fewer lines than it shows, and for each question left unanswered."""
    for language in LANGUAGES:
        project = sampled(known, language).project
        assert project is not None
        for question in known.definitions.everything():
            if question.parent:
                continue
            key = f"{question.words}.example"
            file, line = known.book.places[language].get(key, (f"content/{language}", 1))
            if question.kind == "records":
                shown, taken = len(example(known, question, language).splitlines()), len(project.records(question.path))
                if taken < shown:
                    problem = f"the guide takes {taken} of the {shown} lines of this example. Correct the example."
                    yield f"{file}:{line}: {key}: {problem}"
            elif project.value(question.path) is None:
                yield f"{file}:{line}: {key}: the guide does not take this as an answer. Correct the example."
