"""What the stage says at the foot about its deck's file: updated, faulty, gone."""

from presenter.words.words import Text

TEXTS = {
    "slide": Text("Slide {number} updated", "第 {number} 张已更新"),
    "slides": Text(
        "{count} slides updated, first {number}", "已更新 {count} 张，先见第 {number} 张"
    ),
    "deck": Text("Deck updated", "已更新"),
    "same": Text("Nothing has changed", "没有改动"),
    "problem": Text("{position}: {message}", "{position}：{message}"),
    "problems": Text(
        "{position}: {message} (and {more} more)", "{position}：{message}（另有 {more} 处）"
    ),
    "gone": Text(
        "{name} is gone; the talk goes on with its last version",
        "{name} 已不在；继续放映最后读到的内容",
    ),
    "unreadable": Text("{name} cannot be read: {reason}", "无法读取 {name}：{reason}"),
}
