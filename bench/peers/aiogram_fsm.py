"""aiogram 3 with its finite-state machine in memory, started by `run_polling` (which takes uvloop
when installed).

After https://docs.aiogram.dev/en/latest/dispatcher/finite_state_machine/index.html. Every update is
a task of its own; the state is set before the answer leaves, so a quick rider never meets the old
one. orjson and the larger connection pool are aiogram's own documented parameters.
"""

import asyncio
from functools import partial

import orjson
import uvloop
from aiogram import Bot, Dispatcher, F, Router
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.filters import CommandStart
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.fsm.storage.memory import MemoryStorage
from aiogram.methods import SetWebhook
from aiogram.types import (
    CallbackQuery,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    Message,
    ReplyKeyboardMarkup,
)
from aiogram.webhook.aiohttp_server import SimpleRequestHandler, setup_application
from aiohttp import web

from bench.peers import common

router = Router()
CONNECTIONS = 512
ASK = ReplyKeyboardMarkup(
    keyboard=[[KeyboardButton(text="发送位置", request_location=True)]],
    resize_keyboard=True,
    one_time_keyboard=True,
)


class Report(StatesGroup):
    """Where a rider stands."""

    photo = State()
    place = State()
    check = State()


def inline(buttons: common.Buttons) -> InlineKeyboardMarkup:
    """Draw rows of (label, data)."""
    drawn = [
        [InlineKeyboardButton(text=label, callback_data=data) for label, data in row]
        for row in buttons
    ]
    return InlineKeyboardMarkup(inline_keyboard=drawn)


MENU = inline(common.rows(common.MENU))
CARD = inline(common.rows(common.CARD))


@router.message(CommandStart())
async def start(message: Message, state: FSMContext) -> None:
    """/start: greet."""
    await state.set_state(Report.photo)
    await message.answer(common.GREETING, reply_markup=MENU)


@router.message(Report.photo, F.photo)
async def photo(message: Message, state: FSMContext) -> None:
    """A photo with words: keep both, ask for the place."""
    assert message.photo
    await state.update_data(
        draft=common.Draft(words=message.caption or "", photo=message.photo[-1].file_id)
    )
    await state.set_state(Report.place)
    await message.answer(common.ASK_PLACE, reply_markup=ASK)


@router.message(Report.place, F.location)
async def place(message: Message, state: FSMContext) -> None:
    """A place: keep it, show the summary."""
    assert message.location
    draft: common.Draft = (await state.get_data())["draft"]
    draft.lat, draft.lon = message.location.latitude, message.location.longitude
    await state.update_data(draft=draft)
    await state.set_state(Report.check)
    await message.answer(
        common.summary(draft), reply_markup=inline(common.summary_buttons(draft))
    )


@router.callback_query(Report.check, F.data.startswith("cat:"))
async def category(query: CallbackQuery, state: FSMContext, bot: Bot) -> None:
    """Another category was pressed: show the summary again. Both calls at once, as neither needs
    the other.
    """
    assert query.data and isinstance(query.message, Message)
    draft: common.Draft = (await state.get_data())["draft"]
    draft.category = query.data.removeprefix("cat:")
    await state.update_data(draft=draft)
    edit = query.message.edit_text(
        common.summary(draft), reply_markup=inline(common.summary_buttons(draft))
    )
    await asyncio.gather(bot(query.answer()), bot(edit))


@router.callback_query(Report.check, F.data == "submit")
async def submit(
    query: CallbackQuery, state: FSMContext, bot: Bot, cases: common.Cases
) -> None:
    """Store the case, hand out the receipt, tell the coordinator."""
    assert isinstance(query.message, Message)
    draft: common.Draft = (await state.get_data())["draft"]
    await state.clear()
    number = await cases.add(draft, query.from_user.id)
    await asyncio.gather(
        bot(query.answer()), bot(query.message.edit_text(common.receipt(number)))
    )
    await bot.send_location(common.coordinator(draft), draft.lat, draft.lon)
    await bot.send_photo(
        common.coordinator(draft),
        draft.photo,
        caption=common.card(number, draft),
        reply_markup=CARD,
    )


def main() -> None:
    """Run until SIGTERM."""
    given = common.options(__doc__)
    cases = common.Cases(given.db)
    session = AiohttpSession(
        limit=CONNECTIONS,
        api=TelegramAPIServer.from_base(given.base),
        json_loads=orjson.loads,
        json_dumps=lambda value: orjson.dumps(value).decode(),
    )
    dispatcher = Dispatcher(storage=MemoryStorage())
    dispatcher.include_router(router)
    dispatcher.startup.register(cases.open)
    dispatcher.shutdown.register(cases.close)
    bot = Bot(common.TOKEN, session=session)
    if not given.port:
        return dispatcher.run_polling(bot, cases=cases)
    dispatcher.startup.register(partial(hook, given.port))
    app = web.Application()
    SimpleRequestHandler(dispatcher, bot).register(app, path=common.HOOK)
    setup_application(app, dispatcher, bot=bot, cases=cases)
    loop = uvloop.new_event_loop()
    web.run_app(app, host="127.0.0.1", port=given.port, access_log=None, loop=loop)


async def hook(port: int, bot: Bot) -> None:
    """Tell the server where updates are to be brought."""
    await bot(SetWebhook.model_validate(common.webhook(port)))


if __name__ == "__main__":
    main()
