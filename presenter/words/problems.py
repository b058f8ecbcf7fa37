"""What can be wrong with a deck, and what to write instead.

``code`` is the sentence, ``code.help`` the way out; the codes are those of the diagnostics.
"""

from presenter.words.words import Text

TEXTS = {
    "yaml": Text("this is no valid YAML: {problem}", "这不是合法的 YAML：{problem}"),
    "yaml.help": Text(
        "check the indentation, quotes and colons here", "请检查此处的缩进、引号和冒号"
    ),
    "unknown-key": Text("unknown key “{key}”", "不认识的键“{key}”"),
    "unknown-key.help": Text("{near}", "{near}"),
    # What `presenter check` finds beyond the loader's problems.
    "does-not-fit": Text(
        "this slide does not fit {size}: it continues over {pages} pages",
        "这一张在 {size} 的屏幕上放不下，要分 {pages} 页",
    ),
    "does-not-fit.help": Text(
        "shorten it, move some into the notes, or make two slides of it",
        "请精简，把一部分移到 notes，或拆成两张",
    ),
    "no-notes": Text("this slide has no notes, where others have", "别的张有 notes，这一张没有"),
    "no-notes.help": Text(
        "write what you want to say: “notes: …”", "请写下要讲的话：“notes: …”"
    ),
    "times-beyond": Text(
        "the slides take {total}, {over} more than the {planned} of the talk",
        "各张合计 {total}，比全场的 {planned} 多出 {over}",
    ),
    "times-beyond.help": Text(
        "shorten slides' times, or write “time: {total}” here",
        "请缩短各张的 time，或在此处写“time: {total}”",
    ),
    "unknown-theme": Text("there is no theme “{theme}”", "没有名为“{theme}”的配色"),
    "unknown-theme.help": Text("“presenter themes” lists them all", "“presenter themes”列出全部配色"),
    "low-contrast": Text(
        "text is hard to read in the theme “{theme}”: “{style}” has a contrast of {ratio}, "
        "less than {least}",
        "配色“{theme}”的字不易看清：“{style}”对比度 {ratio}，不足 {least}",
    ),
    "low-contrast.help": Text(
        "take another theme (“presenter themes”), or a stronger colour",
        "请换一种配色（“presenter themes”），或用更鲜明的颜色",
    ),
    "not-a-language": Text("“{lang}” is no language tag", "“{lang}”不是语言标签"),
    "not-a-language.help": Text(
        "write a BCP 47 tag: zh-Hans, zh-Hant, en, ja", "请写 BCP 47 标签：zh-Hans、zh-Hant、en、ja"
    ),
}
