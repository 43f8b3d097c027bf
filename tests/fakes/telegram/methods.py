"""The table of Bot API methods that answer at once, and the small ones among them."""

import re
from collections.abc import Callable
from typing import Any

import orjson

from tests.fakes.telegram import editing, sending
from tests.fakes.telegram.message import Json
from tests.fakes.telegram.params import Params
from tests.fakes.telegram.state import ApiError, State

LARGEST_DOWNLOAD = 20 * 1024 * 1024  # bytes (core.telegram.org/bots/api#getfile)
MOST_COMMANDS = 100  # core.telegram.org/bots/api#setmycommands
_COMMAND = re.compile(r"[a-z0-9_]{1,32}")
Method = Callable[[State, Params], Any]


def get_me(state: State, params: Params) -> Json:
    abilities = {
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": False,
    }
    return state.bot.raw() | abilities


def get_file(state: State, params: Params) -> Json:
    kept = state.files.get(params.text("file_id"))
    if kept is None:
        raise ApiError(400, "Bad Request: invalid file_id")
    if kept.size > LARGEST_DOWNLOAD:
        raise ApiError(400, "Bad Request: file is too big")
    ids = {"file_id": kept.file_id, "file_unique_id": kept.unique_id}
    return {**ids, "file_size": kept.size, "file_path": kept.path}


def get_chat(state: State, params: Params) -> Json:
    chat = state.chat(params.chat_id())
    permissions = {"can_send_messages": "text" not in chat.forbidden}
    more = {"permissions": permissions} if chat.kind != "private" else {}
    return chat.raw() | {"accent_color_id": 0, "max_reaction_count": 11} | more


def get_chat_member(state: State, params: Params) -> Json:
    chat, user_id = state.open_chat(params.chat_id()), params.integer("user_id")
    if user_id == state.bot.id:
        return {"user": state.bot.raw(), "status": chat.bot_status}
    user = state.users.get(user_id)
    if user is None:
        raise ApiError(400, "Bad Request: invalid user_id specified")
    inside = user_id in chat.members or user_id == chat.id
    return {"user": user.raw(), "status": "member" if inside else "left"}


def leave_chat(state: State, params: Params) -> bool:
    chat = state.open_chat(params.chat_id())
    if chat.kind == "private":
        raise ApiError(
            400, "Bad Request: chat member status can't be changed in private chats"
        )
    chat.bot_status = "left"
    return True


def send_chat_action(state: State, params: Params) -> bool:
    state.open_chat(params.chat_id())
    if not params.has("action"):
        raise ApiError(400, "Bad Request: wrong parameter action in request")
    return True


def log_out(state: State, params: Params) -> bool:
    state.logged_out = True
    return True


def _command_key(params: Params) -> tuple[str, str]:
    scope = params.json("scope") or {"type": "default"}
    return orjson.dumps(scope, option=orjson.OPT_SORT_KEYS).decode(), params.text(
        "language_code"
    )


def set_my_commands(state: State, params: Params) -> bool:
    commands = params.json("commands", [])
    if len(commands) > MOST_COMMANDS:
        raise ApiError(400, "Bad Request: BOT_COMMANDS_TOO_MUCH")
    for command in commands:
        if not _COMMAND.fullmatch(command.get("command", "").removeprefix("/")):
            raise ApiError(400, "Bad Request: BOT_COMMAND_INVALID")
        if not 1 <= len(command.get("description", "")) <= 256:
            raise ApiError(400, "Bad Request: BOT_COMMAND_DESCRIPTION_INVALID")
    state.commands[_command_key(params)] = commands
    return True


def get_my_commands(state: State, params: Params) -> list[Json]:
    return state.commands.get(_command_key(params), [])


def delete_my_commands(state: State, params: Params) -> bool:
    state.commands.pop(_command_key(params), None)
    return True


METHODS: dict[str, Method] = {
    "getMe": get_me,
    "sendMessage": sending.send_message,
    "sendPhoto": sending.send_media("photo"),
    "sendVoice": sending.send_media("voice"),
    "sendVideo": sending.send_media("video"),
    "sendDocument": sending.send_media("document"),
    "sendMediaGroup": sending.send_media_group,
    "sendLocation": sending.send_location,
    "sendVenue": sending.send_venue,
    "sendContact": sending.send_contact,
    **editing.METHODS,
    "getFile": get_file,
    "getChat": get_chat,
    "getChatMember": get_chat_member,
    "leaveChat": leave_chat,
    "sendChatAction": send_chat_action,
    "setMyCommands": set_my_commands,
    "getMyCommands": get_my_commands,
    "deleteMyCommands": delete_my_commands,
    "logOut": log_out,
}

#: The names in any spelling: the Bot API ignores the case of method names.
BY_LOWER_NAME: dict[str, str] = {
    name.lower(): name
    for name in (
        *METHODS,
        "getUpdates",
        "setWebhook",
        "deleteWebhook",
        "getWebhookInfo",
    )
}

#: Methods that count for the rate limits.
SENDS = frozenset(
    name for name in METHODS if name.startswith("send") and name != "sendChatAction"
)
