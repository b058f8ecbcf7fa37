"""The page of figures, in English and in Chinese, with its picture: all of it from one run."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from string import Template

from benchmarks import ROOT
from benchmarks.plot import Panel, plot
from benchmarks.rivals import KEYS, SIZES, Failure
from benchmarks.summary import MEASURES, Aim, Measure, Run, Value, aims, best
from benchmarks.terminal import COLUMNS, ROWS
from benchmarks.tools import OURS, Debian, Elsewhere, Package, Tool

WORDS: Mapping[str, Mapping[str, str]] = {
    "en": {
        "start-7": "first of 7",
        "second": "second of 7",
        "start-bundled": "first of the bundled talk",
        "start-bundled-new": "the same, never shown before",
        "start-1000": "first of 1,000",
        "start-10000": "first of 10,000",
        "key": "next",
        "worst": "worst next",
        "last": "last of 10,000",
        "memory-7": "memory, 7",
        "memory-10000": "memory, 10,000",
        "size": "installed",
        "viewers": "next, 500 viewers",
        "--version": "`presenter --version`",
        "check": "`presenter check`, 7 slides",
        "over": "over {} s",
        "ended": "ended",
        "no key": "no key",
        "tool": "tool",
        "beside": "compared with",
        "ratio": "ratio",
        "aim": "at most",
        "best": "best of the others",
        "python": "best of those in Python",
        "version": "version",
        "from": "from",
        "built on": "built on",
        "by ours": "itself with 7 slides",
        "by alone": "without viewers",
        "by floor": "minimal",
        "all met": "All of these are kept in this run.",
        "some missed": "Not kept in this run: {}.",
        "absent": "Not measured, as they could not be installed here: {}.",
        "present": "Every tool that this command knows was there.",
        "not on the path": "{name} (by {detail}, not on the PATH)",
        "not installed": "{name} ({detail})",
        "quiet": "The machine was quiet.",
        "busy": "The machine had other work, too: the figures are higher than they need be.",
        "alt": "first slide, key and memory of each tool",
        "panel start": "First slide (ms)",
        "panel key": "Key to the next slide (ms)",
        "panel memory": "Peak memory (MB)",
        "legend start": "small to large: 7, 1,000, 10,000 slides",
        "legend key": "median, worst",
        "legend memory": "7 and 10,000 slides; dashed: minimal",
        "list": ", ",
        "times": "× {}",
        "most": "{} {}",
        "above": "{} {} above",
        "MB": "MB",
        "ms": "ms",
    },
    "zh": {
        "start-7": "7 张的首张",
        "second": "7 张的第二张",
        "start-bundled": "自带讲稿的首张",
        "start-bundled-new": "同上，从未放映过",
        "start-1000": "1,000 张的首张",
        "start-10000": "10,000 张的首张",
        "key": "翻页",
        "worst": "最慢的翻页",
        "last": "10,000 张的末张",
        "memory-7": "内存，7 张",
        "memory-10000": "内存，10,000 张",
        "size": "体积",
        "viewers": "翻页，500 位观众",
        "--version": "`presenter --version`",
        "check": "`presenter check`，7 张",
        "over": "超过 {} 秒",
        "ended": "自行退出",
        "no key": "没有此键",
        "tool": "工具",
        "beside": "与何者比",
        "ratio": "比值",
        "aim": "至多",
        "best": "其他工具中最好的",
        "python": "其中用 Python 写的最好的",
        "version": "版本",
        "from": "来自",
        "built on": "基于",
        "by ours": "自身 7 张时",
        "by alone": "没有观众时",
        "by floor": "minimal",
        "all met": "这次运行中全部守住。",
        "some missed": "这次运行中没有守住的：{}。",
        "absent": "没有测、因为这里装不上的：{}。",
        "present": "此命令所知的工具都在。",
        "not on the path": "{name}（用 {detail} 安装，不在 PATH 中）",
        "not installed": "{name}（{detail}）",
        "quiet": "机器是空闲的。",
        "busy": "机器同时忙着别的事：数字比应有的高。",
        "alt": "各工具的首张、翻页和内存",
        "panel start": "首张（毫秒）",
        "panel key": "翻到下一张（毫秒）",
        "panel memory": "内存峰值（MB）",
        "legend start": "从小到大：7、1,000、10,000 张",
        "legend key": "中位数、最慢",
        "legend memory": "7 张和 10,000 张；虚线：minimal",
        "list": "、",
        "times": "{} 倍",
        "most": "{} {}",
        "above": "多 {} {}",
        "MB": "MB",
        "ms": "毫秒",
    },
}
"""What the page says beside its template, by language."""

_PANELS = {
    "start": ("start-7", "start-1000", "start-10000"),
    "key": ("key", "worst"),
    "memory": ("memory-7", "memory-10000"),
}

_BUSY = 0.5
"""Load above which a machine of any size is not quiet: nothing else should run."""


def publish(run: Run, docs: Path) -> list[Path]:
    """Writes the page in both languages below `docs`, and its pictures; the files written."""
    written = []
    for language, place in (("en", docs), ("zh", docs / "zh")):
        picture = docs / "pictures" / f"benchmarks-{language}.svg"
        for path, text in (
            (place / "benchmarks.md", page(run, language)),
            (picture, picture_of(run, language)),
        ):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
            written.append(path)
    return written


def page(run: Run, language: str) -> str:
    """The page in that language."""
    words = WORDS[language]
    template = (ROOT / "benchmarks" / f"page.{language}.md").read_text(encoding="utf-8")
    return Template(template).substitute(
        run.facts,
        alt=words["alt"],
        tools=_side_by_side(run, words),
        aims=_aims(run, words),
        verdict=_verdict(run, words),
        installed=_installed(run, words),
        absent=_absent(run, words),
        columns=COLUMNS,
        rows=ROWS,
        keys=KEYS,
        rounds=run.rounds,
        limits=words["list"].join(f"{limit:.0f}" for limit in SIZES.values()),
        load=words["list"].join(f"{load:.2f}" for load in run.load),
        quiet=words["quiet" if run.load[0] < _BUSY else "busy"],
    )


def picture_of(run: Run, language: str) -> str:
    """The plot in that language."""
    words = WORDS[language]
    panels = [
        Panel(words[f"panel {name}"], measures, words[f"legend {name}"])
        for name, measures in _PANELS.items()
    ]
    return plot(run, panels, _reason(words))


def _side_by_side(run: Run, words: Mapping[str, str]) -> str:
    leaders = {measure: best(run, measure.name, run.rivals) for measure in MEASURES}

    def cell(measure: Measure, tool: Tool) -> str:
        text = _value(measure.of(run, tool), words)
        leader = leaders[measure]
        return f"**{text}**" if leader and leader[0] is tool else text

    rows = [
        [f"`{tool.name}`", *(cell(measure, tool) for measure in MEASURES)] for tool in run.installs
    ]
    return _table([words["tool"], *(words[measure.name] for measure in MEASURES)], rows)


def _aims(run: Run, words: Mapping[str, str]) -> str:
    heads = ["", OURS.name, *(words[name] for name in ("beside", "ratio", "aim", "best", "python"))]
    return _table(heads, [_aim(run, aim, words) for aim in aims(run)])


def _aim(run: Run, aim: Aim, words: Mapping[str, str]) -> list[str]:
    others = {"start-10000": "by ours", "viewers": "by alone"}
    beside = f"{_figure(aim.beside)} ({words[others.get(aim.name, 'by floor')]})"
    unit = words[aim.unit]
    rivals = []
    for tools in (run.rivals, [tool for tool in run.rivals if tool.in_python]):
        found = best(run, aim.name, tools)
        told = "{}: {}, × {:.2f}"
        rivals.append(
            told.format(f"`{found[0].name}`", _figure(found[1]), aim.value / found[1])
            if found
            else "–"
        )
    return [
        words[aim.name],
        f"{_figure(aim.value)} {unit}",
        beside,
        f"{aim.ratio:.2f}" if aim.met else f"**{aim.ratio:.2f}**",
        words[aim.kind].format(f"{aim.most:g}", unit),
        *rivals,
    ]


def _verdict(run: Run, words: Mapping[str, str]) -> str:
    missed = [words[aim.name] for aim in aims(run) if not aim.met]
    return words["some missed"].format(words["list"].join(missed)) if missed else words["all met"]


def _installed(run: Run, words: Mapping[str, str]) -> str:
    rows = []
    for tool, install in run.installs.items():
        python = f", Python {install.python}" if install.python else ""
        built = tool.built_on + python
        rows.append([f"`{tool.name}`", install.version, _source(tool), built])
    heads = [words[name] for name in ("tool", "version", "from", "built on")]
    return _table(heads, rows, figures=False)


def _source(tool: Tool) -> str:
    match tool.source:
        case Package(name, project=None):
            return f"PyPI: `{name}`"
        case Package():
            return "–"
        case Debian(packages):
            return f"Debian: `{packages[0]}`"
        case Elsewhere(how):
            return f"`{how}`"


def _absent(run: Run, words: Mapping[str, str]) -> str:
    if not run.absent:
        return words["present"]
    told = [
        words[reason.kind].format(name=f"`{tool.name}`", detail=reason.detail)
        for tool, reason in run.absent.items()
    ]
    return words["absent"].format(words["list"].join(told))


def _value(value: Value, words: Mapping[str, str]) -> str:
    if isinstance(value, Failure):
        return _reason(words)(value)
    return "–" if value is None else _figure(value)


def _reason(words: Mapping[str, str]) -> Callable[[Failure], str]:
    return lambda failure: words[failure.kind].format(failure.detail)


def _figure(value: float) -> str:
    """With as many digits as it is worth: two or three."""
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}" if value >= 1 else f"{value:.2f}"


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]], figures: bool = True) -> str:
    """A table of Markdown; figures stand at the right of their columns."""
    rules = ["---", *(["---:" if figures else "---"] * (len(heads) - 1))]
    return "\n".join("".join(f"| {cell} " for cell in line) + "|" for line in (heads, rules, *rows))
