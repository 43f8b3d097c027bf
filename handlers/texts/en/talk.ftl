# Emergencies, and talk that is no report.

emergency = 🚨 <b>Call first, don't wait for me:</b>
    119 fire, 110 police, 120 ambulance
receipt-emergency = 🔴 <b>Help has been called, number { $number }</b>
    📍 { $area } · 👤 Told: { $names }.
    Go on writing or send photos: I pass them on at once.
receipt-emergency-place = 🔴 <b>Help has been called, number { $number }</b>
    👤 Told: { $names }. They only need to know where you are.
receipt-emergency-called = 🔴 <b>Help has been called, number { $number }</b>
    👤 Told: { $names }, and that it is at “{ $place }”.
    I don't know that place: they still need your location.
emergency-too-long = That was too long: only the first { $most } characters went through. Send what matters again.
emergency-which = { $count ->
    [1] Is it this place?
   *[other] Is it one of these?
} One press, and they know where to go.
pin-outside = 📍 That pin lies outside the areas we look after. If it is wrong, send your location again.
names-and = {" and "}
ask-place-now = 📍 Where is it? Send your location, or write a place.
done-emergency-add = Passed on ({ $number }).
done-emergency-moved = Passed on ({ $number }).
    📍 { $area } · 👤 { $name } has it now.
who-comes = Passed on ({ $number }). { $name } hasn't answered yet. If it can't wait, call 119, 120 or 110 again.
who-comes-said = Passed on ({ $number }). At { $at } they said: “{ $words }” If it can't wait, call 119, 120 or 110 again.
who-comes-taken = Passed on ({ $number }). { $name } took it at { $at }. If it can't wait, call 119, 120 or 110 again.
emergency-goes-on = They are still on it. If nobody is in danger any more and they need not come, press "All clear".
danger-first = The emergency comes first: "{ $act }" on { $number } has not been done, do it again afterwards.
danger-told = If somebody there is in danger now, press below and I call people.
button-call-people = 🔴 Somebody is in danger
emergency-told = Those who were told have not answered yet. If nobody is in danger any more and they need not come, press "All clear".
emergency-late = Ten minutes have passed and somebody may be on the way: they bring it to an end. To withdraw { $number }, open it and press Withdraw.
emergency-beside = “{ $what }” is another matter: press once to report it, and see to the people first.
emergency-or-draft = “{ $what }” is not sent yet; if you mean that one, press "Leave it".
emergency-or-another = If this is another matter, press below and I file it by itself.
emergency-of-this = I took it as part of this emergency, and everybody who was called has it. If it is another one, press below and I call for help.
button-another-emergency = 🔴 This is another emergency
notice-emergency-moved = 📍 { $title }
    Now we know where: { $area }. { $name } has it now.
notice-emergency = 🚨 { $title }
    📍 { $area }
    “{ $what }”
    Somebody may be in danger. Please look at once.
notice-emergency-unread = 🚨 { $title }
    📍 { $place }
    Somebody may be in danger: send somebody there, and call 110, 119 or 120 if it is grave.
    🔒 What was said is confidential; { $name } knows more.
button-all-clear = All clear
done-all-clear = Good to hear. { $number } is withdrawn, and they know.
notice-all-clear = ✅ { $title }
    The rider says all is clear. It is withdrawn, no need to go.
button-all-clear-of = All clear: { $what }
all-clear-which = { $count } emergencies go on. Which one is over?
all-clear-late = Passed on to { $name }. Ten minutes have passed and somebody may be on the way. To withdraw { $number }, open it and press Withdraw.

ask-voice = 🤔 I can't understand voice. Write a word about it or press what it is; if you do neither, a coordinator listens to it as it is.
    If it's urgent, call 119, 110 or 120 first.
ask-which = 🤔 Which one is it? Press one, or leave it as it stands above.
ask-rest = What should change?
button-rest = ✏️ Change something
button-category-is = 🏷 { $category }, change it
aside-matter = That sounds like something to report, so I have written it down by itself. If it answers what I just asked, press:
refuse-words-only = Words only here: a photo or a location could tell who somebody is. One sentence is enough; to report it, press Cancel and send it again.
button-aside = 💬 It was my answer
two-matters = That sounds like another matter. I keep them apart.
several-at-once = That sounds like { $count } matters. I keep them apart: one after the other.
two-at-once = That sounds like two matters. I keep them apart: one after the other.
button-as-new = File it as new
again-which = { $number } is over already. If there is something new, press below and I file it.
apart-matter = What was said at { $at } was another matter and is reported by itself.
apart-answer = What was said at { $at } answers a question about another case.
apart-emergency = “{ $words }” is another emergency. It went out by itself: { $number }.
button-together = It is one matter
again-old = That sounds like { $number } ({ $what }), done on { $day }. One press opens it again; or file it anew, as it stands below.
button-open-old = 🔁 Open { $number } again
button-instead = This one instead
take-your-time = All right, I'll wait.
denied = Not “{ $what }”: what is it, then? A word will do.
explain-what = Just write what is wrong, such as “the street lamp at the gate is out”, or send a photo.
explain-place = I have to know where it is to find the people in charge there. Send your location, or write a crossing, a shop, an estate.
explain-unsent = Never mind the photo for now: write what it is and where, that is enough. Send it when your signal is better, and I add it.
about-who = I'm Gridbee. I carry word from riders to the people who look after your part of the city, and tell you who has it and by when.
about-bot = I'm a bot, but people do the work: whoever looks after that part of the city reads what you report. To talk to somebody, write “a person please”.
about-cost = It's free, however much you report, and nobody takes anything off you.
about-hours = Write whenever you like, at night too. If somebody is in danger people are called at once; the rest is seen to in working hours.
about-phone = You can't phone me: words and photos do. To talk to somebody, write “a person please”. In danger call 119, 110 or 120 first.
about-share = Sure, any rider can use me. Pass me on: a photo and a few words, that's all.
about-reward = There is no money in it. Somebody sees to it, and I tell you every step.
about-points = Once it is solved you get honey points, and they buy gifts. Write “points” to see yours.
about-use = Somebody has to: each report names who is in charge and by when. If they're late their lead hears of it, and so do you.
passable-flooded = I can't see the road. If you can't see the bottom or it's over your ankles, don't ride: go round.
passable-unseen = I can't see the road. If you're not sure, go round.
about-how-soon = As soon as it's sent I tell you who has it and by when you'll have an answer.
about-their-number = I give nobody's number away. Just write to me instead.
about-name = No name needed, and no signing up. Write "anonymous" with it, and nobody sees that it was you.
about-why = You're out there, so you see it first. One line will do and I find who sees to it; it's up to you.
about-why-asked = I ask what it is and where, so it reaches the people who look after that place. I don't ask who you are, nor for your number.
about-no-calls = All right, nobody will ring you: I don't ask for your number, nor see it. I tell you here how it goes.
about-typing = No need to type: hold and talk. A photo and your location will do, too.
about-moved = All right, noted. For no more messages send /mute; to be deleted here send /forget. If you still ride, report from wherever you are.
about-calls = 110 police, 119 fire, 120 ambulance. If I should call people too, write what happened and where.
about-new-phone = I know you by this chat account: with a new phone or number nothing changes. If the account is new too, send /link in the old one to join them.
about-steps = Taking and closing cases is for whoever is in charge, there's nothing for you to press. When yours is done, I'll ask you.
about-blame = Reporting it costs you nothing, and nobody blames you: whose it is has to repair it.
about-app = The platform's app and its orders are out of my reach, its own support has to help. Deductions, fines, a blocked account: tell me, and somebody asks for you.
explain-send =
    This is what I wrote down for you. Nobody has it yet.
    If it is right, press Submit and I give it to the people in charge; if not, tell me what to change.
not-an-answer = I didn't get that. Write a few words, send a photo, or choose one below.
not-a-place = I can't tell where that is. Write a place or a house number, or send your location.
not-said-why = Write one sentence that the rider can read, such as “new bulb, it is on again” or “a private road, the estate does it”.
not-said = Write a few words that say it, so that I can pass them on.
place-kept = 📍 { $place }, noted. What is wrong there? Send a photo or a few words.

status-title = <b>Still open</b>
status-sorry = <b>Sorry for the wait.</b> This is how it stands:
status-line = <b>{ $number }</b> { $what }
    { $state } · { $name } · by { $due }
status-line-late = <b>{ $number }</b> { $what }
    { $state } · { $name } · late, now expected by { $due }
status-line-held = <b>{ $number }</b> { $what }
    { $state } · { $name } · on hold until { $due }
status-none = Nothing of yours is open now. If something is wrong, send a photo or a few words.
status-none-but =
    Nothing of yours is open now. The last one:
    { $number } { $what }
    { $state } · { $name }
human-guessed = I didn't quite get that. If something is wrong, send a photo or a few words; if you want somebody to talk to, press.
status-none-sorry = Sorry. Nothing of yours is open now: send a photo or a few words of what is wrong, or press, and somebody talks to you.
as-said = Was that something to report? One press files it as you said it.
button-as-said = 📨 File what I said
button-call-somebody = 🙋 Talk to somebody
button-hurry = Hurry it up
same-note = It is the same as { $number }: “{ $words }”
done-same = Noted: I told them that { $number } and { $other } are the same.
toast-hurried = Done, they know you are waiting
toast-hurried-already = You did so today, they know
hurry-kept = asked how far it is, and to hurry
first-words = at first: { $words }
notice-hurry = ⏰ { $title }
    The rider asks how far it is.
welcome = You're welcome. Ride safely.
praise-heard = Thank you for the praise! To let them read it, say it below a case that they looked after.
thanks-kept = Thank you! I passed it on to { $name } ({ $number }).
all-right = All right. Write whenever something comes up.
unsent = Not sent yet.
unsent-missing = Not sent yet, one thing is missing:
card-which = “{ $act }” is for which one?
prompt-of-which = { $act }: which one is “{ $words }” about?
card-whose = { $number } is with { $name }. Nothing was done to it.
card-whose-words = { $number } is with { $name }. Nothing was done to it. Shall these words be kept with it?
carer-of-notice = Is “{ $words }” about { $number }? It goes by a press, nobody sees it before.
carer-undone = “{ $words }” sounds as if it isn't done, so { $number } stays open and the rider hasn't read it. What shall I do with it? Press one.
sent-stays = What was sent can't be taken back. To put it right write it once more and press “Tell the rider this”.
note-stays = A note stays on the record and only colleagues read it. To put it right write another one.
button-said-ask = Ask the rider this
button-said-tell = Tell the rider this
button-said-note = Note it for colleagues
button-said-hold = ⏸ On hold, until a day
button-said-resolve = It is done, answer so
button-hand-on-to = Hand on to { $who }
in-hand-which = Which one is “{ $words }” about?
remind-how = No need to keep it in mind: I remind you once before a case is due, tell the lead when it is late, and send a list each morning. For another day press More… → Put on hold on its card; I call you on that day.
swap-how = Just agree on it: who is there sends /duty on, who goes sends /duty off, and new cases go to who is there. To give yours away too, say “NAME stands in for me”.
unclear-which = Not taken as new. Which one is “{ $words }” about? Press its number; or say more: “lamp to Li”, “0002 done”, “late ones”, “who is on duty”.
unclear = Not taken as new: I did not get “{ $words }”. Try “my queue”, “late ones”, “who is on duty”, “0002 to Li”; more in /help
unclear-admin = Not taken as new: I did not get “{ $words }”. To run things: /invite brings somebody in, /grant and /revoke a role, /policy deadlines, /people who is who; more in /help
carer-for-whom = Which rider is “{ $words }” for? A press passes it on, nobody sees it before.
wrong-what = What is wrong? Write it in a few words.
turned-away-which = Is “{ $words }” about { $number }, which they say isn't ours? One press, and they look at it again.
button-look-again = 🔁 Ask them to look again
wrong-of-case = What is wrong with { $number }? Choose one, or just write it.
confirm-which = Is { $number } solved?
closed-whenever = No hurry. If it isn't, just tell me “not solved”.
verdict-whenever = No hurry, press once you've seen it: is { $number } solved?
verdict-passed-on = I passed that on to { $name }. Is { $number } solved?
nod-unsent = “{ $what }” is not sent yet.
button-submit-what = ✅ Submit “{ $what }”
fixed-unsent = “{ $what }” is not sent yet. Leave it, as it is all right again?
cancel-unsent = “{ $what }” is not sent yet. Leave it?
button-not-any-more = Leave it
button-send-still = Submit all the same
fixed-resolve = Is { $number } ({ $what }) done? The rider reads: “{ $words }”
fixed-which-resolve = Which one is done? The rider reads: “{ $words }”
fixed-withdraw = { $number } ({ $what }) is all right again. Close it?
fixed-which-withdraw = Which one is all right again? A press closes it.
fixed-unwanted = Nobody has to see to { $number } ({ $what }) any more? One press closes it.
fixed-which-unwanted = Which one does nobody have to see to any more? A press closes it.
button-fixed-unwanted = Yes, close it
button-fixed-resolve = Done, answer so
button-fixed-withdraw = Yes, close it
done-over = { $number } is closed. Thanks for telling us.
misshown = All right, the person in charge knows. Send the right photo and it goes to { $number }.
photo-goes-to = All right, send the photo and it goes to { $number }.
correction-which = “{ $words }”: is that a correction of { $number }? Press and the person in charge is told.
misplaced-where = Where is { $number }? Send a location, or write the name of the place.
misplaced-moved = The place of { $number } is now: { $place }
    👤 { $name } is in charge.
misplaced-unknown = The place of { $number } is now: { $place }. I don't know that name, a location would be more exact.
human-called = All right, { $name } will talk to you ({ $number }). Just write what you want to say, I pass it on.
human-over = All right, nothing more is passed on. { $number } stays open and somebody will look at it; withdraw it if there's no need.
button-hang-up = I'm done talking
answer-abuse = I know it's annoying. Tell me what's wrong and I'll find somebody.
talk-clumsy-here = Sorry, I did not get it. Say it another way.
talk-joke = Jokes aren't my thing 😅 Trouble on the road is: write whenever something comes up.
talk-clumsy = Sorry, I did not get it. Say it another way, or send a photo; to talk to a person, press below.
talk-eaten = I'm a bot, I don't eat. Get yourself something warm when you're done.
talk-tired = Riding is hard work. Take a breather, nothing's worth rushing for. Write whenever something comes up.
talk-weather = Not easy to ride in this. Take it slow, and write whenever something comes up.
talk-laugh = 😄 Write whenever something comes up.
talk-angry = What's wrong? Tell me, and I'll find somebody.
talk-drawn = What's wrong? A few words or a photo will do, and say where it is.
talk-siren = If anybody is in danger, call 119, 110 or 120 first.
    Then tell me what happened, and where.
answer-ad = I can't pass on links or advertising. For a matter on the road, a photo and a few words will do.
human-of-staff = You look after this yourself, so nobody else was called. To take a case press “Take it” on its card (all of them: /queue), to give a case to a colleague press “Hand on” on its card, to ask the rider press “Ask”; /duty shows who is there
undo-which = Undo this step? { $number }: “{ $step }”
undone-step = Undone, “{ $step }”: { $numbers }
undo-then = Once it is undone, say it again: { $words }
reach-filer = Riders' numbers are neither kept nor shown. Press “Ask” and I pass your question on at once ({ $number }); to be called, put your own number into “Tell the rider”.
reach-nobody = { $number } has nobody to whom words could be passed on.
reach-which = The rider of which one?
reach-none = Riders' numbers are neither kept nor shown. Open the card and press “Ask”, I pass it on.
card-or-line = “{ $said }” is for which one?
button-of-card = { $act }: { $number }
button-of-list = Open { $number } of the list
button-said-return = Hand it back to the lead
button-said-reject = Answer the rider: not ours
no-word-to-colleague = I carry no words to colleagues, so nobody got this: please tell { $name } yourself. If it is about a case, press Note on its card; whoever takes it over can read that.
figures-for-heads = How many came in, and in which grid more, your lead can see: { $heads }.
no-longer-yours = Not noted: { $number } is not in your hands any more, somebody else goes on with it. If it should be, ask an admin to give you the role back.
nothing-found-of-none = Not taken as new: nothing is open in your areas. If it is about a closed case, write its number: 0001 no problem found.
