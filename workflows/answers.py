"""What was typed or pressed → the value of an answer, or AnswerRefused with the sentence's key. One reader per kind.

Choices are recognised by their label, a keyword or their number, in either language. It knows no project and no clock.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from workflows.addresses import is_web_address
from workflows.cleaning import clean, fold, has_words
from workflows.dates import read_date, read_month
from workflows.errors import AnswerRefused
from workflows.phrases import Literal
from workflows.schema import Question
from workflows.wording import LANGUAGES, Phrasebook


@dataclass(frozen=True)
class Read:
    """A value as JSON keeps it; `others` are values that the same text could have meant (a date with day and month
    exchanged).
    """

    value: Any
    others: tuple[Any, ...] = ()


@dataclass(frozen=True)
class Reader:
    """What reading needs besides the text: the words, the reader's language and today."""

    book: Phrasebook
    language: str
    today: dt.date


def read(question: Question, text: str, reader: Reader, links: Sequence[tuple[str, str]] = ()) -> Read:
    """The value that `text` gives to `question`; `links` are (record id, title) for a link.

    Raises AnswerRefused, whose key says in one sentence what is wrong and what to send instead.
    """
    long = question.kind == "long_text"
    told = clean(text, lines=long)
    if not told or not has_words(told):
        raise AnswerRefused("interface.refused.empty")
    if question.kind in ("text", "long_text"):
        told = _web_address(told) if question.web_address else told
        if len(told) > question.longest:
            raise AnswerRefused("interface.refused.too_long", {"n": len(told), "most": question.longest})
        return Read(told)
    if question.kind == "number":
        return Read(_number(question, told, reader.language))
    if question.kind == "money":
        return Read(float(_amount(question, told, reader.language)))
    if question.kind == "month":
        return Read(read_month(told, reader.today))
    if question.kind == "date":
        dates = [date.isoformat() for date in read_date(told, reader.language, reader.today)]
        return Read(dates[0], tuple(dates[1:]))
    if question.kind == "link":
        return Read(_link(told, links))
    if question.kind == "choices":
        return Read(read_choices(question, told, reader))
    return Read(read_choice(question, told, reader))


def read_choice(question: Question, text: str, reader: Reader) -> str:
    """The one option that `text` names; raises AnswerRefused when none or several fit."""
    found = _options_in(question, text, reader.book)
    if len(found) != 1:
        raise AnswerRefused("interface.refused.not_an_option", {"text": Literal(_short(text))})
    return found[0]


def read_choices(question: Question, text: str, reader: Reader) -> list[str]:
    """The options that `text` names, in their own order; raises AnswerRefused when one is unknown.

    Commas and slashes separate; a part that is no option as it stands is cut once more at "and", « et », & and +.
    """
    chosen: list[str] = _exact(question, text, reader.book)
    if len(chosen) != 1:
        chosen = []
        for part in re.split(r"\s*[,/]\s*", text):
            if not part:
                continue
            chosen.extend(_part(question, part, reader))
    if not chosen:
        raise AnswerRefused("interface.refused.not_an_option", {"text": Literal(_short(text))})
    return [option for option in question.options if option in chosen]


def _part(question: Question, part: str, reader: Reader) -> list[str]:
    """The options of one part: as it stands, cut at a conjunction when every piece is an option, or else as a whole."""
    if len(exact := _exact(question, part, reader.book)) == 1:
        return exact
    pieces = [piece for piece in re.split(r"\s*(?:[+&]|\band\b|\bet\b)\s*", part) if piece]
    found = [_options_in(question, piece, reader.book) for piece in pieces]
    if all(len(options) == 1 for options in found):
        return [options[0] for options in found]
    return [read_choice(question, part, reader)]


def _exact(question: Question, text: str, book: Phrasebook) -> list[str]:
    told = fold(text).strip(" .;:")
    named = [option for option in question.options if told in _names(question, option, book)]
    if named or not told.isdecimal():
        return named
    counted = [o for o in question.options if any(told in _WORD.findall(name) for name in _names(question, o, book))]
    if counted:  # "3" where a choice is called "3 years" is that choice, not the third one
        return counted
    return [question.options[int(told) - 1]] if 1 <= int(told) <= len(question.options) else []


def _options_in(question: Question, text: str, book: Phrasebook) -> list[str]:
    """The options that this text can mean: by number, label, id or keyword, as the beginning of one label, or holding
    one.
    """
    if exact := _exact(question, text, book):
        return exact
    told = fold(text).strip(" .;:")
    labels = {option: _names(question, option, book) for option in question.options}
    starts = [option for option, names in labels.items() if any(name.startswith(told) for name in names)]
    if len(starts) == 1 and len(told) >= 3:
        return starts
    words = set(_WORD.findall(told))  # an article before an apostrophe is a word of its own: l'hopital
    held = [(len(n), o) for o, names in labels.items() for n in names if len(n) >= 4 and set(_WORD.findall(n)) <= words]
    longest = max((length for length, _ in held), default=0)
    return list(dict.fromkeys(option for length, option in held if length == longest))


def _names(question: Question, option: str, book: Phrasebook) -> set[str]:
    names = {fold(option.replace("_", " "))}
    for language in LANGUAGES:
        label = book.words[language].get(question.option_key(option))
        if isinstance(label, str):
            names.add(fold(label))
        keywords = book.words[language].get(f"keywords.{question.list_name}.{option}", "")
        names.update(fold(word) for word in str(keywords).split(",") if word.strip())
    return names


def means(book: Phrasebook, key: str, text: str) -> bool:
    """True when a text is one of the words under `keywords.<key>` in either language."""
    told = (str(book.words[language].get(f"keywords.{key}", "")) for language in LANGUAGES)
    return fold(text) in {fold(word) for words in told for word in words.split(",")}


def _link(text: str, links: Sequence[tuple[str, str]]) -> str:
    told = fold(text)
    if told.isdecimal() and 1 <= int(told) <= len(links):
        return links[int(told) - 1][0]
    titles = {record: fold(title) for record, title in links}
    for test in (str.__eq__, str.startswith, str.__contains__):
        found = [record for record, title in titles.items() if test(title, told)]
        if len(found) == 1:
            return found[0]
    raise AnswerRefused("interface.refused.not_an_option", {"text": Literal(_short(text))})


_WORD = re.compile(r"[\w-]+")
_SPACES = re.compile(r"[\s\u00a0\u202f\u2009']")


def _decimal(text: str, language: str) -> Decimal | None:
    """A number written in either language's habits; a lone comma or point before three digits separates thousands."""
    bare = _SPACES.sub("", text.replace("’", "")).strip("$%").removesuffix("CA").removesuffix("CAD").strip("$%")
    if re.fullmatch(r"-?\d{1,3}([.,]\d{3})+", bare) and not (language == "fr" and re.fullmatch(r"-?0,\d{3}", bare)):
        bare = bare.replace(",", "").replace(".", "")
    elif re.fullmatch(r"-?\d{1,3}(,\d{3})+\.\d+", bare):
        bare = bare.replace(",", "")
    elif re.fullmatch(r"-?\d+,\d+", bare):
        bare = bare.replace(",", ".")
    try:
        return Decimal(bare) if re.fullmatch(r"-?\d+(\.\d+)?", bare) else None
    except InvalidOperation:
        return None


def _number(question: Question, text: str, language: str) -> int | float:
    number = _decimal(text, language)
    if number is None:
        raise AnswerRefused("interface.refused.not_a_number", {"text": Literal(_short(text))})
    if question.decimals == 0 and number != number.to_integral_value():
        raise AnswerRefused("interface.refused.not_whole", {"text": Literal(_short(text))})
    _within(question, number)
    return int(number) if number == number.to_integral_value() else float(round(number, question.decimals))


def _amount(question: Question, text: str, language: str) -> Decimal:
    amount = _decimal(text, language)
    if amount is None:
        raise AnswerRefused("interface.refused.not_an_amount", {"text": Literal(_short(text))})
    _within(question, amount)
    return round(amount, 2)


def _within(question: Question, number: Decimal) -> None:
    least, most = question.at_least, question.at_most
    if (least is not None and number < Decimal(str(least))) or (most is not None and number > Decimal(str(most))):
        key = "interface.refused.year_out_of_range" if question.year else "interface.refused.out_of_range"
        shown = (lambda bound: Literal(str(int(bound)))) if question.year else (lambda bound: bound)
        raise AnswerRefused(key, {"least": shown(least or 0), "most": shown(most or 0)})


def _web_address(text: str) -> str:
    address = text if "://" in text else f"https://{text}"
    if not is_web_address(address):
        raise AnswerRefused("interface.refused.not_an_address", {"text": Literal(_short(text))})
    return address


def _short(text: str) -> str:
    """A quotation of what was typed, never longer than a line."""
    line = " ".join(text.split())
    return line if len(line) <= 60 else f"{line[:59]}…"
