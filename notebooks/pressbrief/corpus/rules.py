"""The wordings by which a line says itself that it is not the article: a table of the language."""

from __future__ import annotations

import re

from pressbrief.english.patterns import any_of
from pressbrief.english.word_lists import words

NETWORK = any_of(words("press/networks"))
SHARE = (
    rf"(?:{NETWORK}|share|tweet|pin(?: it)?|e-?mail|print|bookmark|save|copy link|copy url|like|"
    r"comments?|\d+)"
)
URL = r"(?:https?://|www\.)\S+"
AGENCY = any_of(words("press/picture_agencies"))
PHOTO = r"(?:photo(?:graph)?s?|images?|pictures?|pics?)"
YEAR = r"(?:19|20)\d\d"
SERVICE = (
    r"(?:privacy (?:policy|notice|statement)|terms (?:of|and|&) (?:use|service|conditions)|"
    r"about us|contact us|advertise with us|site ?map|cookie policy|do not sell my .{1,30})"
)
MENU = any_of(words("press/menu"))
NOT_TOLD = r"(?!.*\bsaid\b)"


def rule(reason: str, *wordings: str) -> tuple[str, re.Pattern]:
    """One pattern for all wordings of a reason, to be matched on the whole line."""
    either = "|".join(f"(?:{wording})" for wording in wordings)
    return reason, re.compile(rf"(?:{either})[\s.:!…»>→▸-]*", re.I)


RULES = (
    rule(
        "link",
        rf"(?:(?:source|link|url|via)\s*:\s*)?{URL}(?:\s+{URL})*",
        r"\[\w+\]https?://\S+\[/\w+\]",
    ),
    rule(
        "share bar",
        rf"(?=.*[a-z]){SHARE}(?:[\s,|/·•&]+(?:and\s+|on\s+)?{SHARE})+",
        rf"(?:share|tweet|print|e-?mail)(?: (?:on|via|to) {NETWORK})?",
        r"(?:share|print|e-?mail|save|bookmark|like) (?:this|the)"
        r"(?: (?:article|story|page|post|news))?(?: (?:on|via|with|to) .{1,40})?",
        r"click to (?:share|print|e-?mail).{0,60}",
    ),
    rule(
        "reading prompt",
        r"(?:continue|keep) reading(?: (?:the )?(?:main |full )?(?:story|article|below))?",
        r"(?:read|see|show|load|view) (?:more|on|all|(?:the )?full (?:story|article))",
        r"more\s*(?:>>|»|…|\.\.\.)",
        r"(?:click|tap) (?:here )?(?:to|for) (?:read|see|view|continue|more).{0,60}",
        r"(?:story|article|content) continues(?: below| after)?"
        r"(?: (?:the |this )?ad(?:vertisement)?)?",
        r"read (?:the |our |their )?(?:full|complete|original|rest of the)"
        r" (?:story|article|report|coverage|interview|text)\b.{0,40}(?<!\.)",
        r"scroll (?:down )?(?:to|for) (?:continue|read|more).{0,40}",
    ),
    rule(
        "related link",
        r"\[?(?:also read|read also|read more|see also|read next|must read|related|recommended|"
        r"watch)"
        r"\s*[:|]\s*.{1,160}(?<![.,;])",
        r"(?:also read|read also|see also|read next)(?:\s*[-–—]\s*|\s{2,}).{1,160}(?<![.,;])",
        r"(?-i:ALSO READ|READ ALSO|READ MORE|SEE ALSO|READ NEXT) .{1,160}(?<![.,;])",
        r"(?:also read|read also|see also|read next|up next|don[’']t miss|trending(?: now)?)",
        r"most (?:read|popular|viewed)|editors?[’']?s?[’']? picks?|top stories",
        r"you (?:may|might) also like|recommended(?: for you)?",
        r"more (?:on this(?: story| topic)?|stories|news)",
        r"(?:related|popular|recent|latest) "
        r"(?:articles?|stories|posts|news|topics|links|content|coverage)",
    ),
    rule(
        "newsletter",
        rf"(?:please |click here to )?(?:sign up|subscribe|register)\b{NOT_TOLD}.{{0,100}}"
        r"\b(?:newsletters?|inbox|e-?mail (?:list|updates|alerts)|updates|alerts|briefings?|"
        r"bulletin|channel)\b.{0,60}",
        r"(?:subscribe|sign up)(?: (?:now|here|today|to (?:us|our .{1,40})))?",
        r"(?:get|receive) (?:the|our|all the|breaking|daily|top|more).{0,90}"
        r"\b(?:inbox|newsletters?)\b.{0,40}",
        r"(?:enter|type in) your e-?mail(?: address)?\b.{0,60}|your e-?mail(?: address)?[ *]*",
        r"subscribe (?:now |today )?(?:to|for|and) (?:get|read|save|unlock|continue)\b"
        rf"{NOT_TOLD}.{{0,80}}",
        r"(?:our |the |your )?(?:(?:free|daily|weekly|morning|evening|e-?mail) ){0,2}newsletters?",
        r"by (?:signing up|subscribing|registering|submitting)\b.{0,160}"
        r"\b(?:agree|privacy|terms|e-?mails)\b.{0,160}",
        r"(?:thank you|thanks) for (?:signing up|subscribing)\b.{0,80}",
        r"(?:stay (?:informed|up to date|ahead)|never miss)\b.{0,80}"
        r"\b(?:newsletters?|inbox|updates|alerts|a story)\b.{0,40}",
        r"(?:click here to |to )?unsubscribe\b.{0,120}",
        r"(?:view|open|read) (?:this |it )?(?:e-?mail |newsletter |online )?in (?:your|a) browser",
        r"you(?:[’']re| are) receiving this (?:e-?mail|message|newsletter)\b.{0,160}",
        r"join our (?:newsletter|mailing list)\b.{0,60}",
    ),
    rule(
        "advertisement",
        r"[-–—\s]*(?:advertisements?|advertorial|sponsored(?: content| by .{1,40})?|"
        r"promoted(?: content| stories)?|sponsored links|paid (?:content|post))"
        r"(?:[\s.:–—-]+(?:(?:story|article|content) )?continues below)?",
    ),
    rule(
        "cookie notice",
        r"(?:we|(?:this|our|the) (?:web)?site) uses? (?:essential |necessary )?cookies\b.{0,300}",
        r"by (?:continuing|using|clicking|browsing)\b.{0,200}\bcookies?\b.{0,200}",
        r"(?:accept|reject|manage|allow)(?: all)? cookies",
        r"cookies? (?:policy|settings|preferences|notice|consent)|we value your privacy",
        r"we and our (?:\d+ )?(?:trusted )?partners\b(?=.*\b(?:cookies|devices?)\b).{0,400}",
    ),
    rule(
        "photo credit",
        rf"[(\[]?(?:file |cover |featured |main )?{PHOTO}(?: (?:credits?|courtesy|source))?"
        r"\s*(?::|©|\||/|\bby\b|\bcourtesy of\b)[^.!?]{1,90}[)\]]?",
        r"[(\[]?credits?\s*:[^.!?]{1,60}[)\]]?",
        rf"[(\[]?(?:[\w.’' -]{{1,40}}\s*(?:/|\bvia\b)\s*)?{AGENCY}\s*(?:/|\bvia\b)\s*"
        r"[^.!?]{1,50}[)\]]?",
        r"(?:enlarge this image\s+)?(?:toggle|hide) caption\b[^.!?]{0,200}",
        rf"©(?!.*\b{YEAR}\b)(?!.*rights reserved)[^.!?]{{1,70}}",
    ),
    rule(
        "copyright notice",
        rf"(?:©|\(c\)|copyright\b)(?=.*(?:\b{YEAR}\b|rights reserved)).{{1,300}}",
        r".{0,120}\ball rights reserved\b.{0,200}",
        r"(?:no part of )?this (?:material|article|content|publication) may not be "
        r"(?:published|reproduced|broadcast).{0,200}",
    ),
    rule(
        "donation appeal",
        r"(?:please )?(?:donate|make a (?:donation|contribution)|buy (?:me|us) a coffee|chip in|"
        r"support (?:us|our (?:work|journalism|reporting)|(?:independent|quality) journalism)|"
        rf"become (?:a|our) (?:member|patron|supporter))\b{NOT_TOLD}.{{0,200}}",
        r"(?=.*\b(?:paypal|patreon|ko-fi|buymeacoffee|gofundme)\b)"
        rf"(?=.*\b(?:donat\w+|support|tips?)\b)(?=.*(?:please|@|https?:|\bour\b|\bus\b)){NOT_TOLD}"
        r".{1,300}",
    ),
    rule(
        "social media",
        r"(?:connect|stay connected|stay in touch|keep in touch) with us",
        r"stay connected",
        rf"(?:please )?(?:follow|join|like|find|add|watch|visit)\b{NOT_TOLD}.{{0,60}}"
        rf"\b(?:on|at) {NETWORK}\b.{{0,60}}",
        r"(?:follow|like|find) (?:us|@\w+)\b.{0,60}",
        rf"join (?:us|our|the)\b.{{0,40}}\b{NETWORK}\b.{{0,40}}",
        r"#\w+(?:[\s,|]+#\w+)*",
    ),
    rule(
        "page furniture",
        r"[\W_]+",
        r"skip to (?:main )?(?:content|navigation)",
        r"page \d{1,4}(?: ?(?:of|/) ?\d{1,4})?|\d{1,3} ?(?:of|/) ?\d{1,3}",
        r"(?:printed|downloaded|retrieved) (?:from|by|on|at)\b"
        rf"(?=.*(?:{URL}|\d))(?!.*[a-z]\.$){NOT_TOLD}.{{1,160}}",
        r"print(?:er)?[- ]friendly(?: (?:version|page))?|close (?:this )?window",
        r"print (?:this )?(?:page|article|version)|(?:print|today[’']s) edition",
        rf"{SERVICE}(?:\s*[|·•/,]\s*{SERVICE})*|(?:{MENU}\s*[|·•/]\s*)+{MENU}",
        r"(?:menu|log ?in|sign in|back to top|(?:next|previous) (?:article|post|story))",
        r"home\s*(?:[>»›]|\s[/|]\s)[\w&’'>»›/| -]{1,160}",
        r"(?:\d+ |no |leave a |add a |post a |view )comments?",
        r"comments? (?:are closed|off)",
        r"(?:estimated )?(?:reading time:? )?\d+ ?-?min(?:ute)?s?(?: read(?:ing time)?)?",
        r"listen to this (?:article|story)(?: .{1,30})?",
        r"(?:tags?|topics?|filed under|categories|category|keywords?)\s*:\s*[^.!?]{1,160}",
        r"\d[\d,.]*k? (?:shares|views|likes|retweets|reads)",
    ),
)

# Wordings that an article could have too: they count only below its end.
LOOSE = (
    rule(
        "publisher promotion",
        r"(?:the )?.{1,60}\bis (?:an? |the )?"
        r"(?:part|member|subsidiary|brand|publication|product) of .{1,60}"
        r"\b(?:group|network|family|media|company|publications?)",
        rf".{{1,120}}\s{URL}",
        r"(?:visit|download|get|read) (?:us|our|the)\b.{1,80}(?<!\.)",
    ),
    rule("donation appeal", r"(?:please )?(?:donations?|donate|support)\b.{1,160}(?<!\.)"),
    rule(
        "contact line",
        r"(?:contact|e-?mail|reach|write to|for (?:more )?information)"
        r".{0,160}\S@[^\s@]+\.\w+.{0,40}",
        r"(?:[^.!?]{0,60}\s)?[^\s@]+@[^\s@]+\.\w+",
    ),
)
# A link with a label after it: nothing that an article ends its argument on.
LABELLED_LINK = re.compile(rf"{URL}(?:\s+\S+){{0,20}}")
# What stands above a list of other articles' headlines.
LABEL = re.compile(
    r"(?:also read|read also|see also|read next|related(?: (?:articles?|stories|news|posts|"
    r"coverage|links|content))?|more (?:on this(?: story| topic)?|stories|news)|"
    r"(?:recommended|you may also like|most (?:read|popular)|top stories))\s*:?",
    re.I,
)
# "Ann Holm / Reuters President …": the photograph's, run together with its caption.
CREDIT_AT_START = re.compile(
    rf"(?:[^\W\d_a-z][\w.'’-]*\s+){{1,3}}/\s*(?i:{AGENCY})(?:\s+(?:Images|Photo))?\s+(?=[A-Z])"
)
# Links that a page sets behind a name within its sentence (The Hill's do): the name in full again,
# headlines glued to it, "MORE". "Gov. Holm Anna HolmVoters go to polls MORE (D)".
INSERTED = re.compile(
    r"\b(?P<last>[A-Z][a-z’'-]+)\s+(?P<again>(?:[A-Z(][\w.’'()-]*\s+){0,5}(?P=last)[A-Z]"
    r"[^\n]{3,600}?\bMORE\b)"
)
CREDIT_AT_END = re.compile(
    rf"(?<=[.!?”\")])\s+([(\[]?{PHOTO}(?: credits?| courtesy)?"
    r"\s*(?::|\bby\b)\s*[^.!?]{2,60}[)\]]?|"
    rf"(?-i:REUTERS|AFP PHOTO|AP Photo|EPA)\s?/\s?[^.!?]{{2,50}}|"
    rf"[(\[](?=[^()\[\]]*(?:/|\bphoto\b|\bvia\b|\bfile\b))[^()\[\]]{{0,50}}\b{AGENCY}\b"
    r"[^()\[\]]{0,40}[)\]])$",
    re.I,
)
