"""The conversation in python-telegram-bot's ConversationHandler; both PTB peers run it.

The steps follow https://docs.python-telegram-bot.org/en/stable/examples.conversationbot.html.
"""

import asyncio
from typing import Any

from telegram import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    Message,
    ReplyKeyboardMarkup,
    Update,
)
from telegram.ext import (
    CallbackQueryHandler,
    CommandHandler,
    ContextTypes,
    ConversationHandler,
    MessageHandler,
    filters,
)

from bench.peers import common

PHOTO, PLACE, CHECK = range(3)
Context = ContextTypes.DEFAULT_TYPE
ASK = ReplyKeyboardMarkup(
    [[KeyboardButton("发送位置", request_location=True)]],
    resize_keyboard=True,
    one_time_keyboard=True,
)


def inline(buttons: common.Buttons) -> InlineKeyboardMarkup:
    """Draw rows of (label, data)."""
    return InlineKeyboardMarkup(
        [
            [InlineKeyboardButton(label, callback_data=data) for label, data in row]
            for row in buttons
        ]
    )


MENU = inline(common.rows(common.MENU))
CARD = inline(common.rows(common.CARD))


def said(update: Update) -> Message:
    """The message of an update that is known to have one."""
    assert update.message is not None
    return update.message


def kept(context: Context) -> dict[str, Any]:
    """The user's own dict; with persistence PTB pickles it."""
    assert context.user_data is not None
    return context.user_data


async def start(update: Update, context: Context) -> int:
    """/start: greet."""
    await said(update).reply_text(common.GREETING, reply_markup=MENU)
    return PHOTO


async def photo(update: Update, context: Context) -> int:
    """A photo with words: keep both, ask for the place."""
    message = said(update)
    kept(context)["draft"] = common.Draft(
        words=message.caption or "", photo=message.photo[-1].file_id
    )
    await message.reply_text(common.ASK_PLACE, reply_markup=ASK)
    return PLACE


async def place(update: Update, context: Context) -> int:
    """A place: keep it, show the summary."""
    message, draft = said(update), kept(context)["draft"]
    assert message.location is not None
    draft.lat, draft.lon = message.location.latitude, message.location.longitude
    await message.reply_text(
        common.summary(draft), reply_markup=inline(common.summary_buttons(draft))
    )
    return CHECK


async def category(update: Update, context: Context) -> int:
    """Another category was pressed: show the summary again. Both calls at once, as neither needs
    the other.
    """
    query, draft = update.callback_query, kept(context)["draft"]
    assert query is not None and query.data is not None
    draft.category = query.data.removeprefix("cat:")
    buttons = inline(common.summary_buttons(draft))
    await asyncio.gather(
        query.answer(),
        query.edit_message_text(common.summary(draft), reply_markup=buttons),
    )
    return CHECK


async def submit(update: Update, context: Context) -> int:
    """Store the case, hand out the receipt, tell the coordinator without keeping the rider
    waiting.
    """
    query, draft = update.callback_query, kept(context).pop("draft")
    assert query is not None
    number = await context.bot_data["cases"](draft, query.from_user.id)
    await asyncio.gather(
        query.answer(), query.edit_message_text(common.receipt(number))
    )
    context.application.create_task(
        tell_coordinator(context, number, draft), update=update
    )
    return ConversationHandler.END


async def tell_coordinator(context: Context, number: str, draft: common.Draft) -> None:
    """The place, then the card, in this order."""
    await context.bot.send_location(common.coordinator(draft), draft.lat, draft.lon)
    caption = common.card(number, draft)
    await context.bot.send_photo(
        common.coordinator(draft), draft.photo, caption=caption, reply_markup=CARD
    )


def conversation(persistent: bool) -> ConversationHandler[Context]:
    """The handler; `persistent` lets the application's persistence keep the states."""
    return ConversationHandler(
        entry_points=[CommandHandler("start", start)],
        states={
            PHOTO: [MessageHandler(filters.PHOTO, photo)],
            PLACE: [MessageHandler(filters.LOCATION, place)],
            CHECK: [
                CallbackQueryHandler(submit, "^submit$"),
                CallbackQueryHandler(category, "^cat:"),
            ],
        },
        fallbacks=[CommandHandler("start", start)],
        name="report",
        persistent=persistent,
    )
