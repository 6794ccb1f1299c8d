"""The wordings by which a line says itself that it is not the article: a table of the language."""

from __future__ import annotations

import re

NETWORK = (
    r"(?:facebook|twitter|x|instagram|youtube|telegram|whatsapp|linkedin|tiktok|pinterest|reddit|"
    r"threads|bluesky|mastodon|messenger|viber|wechat|weibo|snapchat|flipboard|google news|rss)"
)
SHARE = (
    rf"(?:{NETWORK}|share|tweet|pin(?: it)?|e-?mail|print|bookmark|save|copy link|copy url|like|"
    r"comments?|\d+)"
)
URL = r"(?:https?://|www\.)\S+"
AGENCY = (
    r"(?:reuters|afp|ap(?: photo)?|epa(?:-efe)?|getty images|kyodo|xinhua|anadolu|jiji|tass|pti|"
    r"bloomberg|shutterstock|istock|wikimedia commons|unsplash|pool)"
)
PHOTO = r"(?:photo(?:graph)?s?|images?|pictures?|pics?)"
YEAR = r"(?:19|20)\d\d"
NOT_TOLD = r"(?!.*\bsaid\b)"


def rule(reason: str, *wordings: str) -> tuple[str, re.Pattern]:
    """One pattern for all wordings of a reason, to be matched on the whole line."""
    either = "|".join(f"(?:{wording})" for wording in wordings)
    return reason, re.compile(rf"(?:{either})[\s.:!…»>→▸-]*", re.I)


RULES = (
    rule("link", rf"(?:(?:source|link|url|via)\s*:\s*)?{URL}(?:\s+{URL})*"),
    rule(
        "share bar",
        rf"{SHARE}(?:[\s,|/·•&]+(?:and\s+|on\s+)?{SHARE})+",
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
        r"(?:story|article) continues(?: below)?(?: (?:the )?advertisement)?",
        r"scroll (?:down )?(?:to|for) (?:continue|read|more).{0,40}",
    ),
    rule(
        "related link",
        r"(?:also read|read also|read more|see also|read next|must read|related|recommended|watch)"
        r"\s*[:|]\s*.{1,160}(?<![.,;])",
        r"(?:also read|read also|see also|read next|up next|don[’']t miss|trending(?: now)?)",
        r"most (?:read|popular|viewed)|editors?[’']?s?[’']? picks?|top stories",
        r"you (?:may|might) also like|recommended(?: for you)?",
        r"more (?:on this(?: story| topic)?|stories|news)",
        r"(?:related|popular|recent|latest) "
        r"(?:articles?|stories|posts|news|topics|links|content|coverage)",
    ),
    rule(
        "newsletter",
        rf"(?:please )?(?:sign up|subscribe|register)\b{NOT_TOLD}.{{0,100}}"
        r"\b(?:newsletters?|inbox|e-?mail (?:list|updates|alerts)|updates|alerts|briefings?|"
        r"bulletin|channel)\b.{0,60}",
        r"(?:subscribe|sign up)(?: (?:now|here|today|to (?:us|our .{1,40})))?",
        r"(?:get|receive) (?:the|our|all the|breaking|daily|top|more).{0,90}"
        r"\b(?:inbox|newsletters?)\b.{0,40}",
        r"(?:enter|type in) your e-?mail(?: address)?\b.{0,60}",
        r"join our (?:newsletter|mailing list)\b.{0,60}",
    ),
    rule(
        "advertisement",
        r"[-–—\s]*(?:advertisements?|advertorial|sponsored(?: content| by .{1,40})?|"
        r"promoted(?: content)?|paid content)",
    ),
    rule(
        "cookie notice",
        r"(?:we|(?:this|our|the) (?:web)?site) uses? (?:essential |necessary )?cookies\b.{0,300}",
        r"by (?:continuing|using|clicking|browsing)\b.{0,200}\bcookies?\b.{0,200}",
        r"(?:accept|reject|manage|allow)(?: all)? cookies",
        r"cookies? (?:policy|settings|preferences|notice|consent)",
    ),
    rule(
        "photo credit",
        rf"[(\[]?(?:file |cover |featured |main )?{PHOTO}(?: (?:credits?|courtesy|source))?"
        r"\s*(?::|©|\||/|\bby\b|\bcourtesy of\b)[^.!?]{1,90}[)\]]?",
        r"[(\[]?credits?\s*:[^.!?]{1,60}[)\]]?",
        rf"[(\[]?(?:[\w.’' -]{{1,40}}\s*(?:/|\bvia\b)\s*)?{AGENCY}\s*(?:/|\bvia\b)\s*"
        r"[^.!?]{1,50}[)\]]?",
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
    ),
    rule(
        "page furniture",
        r"[\W_]+",
        r"skip to (?:main )?(?:content|navigation)",
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
        r"(?:contact|e-?mail|reach|write to|for (?:more )?information).{0,120}\S+@\S+\.\w+.{0,40}",
        r"[^.!?]{0,60}\s\S+@\S+\.\w+|\S+@\S+\.\w+",
    ),
)
# A link with a label after it: nothing that an article ends its argument on.
LABELLED_LINK = re.compile(rf"{URL}(?:\s+\S+){{0,20}}")
CREDIT_AT_END = re.compile(
    rf"(?<=[.!?”\")])\s+([(\[]?{PHOTO}(?: credits?| courtesy)?"
    r"\s*(?::|\bby\b)\s*[^.!?]{2,60}[)\]]?)$",
    re.I,
)
