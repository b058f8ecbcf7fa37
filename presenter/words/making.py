"""What ``presenter new`` says when it has made a deck."""

from presenter.words.words import Text

TEXTS = {
    "made": Text("Made {path}. What you can do with it:", "已新建 {path}。接下来可以："),
    "present": Text("present it (? shows the keys)", "放映（按 ? 看按键）"),
    "check": Text("find what is wrong with it", "检查有没有问题"),
    "schema": Text("let your editor complete and check it", "让编辑器补全、检查"),
}
