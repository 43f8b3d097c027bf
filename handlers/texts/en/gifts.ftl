# Gifts for points.

menu-gifts = 🎁 Gifts
button-gifts = 🎁 See the gifts
button-gift-take = Get it for { $points } points
button-gift-order = 🎫 { $code }
button-gift-show = 🎫 Show my code
button-gift-cancel = I don't want it, points back
button-gift-hand = ✅ Handed over
help-gifts = 🎁 /gifts, or just "gifts": spend your points and fetch the gift with six digits within 14 days.
gifts-off = There are no gifts here at the moment. To report a hazard, just send it.
gifts = 🎁 <b>Gifts</b> · you have { $left } points to spend. Press one:
gifts-line = · { $name } · { $points } points · { $left } left
gifts-line-none = · { $name } · { $points } points · all gone
gifts-ordered = 🎫 Waiting for you: { $name } · code { $code } · by { $day }
gift-page = 🎁 <b>{ $name }</b>
    { $points } points · { $left } left
gift-place = 📍 Fetch it here: { $place }
gift-none-left = All gone for now. It's back here once there are more.
gift-too-dear = You need { $missing } points more.
gift-order = 🎫 <b>{ $name }</b> · code <b>{ $code }</b>
    Fetch it by { $day }: let the staff scan the picture, or read them the six digits. It's yours when they press. Your { $points } points are set aside until then, and come back if you don't fetch it.
done-gift-cancelled = { $name } is given back, and { $points } points are on your card again.
notice-gift-due = 🎫 { $name } still waits for you, until { $day }. After that it goes back.
    📍 { $place }
notice-gift-lapsed = { $name } wasn't fetched in time and went back. { $points } points are on your card again; you can order it once more.
notice-gift-handed = 🎁 You got { $name } for { $points } points, handed over by { $who }.

stats-given = 🎁 Gifts handed over { $gifts } · 🎟 coupons taken { $coupons }, used { $used }

# --- who hands them over ---

gift-handover-how = To hand over a gift, scan the rider's picture, or send me their six digits, like 123 456.
gift-stock-how = New stock: /stock CODE NUMBER, with a minus to take some away, e.g. /stock GLOVES 20. Yours to hand over: { $gifts }
done-stock = { $name }: { $left } left now.
refuse-stock = Only { $left } of { $name } are still free, so you can't take that many away.
gift-look = 🎁 <b>{ $name }</b>
    { $who } · { $tier }
    Press once it's in their hands.
done-gift-handed = ✅ { $name } handed over to { $who }.
gift-ended-handed = This code was used: { $name }, { $when }, handed over by { $who }.
gift-ended-lapsed = This code has run out: { $name } went back { $when }. They can order it again.
gift-ended-cancelled = This code counts no more: { $name } was given back { $when }.
gift-ended-left = This code counts no more: whoever ordered { $name } has left, so it went back { $when }.

refuse-gift-gone = Just too late: it's all gone, or not offered any more. Say "gifts" to see the others.
refuse-gift-again = You've ordered { $name } already. Fetch it first; "gifts" shows your code.
refuse-gift-dry = You need { $missing } points more.
refuse-gift-price = { $name } costs { $points } points now. Open it again to see.
refuse-gift-handed = It's been fetched already.
refuse-gift-lapsed = It ran out and went back.
refuse-gift-cancelled = It was given back already.
refuse-gift-left = It was given back already.
refuse-gift-own = This is your own code: somebody else on the staff has to hand it over.
refuse-gift-unknown = No such code, or it isn't yours to hand over. Look at their six digits again.
refuse-gift-often = Too many wrong codes. Try again in ten minutes, or scan the rider's picture.
words-gift-where = where_do_i_get_it where_do_i_fetch_it where_do_i_pick_it_up where_can_i_get_it where's_my_gift where_is_my_gift where's_my_order where_is_my_order pickup_code pick-up_code my_pickup_code when_can_i_fetch_it
gift-fetched = When you order it you get six digits; fetch it within { $days } days.
gift-fetched-at = · { $name } · { $place }
gift-place-later = you read where when you order it
gift-which = Which one?
