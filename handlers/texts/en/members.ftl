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
refuse-line-long = A little shorter please: { $letters } characters at most.

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
done-member-leave = All right, you have left the post: { $post }. Thank you! Say "I want to join" whenever you like to be back.
notice-member-accepted = 🧡 Welcome! Your post in <b>{ $area }</b>: <b>{ $post }</b>.
    The lead says: "{ $words }"
    You may stop at any time: press "My posts".
notice-member-declined = { $area } could not give you this post this time: { $post }. Thank you for offering.
    The lead says: "{ $words }"
    To try another grid or post, say "I want to join".
notice-member-ended = Your post in { $area } ends today: { $post }. Thank you for what you did.
    The lead says: "{ $words }"

# --- leads ---

notice-member-applied = 🧡 { $name } would like this post: <b>{ $post }</b>
    📍 { $grids }
    Accept or decline with a word: they will read it.
notice-member-waits = ⏳ Not answered yet: { $name } would like this post: <b>{ $post }</b>
    📍 { $grids }
    Accept or decline with a word: they will read it.
button-member-accept = ✅ Accept
button-member-decline = Decline
button-member-end = Ask to leave
ask-member-accept = Accept <b>{ $what }</b>: what would you like to say to them? Write a line, or press one.
ask-member-decline = Why not <b>{ $what }</b>? Write a line, or press one: they will read it.
ask-member-end = Why should <b>{ $what }</b> leave? Write a line: they will read it.
member-word-welcome = Welcome!
member-word-enough = We have enough people here
member-word-later = Get to know the streets first, then come back
done-member-accept = 🧡 { $name } has joined, and I've told them.
done-member-decline = { $name } was not accepted, and has read what you wrote.
done-member-end = { $name } has left, and has read what you wrote.

refuse-member-area = You don't lead any grid { $code }.
refuse-member-none = You have no such post now. Say "I want to join" to apply for one.
button-member-keep = ✅ Still with you
button-member-quit = I'd rather stop
button-member-return = 🧡 I'm back
done-member-keep = Good, still together!
done-member-return = 🧡 Welcome back!
done-member-quit = All right, you have no posts any more. Thank you for what you did! Say "I want to join" whenever you like to be back.
notice-member-still = We have not heard from you for a while. Do you still want to be a grid member ({ $post })?
notice-member-still-last = Once more: do you still want to be a grid member ({ $post })? If you don't press by { $day }, your post rests and I send you nothing; one press brings it back.
notice-member-rests = I heard nothing from you, so your post ({ $post }) rests now. One press brings it back, without applying again.

# --- recruiting, lists ---

member-recruit-words =
    Come and be a mobile grid member: lend a hand on your way!
    Report a hazard that you see, show somebody new the way, help when you have time. No tasks, no deadlines, stop whenever you like. Three presses and you have applied.
help-members = 🧡 <b>Grid members</b>   /members how many, who waits   /recruit call for new ones   /news tell members something   /errand call for volunteers
members-head = 🧡 Grid members in <b>{ $area }</b>: { $count ->
        [one] 1 post
       *[other] { $count } posts
    } taken
members-line = · { $area }: { $posts }
members-who = 🧡 Grid members in <b>{ $area }</b>
members-who-line = · { $name } · { $post } · { $area } { $state }
button-member-recruit = 📣 Call for new ones
button-member-news = ✉️ Tell members something
button-member-who = 👥 Who they are
button-member-end-of = Ask { $name } to leave
ask-recruit = How should the call for members in <b>{ $area }</b> read? Write it and I'll show you how it looks first.
ask-recruit-preview = This goes to { $count ->
        [one] 1 person
       *[other] { $count } people
    } in <b>{ $area }</b> with a button "I want to join", and looks like this:
done-recruit = The call is on its way to { $count ->
        [one] 1 person
       *[other] { $count } people
    }. I'll tell the lead as soon as somebody applies.
ask-news = What should the grid members in <b>{ $area }</b> know? Write it and I'll show you how it looks first.
ask-news-preview = This goes to { $count ->
        [one] 1 grid member
       *[other] { $count } grid members
    } in <b>{ $area }</b> and looks like this:
done-news = On its way to { $count ->
        [one] 1 grid member
       *[other] { $count } grid members
    }.
notice-member-decided-again = Your two accounts are one now. You had accepted yourself as { $post }, so another lead decides once more.
stats-members = 🧡 Grid members, { $count } { $count ->
        [one] post
       *[other] posts
    }: { $posts }

# --- errands ---

button-member-errand = 🤝 Call for volunteers
ask-errand = What should grid members in <b>{ $area }</b> help with? A line, with where it is.
ask-errand-at = When? Press one or write it, like: Saturday 2pm
ask-errand-wanted = How many people? Press or write a number.
ask-errand-preview = This goes to { $count ->
        [one] 1 grid member
       *[other] { $count } grid members
    }; whoever presses first is in. It looks like this:

    🤝 { $words }
    ⏰ { $when }   👥 { $wanted }
    📍 { $area }
refuse-errand-words = A little shorter please: 200 characters at most.
refuse-errand-at = Which day, at what time? Between now and two months ahead, like: Saturday 2pm
refuse-errand-wanted = A number please, 1 to 50.
refuse-errand-nobody = There are no grid members in this area yet, so nobody would get it. Call for members first.
refuse-errand-gone = This call for volunteers is gone: called off, over, or not meant for you.
refuse-errand-full = A little late: there are enough people now. Thank you all the same!
refuse-errand-not-taken = You haven't said that you'd come.
button-errand-tomorrow = Tomorrow { $hour }
button-errand-anew = ✏️ Again
button-errand-take = 🙋 I'll come
button-errand-drop = I can't come
button-errand-cancel = Call it off
done-errand = On its way to { $count ->
        [one] 1 grid member
       *[other] { $count } grid members
    }. I'll tell you when there are enough, when somebody can't come, and shortly before.
done-errand-take = 🤝 You're in: { $words }
    ⏰ { $when }   📍 { $area }
    If you can't come, press once; nobody asks why.
done-errand-again = 🤝 You're in already: { $words }
    ⏰ { $when }   📍 { $area }
done-errand-drop = All right, "{ $words }" is for somebody else. Thank you for offering.
done-errand-cancel = Called off; those who were to come know.
errand-line = 🤝 { $words } · { $when } · { $missing } still wanted
errand-line-mine = 🤝 You are going: { $words } · { $when }
notice-errand = 🤝 <b>{ $words }</b>
    ⏰ { $when }   👥 { $wanted } wanted
    📍 { $area }
    If you have time, press: whoever is first is in.
notice-errand-full = 🤝 Enough people: { $words } ({ $when })
    { $names }
notice-errand-dropped = { $name } can't come: { $words } ({ $when }), { $missing } still wanted.
    So far: { $names }
notice-errand-soon = ⏰ { $when }: { $words }
    📍 { $area }
notice-errand-soon-caller = ⏰ { $when }: { $words }: { $missing ->
        [0] all { $coming } are coming.
       *[other] { $coming } coming, { $missing } still wanted.
    }
    { $names }
notice-errand-nobody = ⏰ { $when }: { $words }: nobody has said they'd come. Call again for another time, or call it off.
notice-errand-over = 🤝 Thank you for coming: { $words }
notice-errand-over-caller = 🤝 It is time: { $words }. { $missing ->
        [0] All { $coming } said they'd come.
       *[other] { $coming } said they'd come, { $missing } were still wanted.
    }
    { $names }
button-errand-hours = ⏱ Count hours
notice-errand-hours = ⏱ “{ $words }” ({ $when }): who came, and how long did it take? It counts as their service once you say so, within 14 days.
ask-errand-hours = ⏱ “{ $words }”: press who did not come (✖), then how long it took.
done-errand-hours = Noted: { $count ->
        [one] one volunteer, { $time }.
       *[other] { $count } volunteers, { $time } each.
    }
notice-errand-cancelled = Called off, no need to go: { $words } ({ $when }). Thank you!
words-member-enough = nowhere nowhere_else not_really all_over all_over_the_place any that's_all that's_it no_more none nothing_else only_this only_here just_this just_here enough done next
words-member-quit = quit i_quit i_want_to_quit i_don't_want_to_do_it i_don't_want_this i_don't_want_to_do_it_any_more i_want_out resign leave_the_members stop_volunteering i_want_to_stop stop_be_member stop_being_a_member i_want_stop_be_member i_want_to_stop_being_a_member not_be_member leave_member not_a_member_any_more
