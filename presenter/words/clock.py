"""The talk's clock: how it stands to the plan."""

from presenter.words.words import Text

TEXTS = {
    "running": Text("The clock runs: {time}", "开始计时：{time}"),
    "paused": Text("The clock is paused: {time}", "计时暂停：{time}"),
    "stopped": Text("The clock is back at zero", "计时归零"),
    "ahead": Text("{minutes} min ahead", "快 {minutes} 分"),
    "behind": Text("{minutes} min behind", "慢 {minutes} 分"),
    "on-time": Text("on time", "正好"),
}
