"""Code and pictures, those from files too: as blocks where the outline may, else as words, told.

``python {1-3|5} +line_numbers`` is presenterm's, ``ts [name.ts] {all|4|6-7}{lines:true}`` Slidev's,
``{.haskell .numberLines}`` Pandoc's and so patat's, ``js [1-2|4]`` reveal.js's. In our own export a
fence may hold a block as YAML.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from markdown_it.tree import SyntaxTreeNode
from msgspec import structs

from presenter.deck.blocks import Code, Image
from presenter.deck.blocks.code import is_language
from presenter.imports.markdown.front_matter import FrontMatter, parse_mapping, shown
from presenter.imports.markdown.html import Picture
from presenter.imports.markdown.named import is_faultless, read_block
from presenter.imports.markdown.slide import SlideBuilder
from presenter.imports.plain import link_target, literal_text

_LANGUAGE = re.compile(r"[^\s{}\[\]+:]+(?:\+\+)?")
_BRACES = re.compile(r"\{([^}]*)\}|\[([\d\s,\-|]*\d[\d\s,\-|]*)\]")
_LINES = re.compile(
    r"(?:[\d\s,\-|*]|all|none|hide)*(?:\d|\*|all|none|hide)(?:[\d\s,\-|*]|all|none|hide)*"
)
_CLASS = re.compile(r"\.([^\s.}]+)")
_DIAGRAMS = re.compile(
    r"mermaid|plantuml|puml|d2|dot|graphviz|ditaa|vega-lite|wavedrom|katex|latex|math|typst|chart"
    r"|nomnoml|flowchart|sequence"
)
"""Languages that their tools draw; LaTeX and Typst only where `_RENDERED` says so."""

_RENDERED = re.compile(r"\+render\b|^(?:math|katex)\b")


@dataclass
class CodeInfo:
    """What could be read; `rest` is what has no equivalent."""

    language: str = ""
    lines: str = ""
    numbers: bool = False
    rest: list[str] = field(default_factory=list)


_FILE_KEYS = {
    "presenterm": ("language", "start_line", "end_line"),
    "lookatme": ("lang", "lines.start", "lines.end"),
}
"""By dialect, what a ``file`` block calls its language, its first and its last line."""


def read_info(info: str) -> CodeInfo:
    """The parts of `info`, as it stands behind the fence."""
    found = CodeInfo()
    info = info.strip()
    if match := _LANGUAGE.match(info):
        found.language = match[0]
        info = info[match.end() :]

    def braces(match: re.Match[str]) -> str:
        _read_braces((match[1] or match[2] or "").strip(), found)
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
    elif text.startswith((".", "#")):
        names = _CLASS.findall(text)
        found.numbers |= "numberLines" in names or "number-lines" in names
        names = [name for name in names if name not in ("numberLines", "number-lines")]
        if not found.language and names:
            found.language = names.pop(0)
        found.rest += [f".{name}" for name in names]
        found.rest += [word for word in text.split() if not word.startswith(".")]
    elif not found.language and (match := re.match(r"[A-Za-z][\w-]*(?=$|[\s,])", text)):
        found.language = match[0]  # R Markdown and Quarto
        found.rest += text[match.end() :].strip(" ,").split()
    elif text:
        for option in re.split(r"\s*,\s*", text):
            if re.fullmatch(r"lines:\s*true", option):
                found.numbers = True
            else:
                found.rest.append(option)


def read_fence(slide: SlideBuilder, node: SyntaxTreeNode) -> None:
    """A block of code between fences."""
    line, info = slide.line_of(node), node.info.strip()
    if slide.dialect.exact and info == "yaml presenter":
        block = read_block(node.content.rstrip("\n"), slide.named.home)
        if block is not None:
            slide.add(block)
            return
        slide.warn(line, "not-carried", info)
    if slide.dialect.name in _FILE_KEYS and re.match(r"file\b", info):
        _from_file(slide, node.content, info, line)
        return
    show_code(slide, node.content, info, line)


def show_code(slide: SlideBuilder, source: str, info: str, line: int) -> None:
    """Show the code `source`; `info` is what stands behind its fence."""
    found = CodeInfo(info) if slide.dialect.exact and is_language(info) else read_info(info)
    source = source.rstrip("\n")
    if not source.strip():
        slide.warn(line, "empty-code", info)
        slide.given_fields.pop("code", None)
        return
    if _DIAGRAMS.fullmatch(found.language) and not slide.dialect.exact:
        drawn = found.language not in ("latex", "typst", "dot") or _RENDERED.search(info)
        if drawn or "dot" in info.split()[1:]:
            slide.warn(line, "diagram", found.language)
    elif found.language and not is_language(found.language):
        slide.warn(line, "language", found.language)
    if found.language and not is_language(found.language):
        found.language = ""
    code = Code(source=source, language=found.language, numbers=found.numbers)
    slide.add(_stepped(slide, code, found, line))


def _stepped(slide: SlideBuilder, code: Code, found: CodeInfo, line: int) -> Code:
    """`code` with the lines that are stressed, if it has them; the rest of its settings told."""
    if found.lines:
        stepped = structs.replace(code, lines=found.lines)
        if is_faultless(stepped, slide.named.home):
            code = stepped
        else:
            found.rest.append("{" + found.lines + "}")
    if found.rest:
        slide.warn(line, "code-info", " ".join(found.rest))
    return code


def _from_file(slide: SlideBuilder, content: str, info: str, line: int) -> None:
    """A ``file`` block of presenterm or lookatme, which names a file and its lines.

    Sources: presenterm's manual, "Including external code snippets"; lookatme's, "File loader":
    there lines are counted from 0, and the end is no longer shown.
    """
    found = parse_mapping(content, line + 2) or FrontMatter()
    language, *line_keys = _FILE_KEYS[slide.dialect.name]
    first, last = (found.at(*key.split(".")) for key in line_keys)
    from_0 = slide.dialect.name == "lookatme"
    fields: dict[str, object] = {
        "first": int(first) + from_0 if first.isdecimal() else 1,
        "last": int(last) if last.isdecimal() else None,
    }
    known = {"path", language, *(key.partition(".")[0] for key in line_keys)}
    if from_0 and found.text("relative") != "false":
        known.add("relative")
    path = found.text("path")
    if not show_file(slide, path, f"{found.text(language)} {info[4:]}", line, **fields):
        slide.warn(line, "file-kept", f"{path} {info}".strip())
        slide.add(Code(source=content.rstrip("\n"), language="yaml"))
        return
    slide.warnings += found.warnings
    for key, value in found.values.items():
        if key not in known:
            slide.warn(line, "setting", f"{key}: {shown(value)}")


def show_file(slide: SlideBuilder, path: str, info: str, line: int, **fields: object) -> bool:
    """Show the code in the file at `path`; False if the outline may not."""
    found = read_info(info)
    if found.language and not is_language(found.language):
        slide.warn(line, "language", found.language)
        found.language = ""
    block = slide.named.code(path, language=found.language, numbers=found.numbers, **fields)
    if block is None:
        return False
    slide.add(_stepped(slide, block, found, line))
    return True


def show_other_deck(slide: SlideBuilder, name: str, text: str, line: int) -> None:
    """Where the slides of the file `name` stand: its name is told, `text` kept."""
    slide.warn(line, "other-file", name)
    slide.text(f"`{text}`")


_PERCENT = re.compile(
    r"(?:(?:^|[\s{;])(?:width|w)\s*[=:]\s*\"?|^=?)([1-9][0-9]?|100)%(?:x(?=$|\s))?\"?;?"
)
_EXCERPT = 300


def show_picture(slide: SlideBuilder, picture: Picture, line: int, place: str = "") -> None:
    """Show a picture, in its place or beside the rest; one that cannot be shown is a link."""
    if not place:
        picture, place = slide.dialect.picture(slide, picture, line)
    block = image_of(slide, picture, line, read=False)
    if block is None:
        slide.text(as_link(slide, picture, line))
    elif place:
        slide.beside(block, left=place == "left")
    else:
        slide.add(block)


def image_of(
    slide: SlideBuilder, picture: Picture, line: int, *, read: bool = True
) -> Image | None:
    """A picture as a block; None if the outline cannot show it.

    `read`: whether its words may yet say something to the tool.
    """
    if read:
        picture, _ = slide.dialect.picture(slide, picture, line)
    width = _PERCENT.search(picture.width)
    alt, caption = literal_text(picture.alt), picture.title
    if picture.link:
        words = caption or alt or literal_text(picture.link)
        caption = f"[{words}]({link_target(picture.link)})"
    paths = [picture.path]
    if slide.dialect.name == "slidev" and picture.path.startswith("/"):
        paths.append(f"public{picture.path}")  # Slidev serves that folder
    percent = int(width[1]) if width else None
    found = (slide.named.picture(path, alt, caption, percent) for path in paths)
    block = next(filter(None, found), None)
    if block is None:
        return None
    if (rest := _PERCENT.sub("", picture.width, count=1)) and re.search(r"\w", rest):
        slide.warn(line, "picture-words", " ".join(rest.split()))
    return block


def as_link(slide: SlideBuilder, picture: Picture, line: int) -> str:
    """A picture that cannot be shown: its words, and where it lies; or where its link leads."""
    path = picture.path
    if len(path) > _EXCERPT:
        path = path[:_EXCERPT] + "…"  # a picture within its own address
    said = f"{path} {picture.width}" if picture.width else path
    slide.warn(line, "picture", said)
    name = re.split("[?#]", path)[0].rpartition("/")[2] if not path.startswith("data:") else ""
    alt = literal_text(picture.alt) or literal_text(name) or "…"
    if picture.link:
        text = f"[{alt}]({link_target(picture.link)})"
    elif path.startswith(("http://", "https://")) and path == picture.path:
        text = f"[{alt}]({link_target(path)})"
    else:
        text = f"{alt} ({literal_text(path)})" if path != alt else alt
    return f"{text} {picture.title}" if picture.title else text
