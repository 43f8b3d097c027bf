"""PTB the ordinary way: ConversationHandler with PicklePersistence, run_polling, httpx, one update
after the other.

After https://docs.python-telegram-bot.org/en/stable/examples.persistentconversationbot.html;
nothing is tuned.
"""

from telegram import Update
from telegram.ext import (
    Application,
    ApplicationBuilder,
    PersistenceInput,
    PicklePersistence,
)

from bench.peers import common
from bench.peers.ptb_steps import conversation


def main() -> None:
    """Run until SIGTERM."""
    given = common.options(__doc__)
    cases = common.Cases(given.db)

    async def opened(application: Application) -> None:  # type: ignore[type-arg]
        await cases.open()
        application.bot_data["cases"] = cases.add

    async def closed(application: Application) -> None:  # type: ignore[type-arg]
        await cases.close()

    # bot_data holds the open database here, which cannot be pickled: only users and conversations
    # are stored.
    store = PersistenceInput(bot_data=False, chat_data=False, callback_data=False)
    application = (
        ApplicationBuilder()
        .token(common.TOKEN)
        .base_url(f"{given.base}/bot")
        .base_file_url(f"{given.base}/file/bot")
        .persistence(PicklePersistence(filepath=given.db + ".pickle", store_data=store))
        .post_init(opened)
        .post_shutdown(closed)
        .build()
    )
    application.add_handler(conversation(persistent=True))
    application.run_polling(allowed_updates=Update.ALL_TYPES)


if __name__ == "__main__":
    main()
