# Mobile grid members: applying, accepting, posts, leaving

menu-member = 🧡 Grid members
help-member = 🧡 Say "I want to join" (/member) to become a mobile grid member: lend a hand on your way, stop whenever you like.
refuse-member-off = There are no grid members here yet. If something is wrong, just send it.
refuse-member-gone = This application is gone, or is not yours to decide.
refuse-member-not-now = A little late: this application has been decided: { $state }.
refuse-member-many = { $most ->
        [one] One person may hold one post, and you have it.
       *[other] One person may hold { $most } posts, and you have them.
    } Say "my posts" to see; to change, leave one first.
refuse-line-long = A little shorter please: { $letters } letters at most.

member-state-applied = waiting for the grid's lead
member-state-member = active
member-state-resting = resting
member-state-declined = not accepted
member-state-left = left

# --- riders ---

ask-member = 🧡 <b>Mobile grid members</b> lend a hand on their way: no tasks, no deadlines, stop whenever you like.
    Where do you live? Press one, write a place, or send where you are (only the grid is kept).
ask-member-usual = Home is { $area }. Where else do you usually ride? Up to { $most }; then press the last one.
ask-member-post = Which post would you like?
member-post-line = · <b>{ $post }</b>: { $does }
member-no-such-place = I don't know that place. Press a grid below, or name something near it.
member-again = You have applied for this already. Say "my posts" to see.
done-member = 🧡 You have applied: <b>{ $post }</b>
    📍 { $grids }
    I'll tell you as soon as the grid's lead has answered.
button-member-only-home = ✅ Just this one
button-member-these = ✅ Just these
button-member-mine = 🧡 My posts
button-member-another = Apply for another post
button-member-apply = 🧡 I want to join
button-member-leave = Leave: { $post }

member-page = 🧡 <b>My posts</b>
member-line = · <b>{ $post }</b> · { $state }
    📍 { $grids }
done-member-leave = All right, you are no { $post } any more. Thank you! Say "I want to join" whenever you like to be back.
notice-member-accepted = 🧡 Welcome! You are <b>{ $post }</b> in <b>{ $area }</b>.
    The lead says: "{ $words }"
    You may stop at any time: press "My posts".
notice-member-declined = { $area } could not accept you as { $post } this time. Thank you for offering.
    The lead says: "{ $words }"
    To try another grid or post, say "I want to join".
notice-member-ended = You are { $post } in { $area } until today. Thank you for what you did.
    The lead says: "{ $words }"

# --- leads ---

notice-member-applied = 🧡 { $name } would like to be <b>{ $post }</b>
    📍 { $grids }
    Accept or decline with a word: they will read it.
notice-member-waits = ⏳ Not answered yet: { $name } would like to be <b>{ $post }</b>
    📍 { $grids }
    Accept or decline with a word: they will read it.
button-member-accept = ✅ Accept
button-member-decline = Decline
button-member-end = Ask to leave
ask-member-accept = Accept <b>{ $what }</b>: with which word? Write one, or press.
ask-member-decline = Why not <b>{ $what }</b>? Write a line or press: they will read it.
ask-member-end = Why should <b>{ $what }</b> leave? Write a line: they will read it.
member-word-welcome = Welcome!
member-word-enough = We have enough people here
member-word-later = Get to know the streets first, then come back
done-member-accept = 🧡 { $name } has joined and knows.
done-member-decline = { $name } was not accepted and has your word.
done-member-end = { $name } has left and has your word.
