# What people hear who ask how something is done: staff, and below riders.

how-act = Press “{ $button }” on its card. Or send: /{ $command } NUMBER
how-act-rare = Press “More…” on its card, then “{ $button }”. Or send: /{ $command } NUMBER
how-act-this = For { $number } just press below.
how-no-answer = If the rider keeps silent, press “{ $hold }” behind “More…” and say until when; I remind you then. What can be done, do, and press “{ $resolve }”.
how-not-ours = If it belongs to an office, press “{ $hand_on }” and pick it. If it is nobody's here, press “{ $reject }” behind “More…” and say whom to turn to, with a phone number.
how-cant = If it belongs to somebody else, press “{ $hand_on }”. If not today, press “{ $hold }” behind “More…” and say until when; the rider sees it. Else press “{ $return }”, and the lead gives it to another.
how-find = Press “{ $ask }” and have the rider send a location; I pass it on to you at once.
how-blurry = Press “{ $ask }” and have the rider take another photo.
how-no-verdict = No need to wait. With “{ $resolve }” your part is done; if the rider says nothing, it closes by itself after some days.
how-unsolved = When a rider says it isn't solved, it opens again with half the time. Press “{ $accept }”, do it once more, and press “{ $resolve }”.
how-overdue = I remind you of what is late, and the next level hears of it. If you need longer, press “{ $extend }” behind “More…” in time; once the lead agrees, the new date counts.
how-fixed = Press “{ $resolve }” and write who did it.
how-number = Just send the number; the last four digits will do: 0001.
how-must = A few words on how it was solved, which the rider reads; a photo is better, but no must.
how-leave = Just say “I'm off tomorrow”, or send /away 3 days. I ask first what becomes of your cases, and you are back by yourself.
how-shift = Say “I'm on duty” or send /duty on for now. A shift is written so: /duty NAME 08:00-18:00 12-01
how-quiet = Send /quiet 22:00-07:00 and I stay silent then. Emergencies still reach you.
how-photo = Send the photo with the number below it: it is noted there, and one press shows it to the rider too. Photos of what is done go with the words after “{ $resolve }”.
how-map = Press the place on the card and the map opens.
how-slip = Send /slip NUMBER for one page to print.
how-past = All that happened to one: /case NUMBER. What you did yourself: ask me “what did I close yesterday”.
how-new-phone = On Telegram, WeChat and WeCom a new phone keeps your account; just go on. On the web page ask an admin for a new invitation, or send /link on the old phone and follow it.
how-delete = Cases can't be deleted, the record stays. For a double press “{ $merge }” behind “More…”, for what is not ours “{ $reject }”. Whoever reported it can withdraw it.
how-block = Nobody can be blocked. Abuse and advertising I answer once and then leave; who reports too much in an hour has to wait, but never with an emergency.
how-confidential = What was said in a confidential case only the person in charge, the leads and the mediator can read. Admins see its number, category and deadline, and can hand it on. Groups don't see it, and nobody sees who reported it.
how-machine = That is set on the machine, not in the chat. Tell whoever runs it; the operators' guide says how.
how-riders = Riders scan the QR code you put up (/poster G07 gives it), take a photo and write a few words. There is nothing to learn.
how-nobody = Where a grid has nobody, new cases go to the lead or admin above. To bring somebody in: /invite coordinator G07
how-role-back = Whoever lost their role is on no list: let them come in again by /invite coordinator G07 and send them the link. Who still is on /people: /grant NAME coordinator G07
how-hand-over = Send /invite admin and pass the link on. Once they are in, they send /revoke to take yours; nobody can take their own.
how-begin = On the first day:
    1　/invite coordinator G07, and send each their own link
    2　add me to the grid's group and send /bind G07 there
    3　/poster G07 gives the QR code: put it where riders pass
    4　scan it, file something, and see whether the coordinator gets it
    Who is missing: /areas. How the machine is: /health. The rest: /help
how-myself = For yourself: /grant { $me } coordinator G07
how-begin-carer = Just wait: each case comes as a card. Press “{ $accept }” to take it, and “{ $resolve }” with a few words when it is done. Yours: /mine, the grid's: /queue, a day off: say “I'm off tomorrow”.
how-for-admin = An admin does that: { $admins }.

how-anonymous = Write “anonymous” with your report; for one you sent already, just say it now. Nobody sees who reported it anyway.
how-send-photo = Just send the photo, with a few words on what is wrong.
how-add-photo = Just send the photo. To add it to what you reported, press below first, then send it.
how-add-more = Just write it. To add it to what you reported, press below first.
how-rate = I ask you once it is done; then press some stars.
how-right-place = Send the right location, or write “no, it's on Elm Street”, and I change it.
how-right = Just say it right, like “no, it's on Elm Street” or “not the lamp, the manhole”, and I change it. If you don't want it any more, say “withdraw it”.
how-again = Just say “it broke again”: that case opens again, and the same person sees to it.
how-forget = Send /forget. I ask once, then it is gone.
how-right-kind = Write something like “no, it's about the lamp”, and I change it.
how-mute = To get no announcements, send /mute. To have silence at night only, send /quiet 22:00-07:00.
how-language = Write English or 中文, and I switch at once.
how-report = Just write to me: what is wrong, and where. Send a photo with it if you have one.
how-report-danger = 🚨 <b>When it happens, call first:</b>
    119 fire, 110 police, 120 ambulance
    Then write me what it is and where: I call those nearby at once.
how-location = Find “Location” beside the text box and send it, or write the street, the house number or a shop nearby.
how-name = Write something like “call me Tom”.
how-no-photo = No photo needed: a few words or a voice message will do. With a photo it goes faster.
how-no-road = You needn't know the street: send your location, or write a shop, a building or a gate nearby.
how-for-another = Yes: just send it, and say whose it is. I tell you every step, and you tell them.
how-link = Send /link and I give you a code; send me that on the other side, and both are one.
how-new-phone-rider = On Telegram and WeChat a new phone keeps your account, and all you reported is there. On the web page send /link on the old phone and follow it.
