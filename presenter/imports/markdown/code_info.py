"""What stands behind the fence of a code block: language, lines to stress, whether numbered.

``python {1-3|5} +line_numbers`` is presenterm's, ``ts [name.ts] {all|4|6-7}{lines:true}`` Slidev's,
``{.haskell .numberLines}`` Pandoc's and so patat's.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_LANGUAGE = re.compile(r"[^\s{}\[\]+]+(?:\+\+)?")
_BRACES = re.compile(r"\{([^}]*)\}")
_LINES = re.compile(
    r"(?:[\d\s,\-|*]|all|none|hide)*(?:\d|\*|all|none|hide)(?:[\d\s,\-|*]|all|none|hide)*"
)
_CLASS = re.compile(r"\.([^\s.}]+)")


@dataclass
class CodeInfo:
    """What could be read; `rest` is what has no equivalent."""

    language: str = ""
    lines: str = ""
    numbers: bool = False
    rest: list[str] = field(default_factory=list)


def read_info(info: str) -> CodeInfo:
    """The parts of `info`, as it stands behind the fence."""
    found = CodeInfo()
    info = info.strip()
    if match := _LANGUAGE.match(info):
        found.language = match[0]
        info = info[match.end() :]

    def braces(match: re.Match[str]) -> str:
        _read_braces(match[1].strip(), found)
        return " "

    for word in _BRACES.sub(braces, info).split():
        if word == "+line_numbers":
            found.numbers = True
        else:
            found.rest.append(word)
    return found


def _read_braces(text: str, found: CodeInfo) -> None:
    if _LINES.fullmatch(text):
        groups = [each.strip().replace("*", "all") for each in text.split("|")]
        kept = [each for each in groups if each not in ("none", "hide", "")]
        found.lines = "|".join(kept)
        found.rest += [each for each in groups if each in ("none", "hide")]
    elif text.startswith("."):
        names = _CLASS.findall(text)
        found.numbers |= "numberLines" in names
        names = [name for name in names if name != "numberLines"]
        if not found.language and names:
            found.language = names.pop(0)
        found.rest += [f".{name}" for name in names]
        found.rest += [word for word in text.split() if not word.startswith(".")]
    elif text:
        for option in re.split(r"\s*,\s*", text):
            if re.fullmatch(r"lines:\s*true", option):
                found.numbers = True
            else:
                found.rest.append(option)
