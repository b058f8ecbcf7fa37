"""Rehearsals: how long slides took, times written into the deck, how a talk developed."""

from presenter.words.words import Text

TEXTS = {
    "head": Text("Rehearsal", "排练"),
    "slide": Text("Slide", "幻灯片"),
    "planned": Text("Plan", "计划"),
    "actual": Text("Took", "实际"),
    "difference": Text("±", "相差"),
    "total": Text("Total", "合计"),
    "untitled": Text("(no title)", "（无标题）"),
    "legend": Text(
        "{within} within plan   {over} over   {left} left",
        "{within} 计划之内   {over} 超出   {left} 剩余",
    ),
    "unplanned": Text(
        "No times are planned: --save-times writes these into the deck.",
        "尚无计划时间：加 --save-times 可把用时写入文件。",
    ),
    "nothing": Text(
        "Nothing was rehearsed: no slide was shown for a second.",
        "没有排练记录：没有一张幻灯片放映满一秒。",
    ),
    "not-kept": Text(
        "The history of rehearsals could not be written: {reason}", "排练记录无法保存：{reason}"
    ),
    "saved": Text("{count} times written into {name}", "已将 {count} 个用时写入 {name}"),
    "saved.one": Text("1 time written into {name}", "已将 1 个用时写入 {name}"),
    "saved.none": Text(
        "{name} already has these times: nothing was written", "{name} 中的时间已与此相同，未作改动"
    ),
    "left.shared": Text(
        "slide {number} “{title}”: not written, as anchors, aliases or << share it "
        "with other places",
        "第 {number} 张“{title}”：未写入，因其用了锚点、别名或 <<，与别处共用",
    ),
    "left.form": Text(
        "slide {number} “{title}”: not written, as its form allows no simple edit",
        "第 {number} 张“{title}”：未写入，其写法不便改动",
    ),
    "left.brief": Text(
        "slide {number} “{title}”: not written, as {took} is less than anybody speaks",
        "第 {number} 张“{title}”：未写入，{took} 不够讲一张",
    ),
    "left.short": Text(
        "slide {number} “{title}”: not written, as {took} is less than a third of its time",
        "第 {number} 张“{title}”：未写入，{took} 不到原定时间的三分之一",
    ),
    "left.long": Text(
        "slide {number} “{title}”: not written, as {took} is more than the whole talk's time",
        "第 {number} 张“{title}”：未写入，{took} 超过了全文的时间",
    ),
    "left.add": Text("  help: add it there: time: {time}", "  提示：请自行加上 time: {time}"),
    "beyond": Text(
        "The slides' times add up to {sum}, the deck's time is {time}: that was left as it is.",
        "各张时间合计 {sum}，超出全文的 time: {time}；后者未作改动。",
    ),
    "refused.trial": Text(
        "These slides took {took} of the {planned} planned for them: a trial, no rehearsal. "
        "No times were written.",
        "这几张计划 {planned}，只用了 {took}：像是试放，不是排练。未写入用时。",
    ),
    "replaced": Text("Replaced in the deck", "写回时替换的时间"),
    "was": Text("Was", "原为"),
    "now": Text("Now", "改为"),
    "refused.changed": Text(
        "{name} has changed since the talk showed it: no times were written",
        "{name} 在放映之后有改动，未写入用时",
    ),
    "refused.not-same": Text(
        "Writing times into {name} would change more than times: nothing was written",
        "写入用时会改动 {name} 的其他内容，未写入",
    ),
    "refused.system": Text(
        "{name} cannot be written ({reason}): no times were written",
        "{name} 无法写入（{reason}），未写入用时",
    ),
    "none": Text(
        "No rehearsals of {name} yet.\nTo make one: presenter {argument}--rehearse",
        "{name} 还没有排练记录。\n开始排练：presenter {argument}--rehearse",
    ),
    "date": Text("Rehearsal", "排练时间"),
    "shown": Text("Slides", "张数"),
    "broken-off": Text("broken off", "中断"),
    "all-of": Text("{title} · {count} rehearsals", "{title} · {count} 次排练"),
    "all-of.one": Text("{title} · 1 rehearsal", "{title} · 1 次排练"),
    "older": Text("({count} older ones are not listed)", "（更早的 {count} 次未列出）"),
    "unreadable": Text(
        "The history of rehearsals cannot be read: {reason}", "排练记录无法读取：{reason}"
    ),
}
