"""Which lines are cut and why, and which stay though they look alike."""

from __future__ import annotations

import pytest

from pressbrief.corpus import cleaning
from pressbrief.corpus.lines import lines

BODY = "The two sides met in Tokyo and spoke about aid for more than an hour."


def cuts(text: str) -> list[tuple[str, str]]:
    return [(cut.reason, text[cut.start : cut.end]) for cut in cleaning.furniture(lines(text))]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Facebook Twitter WhatsApp Email", "share bar"),
        ("Share this article on Facebook", "share bar"),
        ("Connect with us", "social media"),
        ("Follow us on Twitter and Instagram", "social media"),
        ("PLEASE JOIN ON FACEBOOK", "social media"),
        ("Join our WhatsApp channel", "social media"),
        ("CONTINUE READING »", "reading prompt"),
        ("Read more", "reading prompt"),
        ("More>>", "reading prompt"),
        ("ALSO READ: Japan to host aid conference", "related link"),
        ("Sign up for our daily newsletter", "newsletter"),
        ("Get the top stories straight to your inbox.", "newsletter"),
        ("Advertisement", "advertisement"),
        ("We use cookies to improve your experience on this site.", "cookie notice"),
        ("Photo: Kyodo", "photo credit"),
        ("(AFP via Getty Images)", "photo credit"),
        ("Enlarge this image toggle caption Ann Holm/AFP via Getty Images", "photo credit"),
        ("© Amnesty/afrol News", "photo credit"),
        ("© 2021 Modern Tokyo Times. All rights reserved.", "copyright notice"),
        ("Donate to keep us free", "donation appeal"),
        ("Please support us on Patreon", "donation appeal"),
        ("https://www3.nhk.or.jp/nhkworld/en/news/20210905_10/", "link"),
        ("Skip to main content", "page furniture"),
        ("Home > World > Asia", "page furniture"),
        ("4 min read", "page furniture"),
        ("* * *", "page furniture"),
        ("Page 2 of 5", "page furniture"),
        ("3/7", "page furniture"),
        ("Printed from https://www.example.org/news/1 on 3 March 2025", "page furniture"),
        ("Downloaded from www.example.org", "page furniture"),
        ("Printer-friendly version", "page furniture"),
        ("Privacy Policy | Terms of Use | Contact Us", "page furniture"),
        ("Home | World | Politics", "page furniture"),
        ("ALSO READ  Japan to host aid conference", "related link"),
        ("READ MORE Japan to host aid conference", "related link"),
        ("Also read – Japan to host aid conference", "related link"),
        ("Read the full story here", "reading prompt"),
        ("Article continues after advertisement", "reading prompt"),
        ("ADVERTISEMENT – story continues below", "advertisement"),
        ("Sponsored links", "advertisement"),
        ("Your email address *", "newsletter"),
        ("Subscribe Now to get 66% OFF", "newsletter"),
        ("By signing up, you agree to our Terms and our Privacy Policy.", "newsletter"),
        ("Stay informed with our daily newsletter", "newsletter"),
        ("Unsubscribe from these emails", "newsletter"),
        ("View this email in your browser", "newsletter"),
        ("We value your privacy", "cookie notice"),
        ("We and our 842 partners store and access cookies on your device.", "cookie notice"),
        ("[PHOTO]http://cdn.example.org/a.jpg[/PHOTO]", "link"),
    ],
)
def test_a_line_that_says_what_it_is_goes(line, reason):
    assert reason in cleaning.REASONS
    assert cuts(f"{BODY}\n\n{line}\n\n{BODY}") == [(reason, line)]


@pytest.mark.parametrize(
    "line",
    [
        "Share prices in Tokyo fell after the talks.",
        "Follow-up talks are planned for March.",
        "Subscribers to the pension plan will be told by email, the ministry said.",
        "Print media in Kabul welcomed the visit.",
        "Donations from Japan reached 50 million dollars.",
        "The site uses solar power.",
        "Photographs of the delegation were shown on television.",
        "Copyright law is not among the subjects of the talks.",
        "Read by millions, the paper has a long history.",
        "See https://www.mofa.go.jp/ for the ministry's statement on the talks.",
        "The foundation is part of the Nippon group.",
        "Home rule was not discussed.",
        "More talks will follow.",
        "Read aloud, the statement takes an hour.",
        "Read the full statement of the ministry and you will find no promise.",
        "Page 2 of the agreement names the ports.",
        "Printed on cheap paper, the leaflets call for talks.",
        "Printed by the state press, 5,000 copies were handed out, officials said.",
        "We and our partners in Kabul will go on, the ministry said.",
        "Newsletters were banned in Kabul.",
        "The privacy policy was changed.",
        "Also, read the treaty before you judge it.",
        "WATCH groups counted 20 violations.",
        "By registering, voters make the election possible.",
        "Unsubscribed shares will be sold in March.",
        "Never miss the point of diplomacy.",
        "The envoys met again (the file was closed).",
        "They spoke to reporters (via an interpreter).",
    ],
)
def test_a_line_of_the_article_stays(line):
    assert cuts(f"{BODY}\n\n{line}\n\n{BODY}") == []
    assert cuts(f"{BODY}\n\n{BODY}\n\n{line}") == []


def test_a_credit_after_a_caption_goes_and_the_caption_stays():
    assert cuts(f"The hall in Tokyo. Photo: Kyodo\n\n{BODY}") == [("photo credit", "Photo: Kyodo")]


TITLES = "Japan to host an aid conference in May\nTaliban envoys arrive in Oslo for talks"


def test_headlines_listed_under_a_label_go_and_the_text_below_stays():
    reasons = [reason for reason, _ in cuts(f"{BODY}\nALSO READ:\n\n{TITLES}\n{BODY}")]
    assert reasons == ["related link"] * 3
    assert len(cuts(f"{BODY}\n\nRelated stories\n\n{TITLES}".replace("\n", "\n\n"))) == 3
    assert len(cuts(f"{BODY}\n\nALSO READ:\n\n{BODY}\n\n{TITLES}\n\n{BODY}")) == 1
    assert len(cuts(f"{BODY}\n\nMore news\n\nWhat the two sides want\n\n{BODY}")) == 1


@pytest.mark.parametrize(
    "credit",
    [
        "REUTERS/POOL",
        "(AP Photo/File)",
        "[File: AFP]",
        "(Photo by Getty Images)",
        "AFP PHOTO / POOL",
    ],
)
def test_an_agency_s_credit_after_a_caption_goes(credit):
    assert cuts(f"The hall in Tokyo. {credit}\n\n{BODY}") == [("photo credit", credit)]


def test_a_credit_run_together_with_its_caption_goes_and_the_caption_stays():
    credit = "Ann Holm / Reuters "
    assert cuts(f"{credit}The hall in Tokyo was full.\n\n{BODY}") == [("photo credit", credit)]
    assert cuts(f"Reuters reporters waited / The hall was full.\n\n{BODY}") == []


def test_links_that_a_page_sets_behind_a_name_go_and_the_sentence_stays():
    links = "Rudi HolmVoters go to the polls Ministry sues to block a probe MORE"
    assert cuts(f"A judge ruled that Gov. Rudi Holm {links} (D) went too far.\n\n{BODY}") == [
        ("related link", links)
    ]
    assert cuts(f"Rudi Holm said that HolmCorp wanted no MORE than that.\n\n{BODY}") == []


def test_an_agency_named_at_a_sentence_s_end_stays():
    for end in ("(Reuters)", "according to a Reuters/Ipsos poll.", "(seen by AFP)"):
        assert cuts(f"{BODY} {end}\n\n{BODY}") == []


def test_below_the_article_a_looser_wording_goes_too_if_one_line_is_sure():
    tail = [
        ("publisher promotion", "Kabul Daily is part of the Kabul Media group"),
        ("donation appeal", "DONATIONS to KABUL DAILY – bank or card"),
        ("publisher promotion", "http://example.org Kabul Daily – all the news"),
        ("social media", "Follow us on Facebook"),
        ("link", "https://www.facebook.com/example"),
    ]
    text = f"{BODY}\n\n" + "\n\n".join(line for _, line in tail)
    assert sorted(cuts(text)) == sorted(tail)


def test_the_same_wording_inside_the_article_stays():
    assert cuts(f"Kabul Daily is part of the Kabul Media group\n\n{BODY}") == []
    assert cuts(f"{BODY}\n\nKabul Daily is part of the Kabul Media group") == []
