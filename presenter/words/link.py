"""What the stage says at the foot about its link, and about a talk that was broken off."""

from presenter.words.words import Text

TEXTS = {
    "second": Text(
        "Shown elsewhere too: no console joins here, this place is not saved",
        "本文件正在别处放映：此处不接讲者视图，也不记位置",
    ),
    "refused": Text("No console can join: {reason}", "讲者视图无法接入：{reason}"),
    "offer": Text(
        "ctrl+o: on from slide {number} ({elapsed}), where it broke off",
        "Ctrl+O 接着上次讲：第 {number} 张（{elapsed}）",
    ),
    "resumed": Text("Going on from slide {number}", "从第 {number} 张继续"),
    "no-place": Text("No place to resume: this is the beginning", "没有可继续的位置，从头开始"),
}
