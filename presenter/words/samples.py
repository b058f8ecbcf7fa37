"""The words in which ``presenter themes`` shows a theme, by style."""

from presenter.words.words import Text

TEXTS = {
    "dark": Text("dark ", "深色"),
    "light": Text("light", "浅色"),
    "title": Text("Heading", "标题"),
    "text": Text("text", "正文"),
    "text strong": Text("strong", "强调"),
    "text code": Text("code", "代码"),
    "foot.text": Text("quiet", "次要"),
}
