"""Who says, asks, wants and judges what, in the forms that English has for it."""

from __future__ import annotations

import pytest

from spoken import holder, voices


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Who is put between commas does not hide who speaks.
        (
            "On Monday, Yoshimasa Hayashi, the minister of Japan, said that talks go on.",
            ("Yoshimasa Hayashi", "that talks go on"),
        ),
        (
            "Motegi, speaking in Tokyo, said talks go on.",
            ("Toshimitsu Motegi", "talks go on"),
        ),
        (
            "The chief secretary, Yoshimasa Hayashi, said talks go on.",
            ("Yoshimasa Hayashi", "talks go on"),
        ),
        (
            "Motegi, who leads the ministry, on Friday described the plan.",
            ("Toshimitsu Motegi", "the plan"),
        ),
        ("It was Motegi who said talks go on.", ("Toshimitsu Motegi", "talks go on")),
        ("Together they decided that talks go on.", ("unknown", "that talks go on")),
        ("Article 9 of the code says that talks go on.", ("unknown", "that talks go on")),
        (
            "Motegi, 70, of Ashikaga, Md., who came to Tokyo, said talks go on.",
            ("Toshimitsu Motegi", "talks go on"),
        ),
        (
            "Rep. Gregory W. Meeks (D-N.Y.), chairman of the caucus, said talks go on.",
            ("Meeks", "talks go on"),
        ),
        (
            "A Quinnipiac University poll released in August found that talks help.",
            ("Quinnipiac University", "that talks help"),
        ),
        # What stands before the speaker and only says when or how he spoke is not what he said.
        (
            "Speaking on NHK's “Morning Table,” Motegi, R-Ohio, said talks go on.",
            ("Toshimitsu Motegi", "talks go on"),
        ),
        # Irregular forms, in either spelling; a participle says nothing alone.
        ("Motegi has written that talks go on.", ("Toshimitsu Motegi", "that talks go on")),
        ("Motegi regretted that talks go on.", ("Toshimitsu Motegi", "that talks go on")),
        ("Motegi signalled that talks go on.", ("Toshimitsu Motegi", "that talks go on")),
        ("Motegi signaled that talks go on.", ("Toshimitsu Motegi", "that talks go on")),
        (
            "According to Motegi, the minister of Japan, talks go on.",
            ("Toshimitsu Motegi", "talks go on"),
        ),
        # After the cue.
        (
            "Talks go on, said Yoshimasa Hayashi, the chief secretary, on Monday.",
            ("Yoshimasa Hayashi", "Talks go on"),
        ),
        ("China was criticised by Motegi.", ("Toshimitsu Motegi", "China")),
        (
            "Motegi was quoted as saying that talks go on.",
            ("Toshimitsu Motegi", "that talks go on"),
        ),
        ("The talks went on from there, said one NHK source in Tokyo.",
         ("NHK", "The talks went on from there")),
        ("Motegi, the minister, said nothing of China.",
         ("Toshimitsu Motegi", "nothing of China")),
        # Whom one speaks to, and when and where, are not what is said.
        ("Motegi told the reporters he would go.", ("Toshimitsu Motegi", "he would go")),
        (
            "Motegi said in an interview on Monday that talks go on.",
            ("Toshimitsu Motegi", "that talks go on"),
        ),
        # The subject is understood.
        ("Motegi met them, saying that talks go on.", ("Toshimitsu Motegi", "that talks go on")),
        ("Motegi met them and said that talks go on.", ("Toshimitsu Motegi", "that talks go on")),
        ("China issued a statement condemning Japan.", ("China", "Japan")),
        # Wants, feelings and judgements.
        ("China refused to leave.", ("China", "to leave")),
        ("China hopes to join the talks.", ("China", "to join the talks")),
        ("China is deeply concerned about Japan.", ("China", "Japan")),
        ("China was one of the fiercest critics of Japan.", ("China", "Japan")),
        ("The talks ended despite China’s criticism of Japan.", ("China", "Japan")),
        ("Motegi came with his condemnation of China.", ("Toshimitsu Motegi", "China")),
        ("China repeatedly called for talks.", ("China", "talks")),
        ("It was a state that opposed China.", ("unknown", "China")),
        ("Motegi’s spokesman said talks go on.", ("Toshimitsu Motegi", "talks go on")),
        ("China lavished praise on Japan.", ("China", "on Japan")),
        ("While China opposed the plan, Japan backed it.", ("China", "the plan")),
        ("China called the plan “a mistake” on Monday.", ("China", "the plan “a mistake”")),
        ("Talks worry Japan, which is wary of China.", ("Japan", "China")),
        ("Japan remains cautious about China.", ("Japan", "China")),
        ("Just like Japan is unhappy about China, so are others.", ("Japan", "China")),
        ("Japan is requesting the support of China.", ("Japan", "the support of China")),
        ("Japan used the meeting to reaffirm its support for China.",
         ("Japan", "its support for China")),
        ("Talks went on, with Japan seeking peace.", ("Japan", "peace")),
        ("Japan called on China to free them—held since May—saying that all is well.",
         ("Japan", "China to free them—held since May")),
        ("NHK quoted Motegi as saying that all is well.",
         ("Toshimitsu Motegi", "that all is well")),
        ("China, in turn, credibly accuses Japan of lying.", ("China", "Japan of lying")),
        ("Motegi’s spokesman accused China of lying.", ("Toshimitsu Motegi", "China of lying")),
        ("Japan has been one of China’s fiercest critics.", ("Japan", "China")),
        ("Motegi took to the floor to denounce China.", ("Toshimitsu Motegi", "China")),
        ("Motegi urged them to stay, despite being the man who once rejected China’s aid.",
         ("Toshimitsu Motegi", "China’s aid")),
        # Somebody's own participle, infinitive and writing.
        ("Motegi wanted peace, adding that talks go on.",
         ("Toshimitsu Motegi", "that talks go on")),
        ("Motegi went on to explain how talks go on.", ("Toshimitsu Motegi", "how talks go on")),
        ("Motegi issued a statement saying that talks go on.",
         ("Toshimitsu Motegi", "that talks go on")),
        ("Hayashi said that China is late, adding that talks go on.",
         ("Yoshimasa Hayashi", "that talks go on")),
        # To whom, when and where, however long.
        ("Motegi told a meeting of the leaders of the island that talks go on.",
         ("Toshimitsu Motegi", "that talks go on")),
        ("Motegi used the first meeting of the year with reporters in the house in Tokyo by the "
         "sea to reaffirm that talks go on.", ("Toshimitsu Motegi", "that talks go on")),
        # What is said stands around whoever says it, or before him.
        ("The talks, Motegi said Monday, will go on.",
         ("Toshimitsu Motegi", "will go on")),
        ("They go, Motegi said.", ("Toshimitsu Motegi", "They go")),
        ("The talks were over by noon, NHK recently reported.",
         ("NHK", "The talks were over by noon")),
        ("“Talks go on,” said Hayashi on Monday at a meeting in the old house by the sea, “they "
         "will last.”", ("Yoshimasa Hayashi", "“they will last.”")),
        # What somebody calls it stands behind a day and a place.
        ("China described the talks in Tokyo on January 21, the first of the year, as “a good "
         "start of talks.”", ("China", "“a good start of talks.”")),
        # Titles, brackets and hyphens are the speaker's.
        ("“Talks go on,” his old aide Yoshimasa Hayashi told NHK.",
         ("Yoshimasa Hayashi", "“Talks go on,”")),
        ("“Talks go on,” said Mr. Abe-Suzuki.", ("Abe-Suzuki", "“Talks go on,”")),
        ("Japan stressed rights, particularly those of women, which matter.",
         ("Japan", "rights, particularly those of women")),
    ],
)  # fmt: skip
def test_who_says_what(text, expected):
    assert expected in [(speaker, said) for _, speaker, said in voices(text)]


@pytest.mark.parametrize(
    "text",
    [
        # "We" are whoever writes.
        "Here we are saying that talks go on.",
        # Nobody has said what stands under "whether".
        "Whether China supports the talks remains open.",
        "Countries like Japan could help.",
        "The United States won.",
        "Japan is one of the states of Asia.",
        "The plan attracted support.",
        "Japan will continue to grow.",
        "China was released from the pact in May.",
        "When in 2003 the courts opened the harbour, Motegi complained.",
        # A plea says nothing, nor does whoever must explain himself.
        "Motegi pleaded guilty on Friday to giving false statements to Japan.",
        "Motegi pleaded not guilty.",
        "Motegi has to explain himself.",
        # What is denied has not been said, and what aims is no speaker.
        "Motegi did not say that China is late.",
        "It aims to bring Japan and China together.",
        "It is natural for Japan to request help.",
        "The coup was attempted by officers.",
        "It's hope for talks that drives Japan.",
        "The ministry has reports of talks in Japan.",
        # A book's name, at a sentence's end too.
        "Motegi is the author of a book called “Our Long Way Home.”",
    ],
)
def test_nobody_says_anything(text):
    assert voices(text) == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("China and Japan said that talks go on.", "China; Japan"),
        ("China, Japan, and other states want to talk.", "China; Japan"),
        ("In the future, apart from the Taliban, China, Japan, and others also want to talk.",
         "China; Japan"),
        ("After meeting the Taliban, China and Japan said that talks go on.", "China; Japan"),
        ("“Talks go on,” said Motegi and Yoshimasa Hayashi.",
         "Toshimitsu Motegi; Yoshimasa Hayashi"),
        ("Motegi and his Chinese counterpart said that talks go on.", "Toshimitsu Motegi"),
        ("Motegi of Japan and Yoshimasa Hayashi of China said that talks go on.",
         "Toshimitsu Motegi; Yoshimasa Hayashi"),
        ("Japan’s minister Motegi and China’s envoy Yoshimasa Hayashi said that talks go on.",
         "Toshimitsu Motegi; Yoshimasa Hayashi"),
        ("Motegi and a colleague said that talks go on.", "Toshimitsu Motegi"),
        ("Officials from Japan and China said that talks go on.", "Japan; China"),
        ("Critics of Japan and China said that talks are vain.", "unknown"),
        ("EU critics said that talks are vain.", "unknown"),
        ("Japan and its allies said that talks go on.", "Japan"),
    ],
)  # fmt: skip
def test_each_of_those_who_speak_as_one_is_named(text, speaker):
    assert [who for _, who, _ in voices(text)] == [speaker]


def test_a_reported_judgement_is_its_subjects_not_the_sources():
    assert holder("Japan condemned the Taliban.", "Taliban") == ("Japan", "indirect")
    assert holder("Japan condemned the Taliban.", "Japan") == ("the source", "author")


def test_a_target_inside_its_own_quotation():
    said = "“The Taliban want peace,” the Taliban said."
    assert holder(said, "Taliban") == ("Taliban", "direct")


@pytest.mark.parametrize("cue", ["added", "has also added"])
def test_a_report_ends_where_the_next_begins(cue):
    found = voices(f"Motegi said that talks go on, but he {cue} that China is late.")
    assert found == [
        ("indirect", "Toshimitsu Motegi", "that talks go on"),
        ("indirect", "Toshimitsu Motegi", "that China is late"),
    ]


def test_what_the_speaker_says_of_others_minds_stays_the_speakers():
    said = "“They want peace and they believe in China,” Motegi said."
    assert voices(said) == [
        ("direct", "Toshimitsu Motegi", "“They want peace and they believe in China,”")
    ]
    assert {who for _, who, _ in voices("Motegi said that they believe in China.")} == {
        "Toshimitsu Motegi"
    }


@pytest.mark.parametrize(
    ("before", "after", "speaker"),
    [
        ("China spoke of peace.", "It added that talks go on.", "China"),
        (
            "Motegi and Yoshimasa Hayashi came.",
            "They agreed that talks go on.",
            "Toshimitsu Motegi; Yoshimasa Hayashi",
        ),
        (
            "Motegi and Yoshimasa Hayashi came.",
            "A statement issued by them said that talks go on.",
            "Toshimitsu Motegi; Yoshimasa Hayashi",
        ),
        ("China and Japan met.", "They agreed that talks go on.", "China; Japan"),
        ("Nothing is known.", "They agreed that talks go on.", "unknown"),
    ],
)
def test_whom_a_pronoun_stands_for(before, after, speaker):
    assert voices([before, after])[-1] == ("indirect", speaker, "that talks go on")


def test_who_spoke_goes_on_in_the_next_sentence_of_the_paragraph():
    found = voices(["“China is near,” Motegi said.", "“Talks go on, and they will last.”"])
    assert [speaker for _, speaker, _ in found] == ["Toshimitsu Motegi"] * 2


def test_whoever_is_named_in_a_quotation_is_not_he():
    found = voices(["Motegi met them.", "“Hayashi is near.”"], "He added that talks go on.")
    assert found[-1] == ("indirect", "Toshimitsu Motegi", "that talks go on")


def test_a_clause_put_between_commas_does_not_take_what_its_sentence_reports():
    found = voices("China is late, Motegi, who has announced a plan for talks, said Monday.")
    assert found == [
        ("indirect", "Toshimitsu Motegi", "China is late"),
        ("indirect", "Toshimitsu Motegi", "a plan for talks"),
    ]


def test_a_sentence_that_stands_in_marks_is_said_alone():
    found = voices("Motegi came with doubts: “China is late,” he wrote to NHK.")
    assert found == [("direct", "Toshimitsu Motegi", "“China is late,”")]


def test_a_colon_hands_the_next_paragraph_over():
    found = voices("Motegi put out a statement and wrote:", "“Talks go on, and they will last.”")
    assert found == [("direct", "Toshimitsu Motegi", "“Talks go on, and they will last.”")]


def test_a_paragraph_in_marks_without_a_speaker_is_nobodys():
    found = voices("Motegi said that talks go on.", "“Nobody knows who says this here.”")
    assert found[-1] == ("direct", "unknown", "“Nobody knows who says this here.”")


def test_an_article_that_is_one_long_quotation():
    found = voices(["“China is near.", "Talks go on."], "“They will last.”")
    assert [(kind, speaker) for kind, speaker, _ in found] == [("direct", "unknown")] * 3


def test_the_verb_that_opens_a_sentence_is_no_speaker():
    found = voices("Announcing the plan, the agency, which is at work, said that talks go on.")
    assert {speaker for _, speaker, _ in found} == {"unknown"}
    assert voices("Boeing and Airbus said that talks go on.")[0][1] == "Boeing and Airbus"
