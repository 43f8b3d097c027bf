"""What each of WeCom's error codes means (developer.work.weixin.qq.com/document/path/90313)."""

from __future__ import annotations

from datetime import timedelta

from bot.channels.channel import SendError
from bot.channels.tencent.verdicts import IN_WECOM, MINUTE, again, gone, judge

STALE_TOKEN = frozenset({40014, 42001})
CREDENTIAL = 40001
"""Of a call: the token, which another may mend; of the question for one: the secret."""
TASK_KNOWN = 42014
"""The card with this task has arrived already: a repetition of what nobody could be sure of."""
MEDIA_GONE = 40007
"""A file is older than three days: it has to be sent up anew."""

UNPAID = timedelta(hours=1)
OURS = again(MINUTE, busy=True)
"""Nothing is wrong with the letter: token, secret, address list, the app itself."""

ACCOUNT = (CREDENTIAL, 40013, 40056, 41001, 301002)
UNTRUSTED = 60020
WHOLE: dict[int, str] = {
    **dict.fromkeys(ACCOUNT, "account"),
    **dict.fromkeys(STALE_TOKEN, "access"),
    UNTRUSTED: "address",
}
"""What is refused of whatever we ask, and what admins are told of it."""

judged = judge(
    {
        **IN_WECOM,
        **dict.fromkeys(STALE_TOKEN, OURS),
        # corp, secret, app, what it may do, and from where
        **dict.fromkeys((*ACCOUNT, UNTRUSTED, 48002, 60011), OURS),
        **dict.fromkeys((60111, 81013), gone),
    }
)


def missed(userid: str) -> SendError:
    """Of somebody who is named in `invaliduser`: not there, or the app is not for them."""
    return gone(f"invaliduser, {len(userid)} characters")


def unpaid() -> SendError:
    """Of somebody for whom the corp does not pay: an administrator has to."""
    return SendError("unlicenseduser", after=UNPAID, busy=True)
