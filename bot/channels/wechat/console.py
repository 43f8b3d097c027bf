"""What is missing in WeChat's console, found by asking WeChat; nothing is changed by it."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterator, Mapping

import orjson

from bot.channels.tencent.addresses import address_in
from bot.channels.tencent.calls import Refused, Uncertain, Unreached
from bot.channels.wechat.api import Api
from bot.channels.wechat.errors import ADDRESS, NO_RIGHT
from bot.channels.wechat.send import SENDS
from bot.config.fitting import Result
from bot.config.tencent import TemplateConfig

NAME = "wechat"
MISSING = {
    40001: "WeChat does not accept the secret",
    40013: "WeChat knows no such app_id",
    40125: "WeChat does not accept the secret",
    **dict.fromkeys(NO_RIGHT, "the account may not do this: it needs 认证"),
}
LIST = "设置与开发 → 开发接口管理 → 基本配置 → IP白名单"
VERIFY = "the account needs 认证 (设置与开发 → 公众号设置 → 认证详情) and the right in 接口权限"
NOBODY = "gridbee-check"
"""As an openid: whoever may send hears that there is no such person."""
EVERY = "template/get_all_private_template"
RIGHTS = {
    "menu/get": "there is no menu",
    SENDS: "riders get answers to what they send, and all else waits for these",
    EVERY: "no template can ring",
}
"""What is lost with each."""
FIELD = re.compile(r"\{\{\s*(\w+)\.DATA\s*\}\}")
TYPES = {
    "number": ("character_string", "thing"),
    "what": ("thing",),
    "when": ("time", "date"),
}
"""Which types of field take what we fill in (developers.weixin.qq.com, 模板消息). Names of old
templates (keyword1) say no type.
"""
TYPED = re.compile(
    r"(thing|character_string|time|date|number|letter|symbol|phone_number"
    r"|car_number|name|amount|phrase|const|enum)[0-9]*"
)


async def looked(
    api: Api,
    templates: Mapping[str, TemplateConfig],
) -> list[Result]:
    """A line for each thing. Raises Uncertain or Unreached where nobody answers."""
    try:
        await api.token()
    except Refused as refused:
        return [
            Result(
                NAME,
                False,
                _refused(refused),
            )
        ]
    answers = await asyncio.gather(*(_answer(api, path) for path in RIGHTS))
    said = dict(
        zip(
            RIGHTS,
            answers,
            strict=True,
        )
    )
    lacking = [path for path, answer in said.items() if answer in NO_RIGHT]
    accepted = Result(
        NAME,
        True,
        "the secret is accepted",
    )
    results = [accepted, *_rights(lacking, bool(templates))]
    listed = said[EVERY]
    if templates and isinstance(listed, bytes):
        results += _templates(listed, templates)
    return results


def _refused(refused: Refused) -> str:
    if refused.code != ADDRESS:
        return MISSING.get(refused.code, f"WeChat says: {refused}")
    ours = address_in(refused.told)
    return f"WeChat does not know our address{ours}: add it to {LIST}"


async def _answer(api: Api, path: str) -> bytes | int:
    """Of a call that changes nothing; the error code where it is refused."""
    try:
        if path != SENDS:
            return await api.get(path)
        text = {"content": "-"}
        await api.call(
            path,
            touser=NOBODY,
            msgtype="text",
            text=text,
        )
    except Refused as refused:
        return refused.code
    return 0


def _rights(lacking: list[str], rings: bool) -> Iterator[Result]:
    wanted = [path for path in lacking if path != EVERY or rings]
    for path in wanted:
        text = f"{path} is refused, so {RIGHTS[path]}: {VERIFY}"
        yield Result(
            f"{NAME} rights",
            False,
            text,
        )
    if not wanted:
        yield Result(
            f"{NAME} rights",
            True,
            "menu and messages may be used",
        )


# --- templates ---


def _templates(
    listed: bytes,
    templates: Mapping[str, TemplateConfig],
) -> list[Result]:
    found = orjson.loads(listed).get("template_list", [])
    contents = {
        str(one.get("template_id")): str(one.get("content", "")) for one in found
    }
    results = []
    for name, template in templates.items():
        wrong = list(_wrong(template, contents.get(template.id)))
        line = f"{NAME} template {name}"
        results += [
            Result(
                line,
                False,
                text,
            )
            for text in wrong
        ] or [
            Result(
                line,
                True,
                "it is there, and all its fields are filled",
            )
        ]
    return results


def _wrong(template: TemplateConfig, content: str | None) -> Iterator[str]:
    if content is None:
        yield (
            f"the account has no template {template.id}: "
            "copy the id from 广告与服务 → 模板消息"
        )
        return
    there = FIELD.findall(content)
    ours = {one: name for one in TYPES if (name := getattr(template, one))}
    for one, name in ours.items():
        if name not in there:
            has = ", ".join(there) or "no fields"
            yield f'{one} = "{name}" is no field of the template, which has {has}'
        elif _typed(name) not in ("", *TYPES[one]):
            takes = " or ".join(TYPES[one])
            yield f'{one} = "{name}" does not take what is filled in: it needs {takes}'
    for name in there:
        if name not in ours.values():
            yield (
                f"nothing fills its field {name}, and WeChat refuses an empty one (47003):"
                " choose a template without it"
            )


def _typed(name: str) -> str:
    found = TYPED.fullmatch(name)
    return found[1] if found else ""


async def asked(
    api: Api, templates: Mapping[str, TemplateConfig], seconds: float
) -> list[Result]:
    """Within so many seconds."""
    try:
        async with asyncio.timeout(seconds):
            return await looked(api, templates)
    except Refused as refused:
        return [
            Result(
                NAME,
                False,
                _refused(refused),
            )
        ]
    except (Uncertain, Unreached, TimeoutError):
        late = f"WeChat does not answer within {seconds:g} s"
        return [Result(NAME, False, late)]
    finally:
        await api.close()
