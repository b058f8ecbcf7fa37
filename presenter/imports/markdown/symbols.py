"""Characters that stand for marks: raised and lowered ones, and those of emoji by their names."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

_RAISED = dict(
    zip(
        "0123456789+-−=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVW",
        "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂ",
        strict=True,
    )
)
_LOWERED = dict(
    zip("0123456789+-−=()aehijklmnoprstuvx", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ", strict=True)
)
"""Source: the Unicode Standard, "Superscripts and Subscripts" and "Phonetic Extensions"."""

_CODES = re.compile(r"(?<![\w:])(?::[A-Za-z0-9_+-]+:)+(?![\w:])")
_CODE = re.compile(r":([A-Za-z0-9_+-]+):")


def raised(text: str) -> str:
    """`text` in raised characters; empty if one of them has none."""
    return _translated(text, _RAISED)


def lowered(text: str) -> str:
    """`text` in lowered characters; empty if one of them has none."""
    return _translated(text, _LOWERED)


def _translated(text: str, table: dict[str, str]) -> str:
    return "".join(table[each] for each in text) if all(each in table for each in text) else ""


def with_emoji(text: str, unknown: Callable[[str], None]) -> str:
    """`text` with ``:tada:`` and the like as the emoji that they name.

    Names stand between words: ``10:30:45`` and ``a::b::c`` hold none. `unknown` hears of a name
    that is not known, which stays.
    """

    def convert(match: re.Match[str]) -> str:
        emoji = _emoji(match[1].lower())
        if not emoji and re.search("[A-Za-z]{2}", match[1]):
            unknown(match[0])
        return emoji or match[0]

    return _CODES.sub(lambda run: _CODE.sub(convert, run[0]), text) if ":" in text else text


def _emoji(name: str) -> str:
    """The emoji of a name; empty if there is none."""
    if known := SHORTCODES.get(name):
        return known
    try:
        found = unicodedata.lookup(name.replace("_", " ").replace("-", " "))
    except KeyError:
        return ""
    return found if len(found) == 1 and ord(found) >= _FIRST_EMOJI else ""


_FIRST_EMOJI = 0x1F300
"""From here on characters are pictures, and Unicode's own names are those that people write."""


def _table(text: str) -> dict[str, str]:
    pairs = [line.split() for line in text.strip().splitlines()]
    return {name: emoji for emoji, *names in pairs for name in names}


SHORTCODES = _table("""
👍 +1 thumbsup thumbs_up
👎 -1 thumbsdown thumbs_down
🎉 tada party
😄 smile
😃 smiley
😀 grinning
😁 grin
😆 laughing satisfied
😂 joy
🤣 rofl
😊 blush
🙂 slightly_smiling_face
🙃 upside_down_face
😉 wink
😍 heart_eyes
😘 kissing_heart
😜 stuck_out_tongue_winking_eye
😛 stuck_out_tongue
😎 sunglasses
🤓 nerd_face
🤔 thinking thinking_face
😐 neutral_face
😑 expressionless
😏 smirk
😬 grimacing
😅 sweat_smile
😓 sweat
😢 cry
😭 sob
😡 rage pout
😠 angry
😱 scream
😴 sleeping
😷 mask
🤯 exploding_head
🥳 partying_face
😇 innocent
🤖 robot robot_face
💩 poop hankey shit
👻 ghost
💀 skull
👽 alien
👋 wave
👏 clap
🙌 raised_hands
🙏 pray
💪 muscle
👌 ok_hand
✌️ v
🤞 crossed_fingers
👉 point_right
👈 point_left
👆 point_up_2
☝️ point_up
👇 point_down
✋ hand raised_hand
✊ fist
🤝 handshake
🤷 shrug
🤦 facepalm
👀 eyes
🧠 brain
❤️ heart
💙 blue_heart
💚 green_heart
💛 yellow_heart
💜 purple_heart
🖤 black_heart
💔 broken_heart
💯 100
💥 boom collision
✨ sparkles
⭐ star
🌟 star2
🔥 fire
⚡ zap
💡 bulb
💬 speech_balloon
💭 thought_balloon
💤 zzz
🐛 bug
🐍 snake
🐳 whale
🐧 penguin
🐱 cat
🐶 dog
🐢 turtle
🐌 snail
🦀 crab
🦄 unicorn
🐘 elephant
🐙 octopus
🌍 earth_africa
🌎 earth_americas
🌏 earth_asia
🌈 rainbow
☀️ sunny
☁️ cloud
☔ umbrella
❄️ snowflake
⛄ snowman
🌱 seedling
🌲 evergreen_tree
🌸 cherry_blossom
🍀 four_leaf_clover
🍎 apple
🍌 banana
🍕 pizza
🍺 beer
🍻 beers
🍷 wine_glass
☕ coffee
🍰 cake
🎂 birthday
🚀 rocket
✈️ airplane
🚗 car red_car
🚂 steam_locomotive
🚢 ship
⛵ boat sailboat
🏠 house
🏢 office
🏭 factory
🎁 gift
🎈 balloon
🎯 dart
🏆 trophy
🥇 1st_place_medal
🎓 mortar_board
🎨 art
🎬 clapper
🎤 microphone
🎧 headphones
🎵 musical_note
🎶 notes
📷 camera
📹 video_camera
📺 tv
💻 computer
🖥️ desktop_computer
⌨️ keyboard
📱 iphone
☎️ phone telephone
📞 telephone_receiver
💾 floppy_disk
💿 cd
📀 dvd
🔋 battery
🔌 electric_plug
🔍 mag
🔎 mag_right
🔑 key
🔒 lock
🔓 unlock
🔗 link
🔔 bell
🔧 wrench
🔨 hammer
🛠️ hammer_and_wrench
⚙️ gear
🔩 nut_and_bolt
💣 bomb
🔬 microscope
🔭 telescope
🧪 test_tube
💊 pill
📈 chart_with_upwards_trend chart
📉 chart_with_downwards_trend
📊 bar_chart
📋 clipboard
📌 pushpin
📍 round_pushpin
📎 paperclip
📏 straight_ruler
📐 triangular_ruler
✂️ scissors
✏️ pencil2
📝 memo pencil
📖 book open_book
📚 books
📓 notebook
📰 newspaper
📁 file_folder
📂 open_file_folder
📅 date
📆 calendar
📦 package
✉️ email envelope
📧 e-mail
📥 inbox_tray
📤 outbox_tray
📣 mega
📢 loudspeaker
💰 moneybag
💵 dollar
💶 euro
💳 credit_card
⌛ hourglass
⏳ hourglass_flowing_sand
⌚ watch
⏰ alarm_clock
⏱️ stopwatch
🕐 clock1
✅ white_check_mark check_mark_button
✔️ heavy_check_mark check_mark
☑️ ballot_box_with_check
❌ x cross_mark
❎ negative_squared_cross_mark
⚠️ warning
🚫 no_entry_sign
⛔ no_entry
🛑 stop_sign
🚨 rotating_light
🚧 construction
❗ exclamation heavy_exclamation_mark
❓ question
❕ grey_exclamation
❔ grey_question
‼️ bangbang
⁉️ interrobang
ℹ️ information_source
♻️ recycle
➕ heavy_plus_sign
➖ heavy_minus_sign
✖️ heavy_multiplication_x
➗ heavy_division_sign
➡️ arrow_right
⬅️ arrow_left
⬆️ arrow_up
⬇️ arrow_down
↗️ arrow_upper_right
↘️ arrow_lower_right
🔄 arrows_counterclockwise
🔁 repeat
▶️ arrow_forward
⏸️ pause_button
⏩ fast_forward
⏪ rewind
🆕 new
🆗 ok
🆒 cool
🆓 free
🔝 top
🔜 soon
🔴 red_circle
🔵 blue_circle large_blue_circle
🟢 green_circle
🟡 yellow_circle
⚫ black_circle
⚪ white_circle
🟥 red_square
🟩 green_square
◼️ black_medium_square
1️⃣ one
2️⃣ two
3️⃣ three
4️⃣ four
5️⃣ five
6️⃣ six
7️⃣ seven
8️⃣ eight
9️⃣ nine
🔟 keycap_ten
0️⃣ zero
#️⃣ hash
©️ copyright
®️ registered
™️ tm
👨 man
👩 woman
👶 baby
👦 boy
👧 girl
👮 cop
👷 construction_worker
🧑‍💻 technologist
👨‍💻 man_technologist
👩‍💻 woman_technologist
🐙 octocat
🇨🇳 cn
🇺🇸 us
🇬🇧 gb uk
🇩🇪 de
🇫🇷 fr
🇯🇵 jp
🇰🇷 kr
🇪🇺 eu
""")
"""GitHub's names where they are not Unicode's own; `_emoji` looks up the others."""
