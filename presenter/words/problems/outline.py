"""Keys, slides and values that are not as the outline wants them."""

from presenter.words.words import Text

TEXTS = {
    # Keys.
    "did-you-mean": Text("did you mean “{near}”?", "是不是想写“{near}”？"),
    "unknown-key": Text("unknown key “{key}”", "不认识的键“{key}”"),
    "unknown-key.help": Text(
        "nearest to it here: {known}; docs/format.md lists all, and keys that begin with “x-” "
        "are yours",
        "此处与它最接近的：{known}；docs/format.md 列有全部，以“x-”开头的键可自行使用",
    ),
    "later-key": Text("this version has no “{key}” yet", "本版本还没有“{key}”"),
    "later-key.help": Text(
        "delete it, or keep it as “x-{key}” for a later version",
        "请删去，或改写为“x-{key}”，留待以后的版本",
    ),
    "later-form": Text(
        "this version takes only a text for “{key}”", "本版本的“{key}”只能是一段文字"
    ),
    "later-form.help": Text("write it in one line: “{key}: …”", "请写成一行：“{key}: …”"),
    "text-colon": Text(
        "“{text}” is taken for a key, as a colon and a space follow",
        "“{text}”后面是冒号和空格，因此被当作键",
    ),
    "text-colon.help": Text(
        'put the text in quotes: "{text}: …"', '若是文字，请加引号："{text}: …"'
    ),
    "not-a-warning": Text(
        "no warning has the code “{name}”; errors cannot be ignored",
        "没有代号为“{name}”的警告；错误不能略过",
    ),
    "not-a-warning.help": Text(
        "write the code that stands in brackets behind a warning: [no-notes]",
        "请写警告后面方括号里的代号，如 [no-notes]",
    ),
    "key-twice": Text("“{key}” stands already in line {line}", "“{key}”在第 {line} 行已经有了"),
    "key-twice.help": Text(
        "keep one of them; blocks of one kind go into “content:” as a list",
        "请只留一个；同类的内容块请列在“content:”下面",
    ),
    "key-not-text": Text(
        "a key is a word, not a list or a mapping", "键应是一个词，不能是列表或映射"
    ),
    "key-not-text.help": Text("write “key: value”", "请写成“键: 值”"),
    "missing-key": Text("“{key}” is missing", "缺少“{key}”"),
    "missing-key.help": Text("write “{key}: …”", "请写上“{key}: …”"),
    "merge-not-mapping": Text("“<<” merges mappings only", "“<<”只能并入映射"),
    "merge-not-mapping.help": Text(
        "refer to a mapping: “<<: *name”", "请引用一个映射：“<<: *名字”"
    ),
    "tag": Text("the tag “{tag}” means nothing here", "标记“{tag}”在此处没有意义"),
    "tag.help": Text("delete the tag, or put the text in quotes", "请删去标记；若是文字，请加引号"),
    # The outline.
    "both-shapes": Text(
        "a deck has either “slides” or an outline, not both", "“slides”与提纲不能同时使用"
    ),
    "both-shapes.help": Text(
        "move these slides into “introduction”, “points” or “conclusion”",
        "请把这些张移到“introduction”“points”或“conclusion”",
    ),
    "no-slides": Text("there is no slide to show", "没有可以放映的幻灯片"),
    "no-slides.help": Text("write “points:” with a list of slides", "请写“points:”，下面列出各张"),
    "empty-slide": Text("there is nothing in this slide", "这一张什么也没有"),
    "empty-slide.help": Text(
        "write its title after the dash, or delete the dash", "请在短横后面写上标题，或删去短横"
    ),
    "slide-not-mapping": Text(
        "a slide is a title or a mapping, not a list", "一张幻灯片应是标题或映射，不是列表"
    ),
    "slide-not-mapping.help": Text(
        "write “- title: …” with its blocks under it", "请写成“- title: …”，内容写在下面"
    ),
    "blank-slide": Text("this slide shows nothing", "这一张没有可显示的内容"),
    "blank-slide.help": Text(
        "write a title or a block such as “bullets”, or “hidden: true”",
        "请写标题或“bullets”等内容，或写“hidden: true”",
    ),
    "id-all-digits": Text("the id “{id}” looks like a slide's number", "id“{id}”像是页码"),
    "id-all-digits.help": Text("begin it with a letter", "请以字母开头"),
    "id-twice": Text(
        "the id “{id}” stands already in line {line}", "id“{id}”在第 {line} 行已经用过"
    ),
    "id-twice.help": Text("give each slide an id of its own", "各张的 id 不能相同"),
    "content-item": Text(
        "each item of “content” is one block: one key and its value",
        "“content”的每一项是一个内容块：一个键和它的值",
    ),
    "content-item.help": Text(
        "write “- text: …”, “- bullets: …”, one block to a dash",
        "请写成“- text: …”“- bullets: …”，一个短横一块",
    ),
    "slide-texts": Text(
        "this slide holds {number} texts; at most {most} are shown",
        "这一张有 {number} 段文字，最多能显示 {most} 段",
    ),
    "slide-texts.help": Text("make several slides of it", "请拆成几张"),
    "slide-characters": Text(
        "this slide holds {number} characters; at most {most} are shown",
        "这一张有 {number} 个字符，最多能显示 {most} 个",
    ),
    "slide-characters.help": Text("make several slides of it", "请拆成几张"),
    # Values.
    "too-long": Text(
        "this text has {length} characters; at most {most} may stand here",
        "这段文字有 {length} 个字符，此处最多 {most} 个",
    ),
    "too-long.help": Text(
        "shorten it, or spread it over several slides", "请精简，或分到几张幻灯片上"
    ),
    "mapping-for-text": Text("a text is wanted here, not a mapping", "此处应是文字，不是映射"),
    "mapping-for-text.help": Text(
        "write the text; put it in quotes if it contains “: ”", "请写文字；文字里有“: ”时请加引号"
    ),
    "list-for-text": Text("a text is wanted here, not a list", "此处应是文字，不是列表"),
    "list-for-text.help": Text(
        "write one text; put it in quotes if it begins with “[”",
        "请只写一段文字；以“[”开头时请加引号",
    ),
    "not-a-list": Text("a list is wanted here", "此处应是列表"),
    "not-a-list.help": Text(
        "begin each item on its own line with “- ”, or write “[…, …]”",
        "请把各项分行写，以“- ”开头，或写成“[…, …]”",
    ),
    "list-for-prose": Text("a text is wanted here, not a list", "此处应是文字，不是列表"),
    "list-for-prose.help": Text(
        "write “bullets:” for a list; put a text that begins with “[” in quotes",
        "列表请写在“bullets:”下面；以“[”开头的文字请加引号",
    ),
    "dash-space": Text("a space is missing after this dash", "短横后面缺少空格"),
    "dash-space.help": Text(
        "begin each item with “- ”, a dash and a space", "每项以“- ”开头：短横加一个空格"
    ),
    "list-mark": Text("“{mark}” begins no item of a list", "“{mark}”不能用在列表各项的前面"),
    "list-mark.help": Text(
        "begin each item with “- ”, a hyphen and a space", "每项以“- ”开头：半角短横加一个空格"
    ),
    "full-width-bracket": Text("“{mark}” begins no list", "“{mark}”不能用来写列表"),
    "full-width-bracket.help": Text(
        "write “[one, two]” with half-width brackets and commas",
        "请用半角的方括号和逗号：“[一, 二]”",
    ),
    "full-width-space": Text(
        "this line begins with a full-width or unbreakable space, which does not indent it",
        "这一行以全角空格或不换行空格开头，不能用来缩进",
    ),
    "full-width-space.help": Text("indent with ordinary spaces", "请用半角空格缩进"),
    "item-comment": Text(
        "there is nothing in this item: “#” begins a comment", "这一项是空的：“#”开始了注释"
    ),
    "item-comment.help": Text('put the text in quotes: - "#1 …"', '若是文字，请加引号：- "#1 …"'),
    "not-a-mapping": Text("keys with values are wanted here", "此处应是带有键的映射"),
    "not-a-mapping.help": Text("write “key: value”, each on its own line", "请分行写成“键: 值”"),
    "empty-item": Text("there is nothing in this item", "这一项是空的"),
    "empty-item.help": Text("write something, or delete the dash", "请写上内容，或删去短横"),
    "empty-value": Text("“{key}” has no value", "“{key}”没有值"),
    "empty-value.help": Text("write “{key}: …”", "请写成“{key}: …”"),
    "item-keys": Text(
        "an item is a text, or one text with a list under it",
        "一项应是一段文字，或一段文字下面带一个列表",
    ),
    "item-keys.help": Text(
        "give each text its own dash; put a text that contains “: ” in quotes",
        "请让每段文字各占一个短横；文字里有“: ”时请加引号",
    ),
    "too-few": Text(
        "there are {number} here, at least {least} are wanted",
        "此处有 {number} 项，至少应有 {least} 项",
    ),
    "too-few.help": Text("add to the list", "请补足"),
    "not-a-boolean": Text("“{value}” is neither true nor false", "“{value}”不是 true 或 false"),
    "not-a-boolean.help": Text(
        "write true or false, without quotes", "请写 true 或 false，不加引号"
    ),
    "not-an-integer": Text("“{value}” is no whole number", "“{value}”不是整数"),
    "not-an-integer.help": Text("write digits without quotes: 3", "请写数字，不加引号：3"),
    "not-a-number": Text("“{value}” is no number", "“{value}”不是数"),
    "not-a-number.help": Text(
        "write digits without quotes, commas or units: 1200.5",
        "请写数字，不加引号、逗号和单位：1200.5",
    ),
    "too-small": Text("{value} is too small", "{value} 太小"),
    "too-small.help": Text("write {least} or more", "请写 {least} 或更大的数"),
    "too-great": Text("{value} is too great", "{value} 太大"),
    "too-great.help": Text("write {most} or less", "请写 {most} 或更小的数"),
    "not-above": Text("{value} is too small", "{value} 太小"),
    "not-above.help": Text("write more than {least}", "请写大于 {least} 的数"),
    "not-below": Text("{value} is too great", "{value} 太大"),
    "not-below.help": Text("write less than {most}", "请写小于 {most} 的数"),
    "not-a-percentage": Text(
        "“{value}” is no percentage from 1% to 100%", "“{value}”不是 1% 到 100% 的百分数"
    ),
    "not-a-percentage.help": Text("write 60%", "请写成 60%"),
    "not-a-choice": Text("“{value}” is not one of the choices", "“{value}”不在可选之列"),
    "not-a-choice.help": Text("write one of: {choices}", "请从中选一个：{choices}"),
    "bare-number-time": Text("“{value}” has no unit of time", "时间“{value}”没有单位"),
    "bare-number-time.help": Text(
        "write {value}m for minutes or {value}s for seconds", "分钟请写 {value}m，秒请写 {value}s"
    ),
    "not-a-time": Text("“{value}” is no length of time", "“{value}”不是时长"),
    "not-a-time.help": Text("write 90s, 15m, 1h30m or 12:30", "请写 90s、15m、1h30m 或 12:30"),
    "not-a-language": Text("“{lang}” is no language tag", "“{lang}”不是语言标签"),
    "not-a-language.help": Text(
        "write a BCP 47 tag: zh-Hans, zh-Hant, en, ja", "请写 BCP 47 标签：zh-Hans、zh-Hant、en、ja"
    ),
    # Code, tables, QR codes.
    "code-source-or-file": Text(
        "a code block shows either “source” or “file”", "代码块要么写 source，要么写 file"
    ),
    "code-source-or-file.help": Text(
        "write one of the two: “file: example.py”, or the code under “source: |”",
        "两者取一：“file: example.py”，或把代码写在“source: |”之下",
    ),
    "code-language": Text("no colours are known for “{language}”", "不认识编程语言“{language}”"),
    "code-language.help": Text(
        "write a name that Pygments knows: python, go, bash, yaml, text …",
        "请写 Pygments 认识的名字：python、go、bash、yaml、text 等",
    ),
    "code-plain-long": Text(
        "this code is shown without colours: it has more than {most} characters",
        "这段代码不着色：超过 {most} 个字符",
    ),
    "code-plain-long.help": Text(
        "show the part that matters: “from” and “to” cut a file",
        "请只放要讲的部分；取自文件的可用 from 和 to 截取",
    ),
    "code-plain-slow": Text(
        "this code is shown without colours: “{language}” takes too long to colour it",
        "这段代码不着色：“{language}”的着色规则用时过长",
    ),
    "code-plain-slow.help": Text(
        "all of it is shown; “language: text” says that it shall be so, shorter lines may help",
        "内容仍会完整显示；确认不着色请写“language: text”，或把长行拆短再试",
    ),
    "code-plain-altered": Text(
        "this code is shown without colours: “{language}” would leave out or change some of it",
        "这段代码不着色：“{language}”的着色规则会漏掉或改动内容",
    ),
    "code-plain-altered.help": Text(
        "all of it is shown; is it the right language? “language: text” says that it has none",
        "内容仍会完整显示；请看看语言是否写对，确认不着色请写“language: text”",
    ),
    "code-plain-failed": Text(
        "this code is shown without colours: colouring “{language}” failed",
        "这段代码不着色：“{language}”的着色出错",
    ),
    "code-plain-failed.help": Text(
        "all of it is shown; “language: text” says that it shall be so",
        "内容仍会完整显示；确认不着色请写“language: text”",
    ),
    "code-from-to": Text(
        "there are no lines {first} to {last}: the code has {count}",
        "没有第 {first} 到 {last} 行：代码共 {count} 行",
    ),
    "code-from-to.help": Text(
        "let “from” come before “to”, both within the code", "from 须在 to 之前，且都在代码范围之内"
    ),
    "code-lines": Text("“{value}” names no lines", "“{value}”不是行号"),
    "code-lines.help": Text(
        "write line numbers, steps parted by |: “1-3|5|all”",
        "请写行号，步与步之间用 | 隔开：“1-3|5|all”",
    ),
    "code-lines-range": Text(
        "there is no line {number} here: the lines go from {first} to {last}",
        "没有第 {number} 行：行号从 {first} 到 {last}",
    ),
    "code-lines-range.help": Text(
        "count as “numbers: true” shows", "请按“numbers: true”所显示的行号来写"
    ),
    "qr-length": Text(
        "a QR code holds 1 to {most} bytes of text, not {bytes}",
        "二维码能容纳 1 到 {most} 个字节，此处有 {bytes} 个",
    ),
    "qr-length.help": Text(
        "give a short address that leads there: “qr: https://example.org/talk”",
        "请改用短网址：“qr: https://example.org/talk”",
    ),
    "table-row-cells": Text(
        "row {row} has {cells} cells, the header has {columns}",
        "第 {row} 行有 {cells} 格，表头只有 {columns} 格",
    ),
    "table-row-cells.help": Text(
        "put text that holds a comma in quotes, or name the further columns in the header",
        "含逗号的文字请加引号，或在表头补上列名",
    ),
}
