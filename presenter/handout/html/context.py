"""What the blocks of one slide are written with: words, steps, and rules of style of their own."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from presenter.content import Node
from presenter.typeset import Setting


class StyleRules:
    """Rules that single elements need, as classes: style attributes would need a laxer policy."""

    def __init__(self) -> None:
        self._names: dict[str, str] = {}

    def of(self, declarations: str) -> str:
        """The class whose elements have these CSS `declarations`."""
        return self._names.setdefault(declarations, f"r{len(self._names)}")

    @property
    def css(self) -> str:
        """All the rules."""
        return "".join(f".{name}{{{text}}}" for text, name in self._names.items())


@dataclass
class HtmlContext:
    """One block on its way to HTML.

    steps: whether what appears step by step is marked with its step, as `data-step`. private:
    whether nothing but what the audience is to see may be told, not even where an error is. node:
    the block at hand with its steps. around: the step at which what it stands in appears.
    """

    setting: Setting
    steps: bool
    private: bool
    node: Node
    rules: StyleRules = field(default_factory=StyleRules)
    around: int = 0

    def step(self, part: int | None = None) -> str:
        """The attribute of the block, or of its part with this index, where it appears later."""
        return self.appearing(self.node.step if part is None else self.node.step_of(part))

    def appearing(self, step: int) -> str:
        """The attribute of what appears at `step`, later than what is around it; else nothing."""
        return f' data-step="{step}"' if self.steps and step > self.around else ""

    def within(self, node: Node, step: int) -> HtmlContext:
        """The context of `node`, which stands in something that appears at `step`."""
        return replace(self, node=node, around=step)
