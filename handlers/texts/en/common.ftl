# The language itself: its name, and the words by which people ask for it
language-name = English

# Words that everybody shares: times, states, buttons.

when-today = { $clock } today
when-tomorrow = { $clock } tomorrow
when-yesterday = { $clock } yesterday
month-name = { $month ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[12] Dec
}
when-date = { $clock } on { $day } { $month }
when-year = { $clock } on { $day } { $month } { $year }

kind-hazard = ⚠️ Hazard
kind-help = 🙋 Help
kind-wish = ✨ Wish

state-filed = to be assigned
state-assigned = to be taken
state-in-progress = in progress
state-returned = looking for somebody else
state-reopened = not solved, back to work
state-resolved = done, the rider has to confirm
state-resolved-mine = done, please confirm
state-closed = closed
state-rejected = not ours
state-withdrawn = withdrawn

area-none = district desk
spot-pin = pin on the map
spot-none = no exact spot
carer-desk = district desk
due-accept = take it by { $at }
due-resolve = answer by { $at }
due-late = late: it was due { $at }

ask-role = Which role? Press one, or write all of it: /{ $command } coordinator { $words }
ask-area = For which area? Press one, or add the grid's code: /{ $command } { $words } G07
role-coordinator = coordinator
role-lead = lead
role-admin = admin

who-you = you
who-filer = the rider
who-desk = Gridbee

button-submit = ✅ Submit
button-cancel = Cancel
button-back = Back
button-skip = Skip
button-more = More categories
button-locate = 📍 Send my location
button-add-words = ➕ Add it
button-change-what = ✏️ Words
button-change-photos = 📷 Photos
button-change-place = 📍 Place
button-make-hazard = It's a hazard
button-make-help = I need help
button-make-wish = It's a wish
button-attach = Add to { $number }
button-accept = Take it
button-hand-on = Hand on
button-return = Hand back
button-ask = Ask
button-resolve = Done
button-reject = Not ours
button-solved = Solved
button-not-solved = Not solved
button-add = ✏️ Add
button-withdraw = Withdraw
button-withdraw-sure = Yes, withdraw
button-keep = No, keep it
button-other-question = That was about { $number }
button-something-new = That was something new
button-forget = Delete my data
button-page-back = ◀ Back
button-page-on = More ▶
button-announce = 📢 Send to { $count ->
        [one] 1 person
       *[other] { $count } people
    }

toast-thanks = Thank you
toast-accepted = It's yours, answer by { $due }
toast-in-private = Please write a word in our private chat
toast-stranger = Please write to me in private first
toast-unknown = I don't know you yet: please write to me in private first
refuse-stranger = Whoever just called me: I don't know you yet. Write to me in private first, then find me here.{ $way }
told-in-private = { $name }, I'll answer you in private.{ $way }
told-aloud = { $name }: { $word }
refuse-nameless = You are speaking as a group or a channel, so I cannot tell who you are. Please turn off Remain anonymous and send it again under your own name.

refuse-no-case = I can't find that case. Send /my for yours
refuse-not-allowed = Another coordinator is in charge of this one. To help, please ask the lead
refuse-not-yours = You don't carry this case. Take it first, or ask the lead
refuse-taken = { $name } has already taken it
refuse-already-yours = { $number } is yours already
refuse-reopened = You said it isn't solved, so { $number } is being worked on again
refuse-resolved = { $number } is done and waits for the rider's word
refuse-closed = { $number } is already closed
refuse-rejected = { $number } isn't ours; the rider knows whom to ask
refuse-withdrawn = { $number } was withdrawn by the rider
refuse-not-now = That can't be done with { $number } right now. Send /case { $number } to see how it stands
refuse-nobody = Nobody nearby to hand it to. Press "Hand back" and the lead will sort it out
refuse-old-button = This button is out of date. Send /my for the newest
refuse-old-form = This one was already sent or cancelled. Send /my to see yours
between-over = All right, what you write from now on is not passed on.
refuse-no-command = I don't know that command. Send /help to see what I can do
refuse-no-command-again = There is no /{ $name }, see /help
command-meant = There is no /{ $name }. Did you mean { $meant }?
between-names = ,{ " " }
command-or = { " " }or{ " " }
refuse-nothing = I can't read that kind of message. Please send words, a photo, a voice message or a place
refuse-too-long = That message has { $count } characters; I take { $most } at a time. Please send it in parts
refuse-quota = That's more files than fit in one day; please send the rest tomorrow. Words are taken all the same.
refuse-too-big = That file is over { $most } MB, too big for me. Please send a photo or a shorter clip
refuse-too-many = { $most } photos and videos is the most for one case. I kept the first ones
refuse-too-often = { $most } reports an hour is the most. I've kept this one: press Submit again in a while
refuse-too-fast = That was too fast and I couldn't take it. Please send it again in { $seconds ->
        [one] 1 second
       *[other] { $seconds } seconds
    }
refuse-no-photo = One file wouldn't open as a photo, so I left it out. Please take it again and send it
refuse-no-photo-case = { $number }: one file wouldn't open as a photo. Please send a new one
refuse-too-many-pixels = One picture is too large for me to open, so I left it out. Please send it as a photo, not as a file, or make it smaller
refuse-too-many-pixels-case = { $number }: one picture is too large for me to open. Please send it as a photo, not as a file
refuse-too-big-case = { $number }: one file is over { $most } MB, too big for me. Please send a photo or a shorter clip
media-withheld = 📎 { $count ->
    [one] One file
   *[other] { $count } files
} could not be shown: this chat takes none of the kind
refuse-between-long = Too long: { $letters } characters at most. Make it shorter and send it again.
refuse-between-link = No links in what I pass on. Leave it out and write it again.
refuse-between-contact = No phones, WeChat names or mail addresses: I pass on what you say, which is safer for both. Leave it out and write it again.
refuse-between-name = No names in what I pass on: you don't know each other, which is safer for both. Leave it out and write it again.
refuse-between-cash = No money in what I pass on: no cash, no red envelopes, no transfers. Leave it out and write it again.
refuse-between-often = That was a lot within an hour. Try again a little later.
refuse-announce-nobody = Nobody there would get it at the moment, so there's nothing to send.
refuse-quarantine = I couldn't handle that one; a colleague will look at it. You can say it another way. If anybody is in danger, call 119, 110 or 120 first
story-line = · { $at }  { $what }
story-earlier = · ({ $count } earlier lines)
story-file = reported by { $name }
story-unseal = passed on
story-assign = given to a coordinator
story-accept = taken by { $name }
story-hand-on = handed on by { $name }
story-return = handed back by { $name }
story-ask = { $name } asked
story-answer = { $name } answered
story-note = note by { $name }
story-add = { $name } added
story-resolve = done by { $name }
story-confirm = { $name } said it's solved
story-reopen = { $name } said it isn't solved
story-rate = rated by { $name }
story-close = closed after two quiet weeks
story-reject = { $name } said it isn't ours and whom to ask
story-withdraw = withdrawn by { $name }
story-escalate = late, so the next level was told
