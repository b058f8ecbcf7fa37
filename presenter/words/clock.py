"""The talk's clock: how it stands to the plan."""

from presenter.words.words import Text

TEXTS = {
    "ahead": Text("{minutes} min ahead", "快 {minutes} 分"),
    "behind": Text("{minutes} min behind", "慢 {minutes} 分"),
    "on-time": Text("on time", "正好"),
}
