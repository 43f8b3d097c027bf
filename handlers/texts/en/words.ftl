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
words-all-clear = all_clear false_alarm never_mind nevermind nvm cancel cancel_it cancel_that withdraw all_good all_good_now it's_fine it's_ok its_ok its_fine no_longer_needed not_needed_anymore found_him found_her found_them found_it he's_fine he's_ok she's_fine she's_ok they're_fine we're_fine i'm_fine i'm_ok im_ok fire_is_out don't_come
words-polite = thanks thank_you thank_you_very_much thanks_a_lot thx ty hello hi hey
words-particles = -
words-of-buttons = skip back submit cancel
words-mine = mine my me
words-late = late overdue
words-unassigned = unassigned untaken nobody nobody's
words-urgent = urgent
words-grid = grid
