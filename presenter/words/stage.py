"""What the stage says to the speaker at the foot of a slide, and in the palette."""

from presenter.words.words import Text

TEXTS = {
    "beyond": Text(
        "There are only {slides} slides: this is the last", "只有 {slides} 张：已到最后一张"
    ),
    "typed": Text("→ {number}", "→ {number}"),
    "theme": Text("Theme: {name}", "主题：{name}"),
    "no-theme": Text(
        "There is no theme “{name}”: this is {used}", "没有名为“{name}”的主题：现用 {used}"
    ),
    "no-slide": Text("There is no slide “{name}”", "没有名为“{name}”的幻灯片"),
    "no-back": Text("No jump to go back from", "没有可以跳回的地方"),
    "quit": Text("q again ends the talk", "再按一次 q，结束放映"),
    "sample": Text(
        "The sample deck, as there is no slides.yaml here",
        "此处没有 slides.yaml，这是样例",
    ),
    "problem": Text("{position}: {message}", "{position}：{message}"),
    "problems": Text(
        "{position}: {message} (and {more} more: presenter check)",
        "{position}：{message}（另有 {more} 处：presenter check）",
    ),
    "palette.prompt": Text("A command, a slide, a theme", "命令、幻灯片、主题"),
    "palette.untitled": Text("(no title)", "（无标题）"),
    "palette.none": Text("Nothing matches", "没有匹配的项目"),
    "palette.hint": Text("↑ ↓ choose · enter go · esc close", "↑ ↓ 选择 · 回车确定 · Esc 关闭"),
    "help.hint": Text("esc closes", "Esc 关闭"),
}
