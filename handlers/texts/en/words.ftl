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
words-particles = -
words-of-buttons = skip back submit cancel
words-mine = mine my me
words-late = late overdue
words-unassigned = unassigned untaken nobody nobody's
words-urgent = urgent
words-grid = grid
