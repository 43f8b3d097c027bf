"""Messages that Telegram writes about a chat: no content of anybody."""

from __future__ import annotations

from typing import Any

SERVICE = frozenset(
    {
        "new_chat_members",
        "left_chat_member",
        "new_chat_title",
        "new_chat_photo",
        "delete_chat_photo",
        "group_chat_created",
        "supergroup_chat_created",
        "channel_chat_created",
        "migrate_from_chat_id",
        "pinned_message",
        "message_auto_delete_timer_changed",
        "forum_topic_created",
        "forum_topic_edited",
        "forum_topic_closed",
        "forum_topic_reopened",
        "general_forum_topic_hidden",
        "general_forum_topic_unhidden",
        "video_chat_scheduled",
        "video_chat_started",
        "video_chat_ended",
        "video_chat_participants_invited",
        "boost_added",
        "chat_background_set",
        "proximity_alert_triggered",
        "write_access_allowed",
        "connected_website",
        "users_shared",
        "chat_shared",
        "giveaway_created",
        "giveaway_completed",
        "chat_owner_changed",
        "chat_owner_left",
        "checklist_tasks_added",
        "checklist_tasks_done",
        "direct_message_price_changed",
        "gift",
        "gift_upgrade_sent",
        "managed_bot_created",
        "paid_message_price_changed",
        "poll_option_added",
        "poll_option_deleted",
        "refunded_payment",
        "successful_payment",
        "suggested_post_approval_failed",
        "suggested_post_approved",
        "suggested_post_declined",
        "suggested_post_paid",
        "suggested_post_refunded",
        "unique_gift",
        "web_app_data",
        "passport_data",
        "user_shared",
    }
)
"""core.telegram.org/bots/api#message"""


def is_service(message: dict[str, Any]) -> bool:
    return not SERVICE.isdisjoint(message)
