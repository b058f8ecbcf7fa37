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
}
