# Words that people may write, with spaces between them. They count in every language.

language-words = english en 英文 英语
words-on = on
words-off = off
words-back = back
words-default = default
words-offices = offices units
words-coordinator = coordinator
words-lead = lead
words-admin = admin
words-working = working
words-around = always around
words-wrong = wrong no nope incorrect not_right not_correct that's_wrong that_is_wrong that's_not_right that_is_not_right it's_wrong this_is_wrong not_that
words-polite = thanks thank_you thank_you_very_much thanks_a_lot thx ty hello hi hey
words-nod = ok okay k alright all_right sure got_it i_see noted
words-puzzled = what huh what_do_you_mean i_don't_understand don't_understand i_don't_get_it
words-cancel = cancel never_mind nevermind forget_it forget_about_it
words-send = send send_it submit confirm yes
words-open-question = which where what when who whose how why
words-yes-or-no = is are was were do does did can could will would have has should may
words-particles = -
words-of-buttons = skip back submit cancel
words-mine = mine my me
words-late = late overdue
words-unassigned = unassigned untaken nobody nobody's
words-urgent = urgent
words-grid = grid
