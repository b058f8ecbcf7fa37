"""What one slide's nodes are written with: the talk's language, steps, and rules of style."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

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
    """What a node is written with besides itself.

    steps: whether what appears step by step is marked with its step, as `data-step`. private:
    whether nothing but what the audience is to see may be told, not even where an error is.
    around: the step at which what it stands in appears.
    """

    setting: Setting
    steps: bool
    private: bool
    rules: StyleRules = field(default_factory=StyleRules)
    around: int = 0

    @property
    def language(self) -> str:
        """By whose rules lines break."""
        return self.setting.language

    def step(self, step: int) -> str:
        """The attribute of what appears at `step`, later than what is around it; else nothing."""
        return f' data-step="{step}"' if self.steps and step > self.around else ""

    def within(self, step: int) -> HtmlContext:
        """The context of what stands in something that appears at `step`."""
        return replace(self, around=step)
