# Coupons of merchants.

menu-coupons = 🎟 Coupons
button-coupon-take = 🎟 Take one
button-coupon-card = 🎟 { $what }
button-coupon-show = 🎟 Show it
button-coupon-renew = 🔄 New code
button-coupon-press = 👀 Staff are watching: use it
button-shop = 🏪 My shop
help-coupons = 🎟 /coupons, or just "coupons": what shops around give to riders. Take one, then tell the shop four digits.
coupons-off = There are no coupons here at the moment. To report a hazard, just send it.
coupons = 🎟 <b>Coupons</b>. Press one:
coupons-none = No coupons at the moment.
coupons-line = · { $what } · { $name }
coupons-line-paused = · { $what } · { $name } (none today)
coupons-line-gone = · { $what } · { $name } (all taken)
coupons-line-closed = · { $what } · { $name } (not right now)
coupons-taken = 🎟 You have: { $what } · { $name } · use it by { $until }
coupon-page = 🎟 <b>{ $what }</b>
    🏪 { $name }
coupon-place = 📍 { $place }
coupon-hours = 🕒 { $when }
coupon-a-day = { $count } a day for each person
coupon-left = { $left } left
coupon-until = until { $day }
coupon-over = This offer has ended.
coupon-paused = None left today. Come back tomorrow.
coupon-gone = All of them are taken.
coupon-closed = Not right now: come back when it's on.
coupon-card = 🎟 <b>{ $what }</b> · { $name }
    Tell the shop: <b>{ $code }</b> (good until { $good }, then press "New code")
    If they have nothing to type it into, let them watch you press the button below. It works once, by { $until }.
coupon-used = ✔ <b>Used { $clock }</b>
    { $what } · { $name }
notice-coupon-due = 🎟 { $what } · { $name } ends { $until }. Don't forget it.
notice-coupon-lapsed = { $what } · { $name } wasn't used in time, so somebody else can have it. You can take another.
notice-coupon-paused = { $what } · { $name }: sorry, the shop says there's none left today, so your coupon was taken back. You can take one once there is more.

refuse-coupon-over = This offer has ended. Say "coupons" to see the others.
refuse-coupon-paused = None left today. Come back tomorrow.
refuse-coupon-gone = Just too late: all of them are taken. Say "coupons" to see the others.
refuse-coupon-closed = Not right now: come back when it's on.
refuse-coupon-again = You've had yours today: { $count } a day for each person.
refuse-coupon-used = This one was used at { $clock }.
refuse-coupon-lapsed = This one has run out. You can take another.
refuse-coupon-own = You can't use your own coupon at your own shop. Let somebody else there do it.
refuse-coupon-unknown = Not a code of this shop right now: it's a minute or two old, or another shop's. Let them press "New code" and read it again.
refuse-coupon-two = Two coupons happen to have this code. Let them wait a minute and press "New code".
refuse-coupon-often = Too many wrong codes. Try again in ten minutes.

# --- merchants ---

coupon-done = ✔ { $clock } { $what } used · { $name } · no. { $count } today
notice-coupon-pressed = 👀 { $clock } a rider pressed for one: { $what }. If nobody did so in front of you, don't give it.
shop = 🏪 <b>{ $name }</b> · this month
shop-line = · { $what }: { $used } used, { $pressed } of them pressed by riders themselves
shop-line-paused = · { $what }: none today · { $used } used, { $pressed } of them pressed by riders themselves
shop-how = When a rider tells you four digits, just send them to me. No need to ask who they are, and nobody sees it here.
shop-which = Which one?
shop-none = No shop of yours here. Shops are tied by a link from a coordinator; coordinators send /shop NAME.
shop-link = 🏪 The link that ties { $name }'s chat, good once within a week. Pass it on to them:
    { $link }
shop-link-gone = This link was used or has run out. Ask the coordinator for another.
shop-tied = 🏪 { $name } is tied to this chat. Send the riders' four digits here.
ask-shop-tie = You are { $roles }. Be the contact of <b>{ $name }</b> too? Confidential cases from around there, such as reports about shops, then go to colleagues, and you won't see them.
role-where = { $role } of { $area }
button-shop-tie = 🏪 Be its contact
shop-role = Merchant
button-shop-out = None today: { $what }
button-shop-in = There again: { $what }
button-shop-invite = 📨 Link for the shop
button-shop-untie = Untie its chats ({ $count })
done-shop-untied = Untied.
notice-offer-asked = 🏪 { $name }: do riders still get "{ $what }"?
notice-offer-ends = 🏪 { $name }: "{ $what }" ends on { $day }. To go on, tell your coordinator.
notice-offer-over = 🏪 { $name }: "{ $what }" has ended, so riders can't take it any more. Thank you!
button-offer-stays = Yes, still
button-offer-ends = No more
done-offer-stays = All right, "{ $what }" goes on. Thank you!
done-offer-ends = All right, "{ $what }" is taken off; coupons already taken still count today. Thank you!

# --- at the counter ---

words-coupon-counter = how_do_i_use_it how_does_it_work how_to_use_it how_do_i_use_this can't_use_it it_doesn't_work doesn't_work not_working they_don't_accept_it they_won't_take_it they_don't_take_it they_won't_accept_it they_don't_know_it they_refuse_it they_said_no not_accepted wrong_code the_code_is_wrong is_it_expired has_it_expired is_it_still_good when_does_it_expire
words-coupon-unwanted = no_use useless i_won't_use_it won't_use_it
coupon-counter = The shop sends me the four figures and it is used; if they don't know how, let them watch you press the last button. If they still won't take it, tell your coordinator the shop's name: what is not used goes back.
coupon-unwanted = Fine, leave it: what isn't used goes back by itself.
