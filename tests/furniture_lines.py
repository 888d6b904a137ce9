"""What the page-furniture model must know about a few lines of a page: read and checked by eye, not only recorded."""

from __future__ import annotations

HEADLINE = """\
2 lines above: 6-8 words, ends in a letter
2 lines above: 6-8 words, ends in a letter; line: 4-5 words, ends in a letter
2 lines below: 3 words, ends in a letter
2 lines below: 3 words, ends in a letter; line: 4-5 words, ends in a letter
above: 2 words, ends in a letter
above: 2 words, ends in a letter; below: 2 words, ends in a letter, with a cue
above: 2 words, ends in a letter; below: 2 words, ends in a letter, with a cue; line: 4-5 words
above: 2 words, ends in a letter; line: 4-5 words, ends in a letter
after the article, 2 lines with a cue between
after the article, 2 lines with a cue between; line: 4-5 words, ends in a letter; page: 45-65% short lines
after the article; nearest other cue: 1 line; line: 4-5 words, ends in a letter
after the article; next cue above: 3-4 lines; next cue below: 1 line
any line
begins with: a letter or digit
begins with: a letter or digit; page: 45-65% short lines
below: 2 words, ends in a letter, with a cue
below: 2 words, ends in a letter, with a cue; line: 4-5 words, ends in a letter
commas: none; line: 4-5 words, ends in a letter
cue below: legal
cue within 6 lines above: related
cue within 6 lines above: share
cue within 6 lines below: legal
line: 4-5 words, ends in a letter, few words capitalized
line: 4-5 words, ends in a letter, few words capitalized; page: 45-65% short lines
lines with a cue on the page: 12-25%; after the article
lines with a cue within 6 lines: 3; line: 4-5 words, ends in a letter
on the page once
on the page once; page: 45-65% short lines
page: 45-65% short lines
place: 4-5 lines after the article
place: 4-5 lines after the article; line: 4-5 words, ends in a letter, few words capitalized
place: 4-5 lines after the article; page: 45-65% short lines
sentence breaks: none; line: 4-5 words, ends in a letter
short lines within 5 lines: 80-90%; line: 4-5 words, ends in a letter
whole line: the price of bread
word above: most
word above: read
word below: policy
word below: privacy
word of a short line: bread
word of a short line: of
word of a short line: price
word of a short line: the
word: bread
word: of
word: price
word: the
words shared with the article: none; line: 4-5 words, ends in a letter
words shared with the article: none; line: 4-5 words, ends in a letter; page: 45-65% short lines
words shared with the article: none; place: 4-5 lines after the article; few words capitalized
words: <start> the
words: bread <end>
words: of bread
words: price of
words: the price
"""

COPYRIGHT = """\
2 lines above: 20-31 words, ends in a period
2 lines above: 20-31 words, ends in a period; line: 3 words, begins with a sign, ends in an ellipsis, with a cue
2 lines below: none
2 lines below: none; line: 3 words, begins with a sign, ends in an ellipsis, with a cue
above: 13-19 words, ends in a period
above: 13-19 words, ends in a period; below: 13-19 words, ends in an exclamation point
above: 13-19 words, ends in a period; below: 13-19 words, ends in an exclamation point; line: 3 words
above: 13-19 words, ends in a period; line: 3 words, begins with a sign, ends in an ellipsis, with a cue
any line
begins with: ©
begins with: ©; page: 25-45% short lines
below: 13-19 words, ends in an exclamation point
below: 13-19 words, ends in an exclamation point; line: 3 words, begins with a sign, ends in an ellipsis, with a cue
commas: none; line: 3 words, begins with a sign, ends in an ellipsis, with a cue
cue: copyright
cue: copyright; in the article
cue: copyright; line: 3 words, begins with a sign, ends in an ellipsis, with a cue
in the article, no line with a cue above
in the article, no line with a cue above; line: 3 words, begins with a sign, ends in an ellipsis, with a cue; page: 25-45% short lines
in the article; nearest other cue: 25+ lines or none; line: 3 words, begins with a sign, ends in an ellipsis, with a cue
in the article; next cue above: 25+ lines or none; next cue below: 25+ lines or none
line: 3 words, begins with a sign, ends in an ellipsis, with a cue, few words capitalized
line: 3 words, begins with a sign, ends in an ellipsis, with a cue, few words capitalized; page: 25-45% short lines
lines with a cue on the page: 25+%; in the article
lines with a cue within 6 lines: 1; line: 3 words, begins with a sign, ends in an ellipsis, with a cue
on the page once
on the page once; page: 25-45% short lines
page: 25-45% short lines
place: in the article, 2-3 paragraphs above, 1 paragraph from here on
place: in the article, 2-3 paragraphs above, 1 paragraph from here on; line: 3 words, begins with a sign, ends in an ellipsis, with a cue, few words capitalized
place: in the article, 2-3 paragraphs above, 1 paragraph from here on; page: 25-45% short lines
sentence breaks: none; line: 3 words, begins with a sign, ends in an ellipsis, with a cue
short lines within 5 lines: 20-30%; line: 3 words, begins with a sign, ends in an ellipsis, with a cue
web or mail address; line: 3 words, begins with a sign, ends in an ellipsis, with a cue
whole line: © 2019 www example com
word: <number>
word: com
word: example
word: www
word: ©
words shared with the article: none; line: 3 words, begins with a sign, ends in an ellipsis, with a cue
words shared with the article: none; line: 3 words, begins with a sign, ends in an ellipsis, with a cue; page: 25-45% short lines
words shared with the article: none; place: in the article, 2-3 paragraphs above, 1 paragraph from here on; few words capitalized
words: <number> www
words: <start> ©
words: com <end>
words: example com
words: www example
words: © <number>
"""

DATED = """\
2 lines above: 13-19 words, ends in a period
2 lines above: 13-19 words, ends in a period; line: 13-19 words, ends in an exclamation point
2 lines below: none
2 lines below: none; line: 13-19 words, ends in an exclamation point
above: 3 words, begins with a sign, ends in an ellipsis, with a cue
above: 3 words, begins with a sign, ends in an ellipsis, with a cue; below: none
above: 3 words, begins with a sign, ends in an ellipsis, with a cue; below: none; line: 13-19 words
above: 3 words, begins with a sign, ends in an ellipsis, with a cue; line: 13-19 words, ends in an exclamation point
any line
begins with: a letter or digit
begins with: a letter or digit; page: 25-45% short lines
below: none
below: none; line: 13-19 words, ends in an exclamation point
commas: 3; line: 13-19 words, ends in an exclamation point
cue above: copyright
cue within 6 lines above: copyright
date or time; in the article
date or time; line: 13-19 words, ends in an exclamation point
in the article, 1 line with a cue above
in the article, 1 line with a cue above; line: 13-19 words, ends in an exclamation point; page: 25-45% short lines
in the article; nearest other cue: 1 line; line: 13-19 words, ends in an exclamation point
in the article; next cue above: 1 line; next cue below: 25+ lines or none
line: 13-19 words, ends in an exclamation point, few words capitalized
line: 13-19 words, ends in an exclamation point, few words capitalized; page: 25-45% short lines
lines with a cue on the page: 25+%; in the article
lines with a cue within 6 lines: 1; line: 13-19 words, ends in an exclamation point
on the page once
on the page once; page: 25-45% short lines
page: 25-45% short lines
place: in the article, 2-3 paragraphs above, 1 paragraph from here on
place: in the article, 2-3 paragraphs above, 1 paragraph from here on; line: 13-19 words, ends in an exclamation point, few words capitalized
place: in the article, 2-3 paragraphs above, 1 paragraph from here on; page: 25-45% short lines
sentence breaks: 1; line: 13-19 words, ends in an exclamation point
short lines within 5 lines: 20-30%; line: 13-19 words, ends in an exclamation point
"""

SURROUNDINGS = {
    "before_article": 1.0,
    "after_article": 0.0,
    "whole_page": 0.0,
    "own_score": -0.756802,
    "own_side": -0.765377,
    "chance_above": 0.843294,
    "chance_below": 0.695135,
    "chance_lower_neighbor": 0.695135,
    "chance_higher_neighbor": 0.843294,
    "chance_2_3_lines_above": 0.5,
    "chance_2_3_lines_below": 0.397053,
    "chance_3_7_lines_above": 0.5,
    "chance_3_7_lines_below": 0.353675,
    "chance_all_below": 0.339448,
    "chance_all_above": 0.614431,
}
