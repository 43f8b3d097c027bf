"""What may stand as an example in the sentence that refuses a value."""

from __future__ import annotations

EXAMPLES: dict[str, dict[str, tuple[str, ...]]] = {
    "clock": {
        "zh-CN": ("09:00", "下午3点半"),
        "en": ("09:00", "3:30 pm"),
    },
    "hours": {
        "zh-CN": ("08:00-18:00", "晚上10点到早上6点"),
        "en": ("08:00-18:00", "10pm-6am"),
    },
    "day": {
        "zh-CN": ("12-01", "明天", "下周一"),
        "en": ("12-01", "tomorrow", "friday"),
    },
    "span": {
        "zh-CN": ("3天", "两小时", "30分钟"),
        "en": ("3 days", "2h", "30m"),
    },
    "moment": {
        "zh-CN": ("3天后", "12-01", "明天下午3点"),
        "en": ("3d", "12-01", "tomorrow 3 pm"),
    },
    "number": {
        "zh-CN": ("YH26-0042",),
        "en": ("YH26-0042",),
    },
    "phone": {
        "zh-CN": ("13812345678", "0592-2345678"),
        "en": ("13812345678", "0592-2345678"),
    },
    "stars": {
        "zh-CN": ("5", "五星"),
        "en": ("5", "5 stars"),
    },
}
"""Kind of value → language → texts that the parser of that kind understands."""
