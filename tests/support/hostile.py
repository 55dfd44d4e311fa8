"""Texts that would break a careless document, and projects in which they stand in every field that people type into."""

from __future__ import annotations

import copy
import itertools
from collections.abc import Callable, Iterable, Iterator
from functools import partial

from tests.support.drafting import shipped
from workflows.project import Project
from workflows.schema import Question

HOSTILE = (
    "<script>alert(1)</script> & </w:t></w:r>",
    "*bold* _italic_ **both** `code` ```",
    "a | b || c | :---: |",
    "{{ partnership }} {% for x in y %} {# note #} {%- raw -%}",
    "# heading\n## another\n---\n===",
    "\\ \\\\ \\n \\u{41} \\end{document}",
    "1. one\n2) two\n- three\n+ four\n* five",
    "::: cover\n::: page\n:::",
    '#image("/etc/passwd") #panic("x") #let x = 1; $x^2$ @ref <label> // /*',
    "[link](javascript:alert(1)) ![picture](x) <http://x> [1]: http://x",
    "&lt; &amp;amp; &#65; &nbsp; ]]> <!-- -->",
    "محمد العربي (مدير) 2026, 3",
    "שָׁלוֹם כהן [12] – חיפה",
    "Олександр Їжакевич",
    "王小明 黃麗華",
    "श्रीकृष्ण त्रिपाठी",
    "👩🏽\u200d⚕️ 🇨🇦 ☃️ \U0001fae0",
    "\u202eevil\u202c \u2067x\u2069",
    "nul \x00 bell \x07 escape \x1b end",
    "lone \ud800 surrogate \udfff",
    "\ufffe\uffff\ufdd0 noncharacters",
    "token \ue000" + "0\ue001 \ue002",
    "combining a\u0301\u0328\u0489\u20dd\u0361 e\u0300",
    "w" * 400,
    "word " * 120,
    "字" * 300,
    "line\nline\r\nline\rline\u2028line\u2029line\x0bline\x0cline",
    "tab\tand  spaces \u00a0\u2003\u3000 end",
    " leading and trailing ",
    "« guillemets » “quotes” ‘single’ ' \"",
    "50 % 12,50 $ 1er nº",
    "%s %d {0} {name} ${x} $(id) `id`",
    "None undefined null NaN",
    "\u00ad\u200b\u2060\ufeff invisible",
)
"""Each once; together they hold what broke one of the five engines that were compared."""

LONG_CLAUSE = ("A clause that goes on and says the same thing again, with (brackets), 12 % and *stars*. " * 60)[:5000]


def typed_into(project: Project, texts: Iterable[str]) -> Project:
    """A copy of a project with the next of some texts, from the first again after the last, in every field that people
    type words into and that holds any.
    """
    told = itertools.cycle(texts)
    changed = copy.deepcopy(project)
    for put in _slots(changed):
        put(next(told))
    return changed


def _slots(project: Project) -> Iterator[Callable[[str], None]]:
    """What puts a text into each typed field of a project."""
    for question in questions():
        answer = project.answers.get(question.path)
        if answer is None or answer.value is None:
            continue
        if question.kind != "records":
            if is_typed(question):
                answer.wording = {}
                yield partial(setattr, answer, "value")
            continue
        for row in answer.value:
            for part in question.fields:
                if is_typed(part) and isinstance(row.values.get(part.id), str):
                    row.wording.pop(part.id, None)
                    yield partial(row.values.__setitem__, part.id)


def questions() -> Iterable[Question]:
    """Every question of the shipped definitions."""
    return (question for step in shipped().definitions.steps for question in step.questions)


def typed_slots(project: Project) -> int:
    """How many texts `typed_into` puts into a project."""
    return sum(1 for _ in _slots(copy.deepcopy(project)))


def is_typed(question: Question) -> bool:
    """True for words; an address is checked before it is kept."""
    return question.kind in ("text", "long_text") and not question.web_address
