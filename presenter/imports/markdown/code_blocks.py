"""Code, in a fence or indented; in our own export a fence may hold a block as YAML."""

from __future__ import annotations

from markdown_it.tree import SyntaxTreeNode
from msgspec import structs

from presenter.deck.blocks import Code
from presenter.deck.languages import is_language
from presenter.imports.markdown.code_info import read_info
from presenter.imports.markdown.outline_yaml import read_block
from presenter.imports.markdown.pictures import is_faultless
from presenter.imports.markdown.running_text import line_of
from presenter.imports.markdown.slide_builder import SlideBuilder


def read_fence(slide: SlideBuilder, node: SyntaxTreeNode) -> None:
    """A block of code between fences."""
    line, info = line_of(slide, node), node.info.strip()
    if slide.dialect.exact and info == "yaml presenter":
        block = read_block(node.content.rstrip("\n"), slide.named.home)
        if block is not None:
            slide.add(block)
            return
        slide.remark(line, "not-carried", info)
    show_code(slide, node.content, info, line)


def read_indented(slide: SlideBuilder, node: SyntaxTreeNode) -> None:
    """A block of code that is indented."""
    show_code(slide, node.content, "", line_of(slide, node))


def show_code(slide: SlideBuilder, source: str, info: str, line: int) -> None:
    """Show the code `source`; `info` is what stands behind its fence."""
    found = read_info(info)
    source = source.rstrip("\n")
    if not source.strip():
        slide.remark(line, "empty-code", info)
        slide.drop_fields("code")
        return
    if found.language and not is_language(found.language):
        slide.remark(line, "language", found.language)
        found.language = ""
    code = Code(source=source, language=found.language, numbers=found.numbers)
    if found.lines:
        stepped = structs.replace(code, lines=found.lines)
        if is_faultless(stepped, None):
            code = stepped
        else:
            found.rest.append("{" + found.lines + "}")
    if found.rest:
        slide.remark(line, "code-info", " ".join(found.rest))
    slide.add(code)
