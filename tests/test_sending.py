"""An edition on its way, to servers that this file starts: whole, once, and no secret with it."""

from __future__ import annotations

import email
import email.policy
import json
from collections import Counter

import pytest

import posts
from pressbrief.run.handing_on import handed_on
from pressbrief.sending import addresses, hidden, letter, outbox
from pressbrief.sending.settings import PASSWORD, Settings
from pressbrief.topic.faults import InputError

SECRET = "correct horse battery"


def settings(box=None, **mail) -> Settings:
    told = {"seconds": 20.0}
    if box:
        sender = {"server": "localhost", "port": box.port, "from": "Desk <desk@example.org>"}
        told["mail"] = sender | mail
    return Settings.model_validate(told)


def hows(done) -> list[str]:
    return [delivery.how for delivery in done]


@pytest.fixture
def box(tmp_path, monkeypatch):
    """An SMTP server whose certificate is trusted here."""
    with posts.Postbox(tmp_path) as made:
        monkeypatch.setenv("SSL_CERT_FILE", str(made.trust))
        yield made


@pytest.fixture
def out(tmp_path):
    return tmp_path / "reports"


def messages(box):
    return [(to, email.message_from_bytes(raw, policy=email.policy.default)) for to, raw in box.got]


# Addresses


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("mailto:nobody", "no address of a mailbox"),
        ("mailto:a@example.org\nBcc: b@example.org", "no address of a mailbox"),
        ("slack:https://hooks.example.org/T0/B0/sesame", "a webhook's address is a secret"),
        ("json:https://example.org/?token=sesame", "a webhook's address is a secret"),
        ("sftp://me:sesame@example.org/in", "holds a password or a token"),
        ("s3://key:sesame@bucket/in", "holds a password or a token"),
        ("https://example.org/sesame", "nothing can be stored there"),
        ("", "an empty address"),
    ],
)
def test_an_address_that_cannot_be_is_refused_and_no_secret_said(given, said):
    with pytest.raises(addresses.AddressError, match=said) as error:
        addresses.read([given])
    assert "sesame" not in str(error.value)


def test_a_recipient_named_twice_is_one_and_labels_hide_mailboxes():
    found = addresses.read(["mailto:ann@example.org,bob@EXAMPLE.org", "mailto:ann@Example.org"])
    assert [one.label for one in found] == ["mail to a…@example.org", "mail to b…@example.org"]


# Mail


def test_a_mail_has_text_html_pictures_the_pdf_and_its_heads(box, out):
    folder = posts.edition(out)
    told = settings(box).model_copy(update={"base": "https://example.org/briefings"})
    assert hows(handed_on(folder, told, addresses.read(["mailto:ann@example.org"]))) == ["sent"]
    ((to, mail),) = messages(box)
    assert (to, mail["To"], mail["From"]) == (
        "ann@example.org", "ann@example.org", "Desk <desk@example.org>",
    )  # fmt: skip
    assert mail["Subject"] == "Japan and the Taliban, 2025-03-31"
    assert mail["List-Unsubscribe"] == "<mailto:desk@example.org?subject=unsubscribe%20talks>"
    assert mail["Message-ID"].endswith("@example.org>") and mail["In-Reply-To"] is None
    text = mail.get_body(("plain",)).get_content()
    assert "* A delegation visited Japan; three of five tell it. (high confidence)" in text
    assert "- New article: b.txt" in text
    assert "https://example.org/briefings/talks/2025-03-31/briefing.html" in text
    html = mail.get_body(("html",)).get_content()
    assert "&lt;b&gt;Japan&lt;/b&gt; &amp; *others*" in html
    assert not any(word in html for word in ("var(", "<style", "<svg", "<script", "class="))
    cids = {part["Content-ID"] for part in mail.walk() if part.get_content_type() == "image/png"}
    assert cids and all(f'src="cid:{cid.strip("<>")}"' in html for cid in cids)
    (paper,) = mail.iter_attachments()
    assert (paper.get_filename(), paper.get_content_type()) == (
        "talks-2025-03-31.pdf", "application/pdf",
    )  # fmt: skip
    assert paper.get_content().startswith(b"%PDF-1.7")


def test_a_letter_however_long_is_not_clipped_and_says_what_it_leaves_out(box, out):
    folder = posts.edition(out, changes=[f"New event: {'talks ' * 3000}{n}." for n in range(50)])
    handed_on(folder, settings(box), addresses.read(["mailto:ann@example.org"]))
    ((_, mail),) = messages(box)
    assert len(mail.get_body(("html",)).get_content().encode()) <= letter.CLIPPED
    assert "… and 30 more, listed in the edition." in mail.get_body(("plain",)).get_content()


def test_what_an_article_says_is_no_header(box, out):
    folder = posts.edition(out, title="Talks\r\nBcc: eve@example.org")
    handed_on(folder, settings(box), addresses.read(["mailto:ann@example.org"]))
    ((_, mail),) = messages(box)
    assert mail["Bcc"] is None and mail["Subject"].startswith("Talks")


def test_nobody_gets_an_edition_twice_and_whom_it_missed_gets_it_next_time(box, out):
    folder, both = posts.edition(out), addresses.read(["mailto:ann@example.org,bob@example.org"])
    box.refused = {"bob@example.org"}
    first = handed_on(folder, settings(box), both)
    assert hows(first) == ["sent", "failed"]
    assert "550 5.1.1 No such user here" in str(first[1]) and "bob" not in str(first[1])
    box.refused = set()
    assert hows(handed_on(folder, settings(box), both)) == ["has it", "sent"]
    assert hows(handed_on(folder, settings(box), both)) == ["has it", "has it"]
    assert [to for to, _ in box.got] == ["ann@example.org", "bob@example.org"]


def test_whom_an_edition_missed_gets_it_with_the_next(box, out):
    ann = addresses.read(["mailto:ann@example.org"])
    box.refused = {"ann@example.org"}
    handed_on(posts.edition(out, "2025-03-30"), settings(box), ann)
    box.refused = set()
    done = handed_on(posts.edition(out, "2025-03-31"), settings(box), ann)
    assert [(one.edition, one.how) for one in done] == [
        ("2025-03-30", "sent"),
        ("2025-03-31", "sent"),
    ]


def test_a_correction_says_so_threads_and_supersedes(box, out):
    ann, bob = (addresses.read([f"mailto:{name}@example.org"]) for name in ("ann", "bob"))
    box.refused = {"bob@example.org"}
    handed_on(posts.edition(out, "2025-03-31"), settings(box), [*ann, *bob])
    box.refused = set()
    handed_on(posts.edition(out, "2025-03-31.2"), settings(box), [*ann, *bob])
    handed_on(posts.edition(out, "2025-04-01", corrections="x"), settings(box), ann)
    handed_on(posts.edition(out, "2025-04-02", corrections="x"), settings(box), ann)
    to_ann = [mail for to, mail in messages(box) if to == "ann@example.org"]
    assert [mail["Subject"].partition(":")[0] for mail in to_ann] == [
        "Japan and the Taliban, 2025-03-31", "Correction", "Correction",
        "Japan and the Taliban, 2025-04-02",
    ]  # fmt: skip
    ids = [mail["Message-ID"] for mail in to_ann]
    assert [mail["In-Reply-To"] for mail in to_ann] == [None, *ids[:2], None]
    assert to_ann[2]["References"] == " ".join(ids[:2])
    text = to_ann[1].get_body(("plain",)).get_content()
    assert "This edition corrects and replaces edition 2025-03-31." in text


def test_an_edition_that_a_sent_one_corrects_is_not_sent_any_more(box, out):
    ann = addresses.read(["mailto:ann@example.org"])
    old = posts.edition(out, "2025-03-31")
    handed_on(posts.edition(out, "2025-03-31.2"), settings(box), ann)
    assert hows(handed_on(old, settings(box), ann)) == ["superseded"]
    assert len(box.got) == 1


def test_a_partial_edition_is_held_back_unless_asked_for(box, out):
    ann = addresses.read(["mailto:ann@example.org"])
    folder = posts.edition(out, status="partial", missing=["Stance"])
    assert hows(handed_on(folder, settings(box), ann)) == ["held back"]
    assert hows(handed_on(folder, settings(box), ann, partial=True)) == ["sent"]
    ((_, mail),) = messages(box)
    assert "it lacks: Stance." in mail.get_body(("plain",)).get_content()


def test_an_edition_that_was_changed_by_hand_is_not_sent(box, out):
    folder = posts.edition(out)
    (folder / "briefing.html").write_text("another")
    with pytest.raises(InputError, match="changed since the edition was made"):
        handed_on(folder, settings(box), addresses.read(["mailto:ann@example.org"]))
    assert not box.got


def test_mail_without_a_server_and_a_certificate_that_nobody_vouches_for(box, out, monkeypatch):
    folder, ann = posts.edition(out), addresses.read(["mailto:ann@example.org"])
    with pytest.raises(InputError, match="no mail server"):
        handed_on(folder, settings(), ann)
    monkeypatch.delenv("SSL_CERT_FILE")
    (failed,) = handed_on(folder, settings(box), ann)
    assert failed.how == "failed" and "CERTIFICATE_VERIFY_FAILED" in failed.why


def test_over_a_hundred_faults_nobody_is_missed_and_nobody_gets_it_twice(box, out):
    """What was taken and not acknowledged is sent again, as SMTP asks (RFC 5321, 4.2.5; RFC 1047):
    the same bytes under the same Message-ID, by which a mailbox knows them.
    """
    people = [f"p{n}@example.org" for n in range(40)]
    wanted = addresses.read([f"mailto:{','.join(people)}"])
    draw, drawn = posts.at_random(26), Counter()

    def fault(to):
        drawn[found := draw(to)] += 1
        return found

    box.faults = fault
    told = settings(box).model_copy(update={"seconds": 0.4})
    for name in ("2025-03-29", "2025-03-30", "2025-03-31"):
        folder = posts.edition(out, name)
        for _ in range(30):
            done = handed_on(folder, told, wanted)
            if not any(one.how in ("failed", "unanswered") for one in done):
                break
    faults = sum(count for name, count in drawn.items() if name)
    assert faults >= 100 and set(drawn) == set(posts.FAULTS)
    ids = Counter((to, mail["Message-ID"]) for to, mail in messages(box))
    assert Counter(to for to, _ in ids) == Counter(dict.fromkeys(people, 3))
    again = sum(ids.values()) - len(ids)
    ledger = (out / outbox.FOLDER / "talks.jsonl").read_text()
    assert again <= ledger.count('"state": "unanswered"')
    assert set(hows(handed_on(folder, told, wanted))) == {"has it"}


def test_a_process_that_was_killed_between_two_lines_sends_the_same_message_again(box, out):
    ann = addresses.read(["mailto:ann@example.org"])
    folder = posts.edition(out)
    handed_on(folder, settings(box), ann)
    ledger = out / outbox.FOLDER / "talks.jsonl"
    begun, sent = ledger.read_text().splitlines()
    ledger.write_text(f"{begun}\n{sent[:40]}")  # the line that said so was cut off
    assert hows(handed_on(folder, settings(box), ann)) == ["sent"]
    assert hows(handed_on(folder, settings(box), ann)) == ["has it"]
    assert len({mail["Message-ID"] for _, mail in messages(box)}) == 1


def test_a_planted_secret_stands_in_nothing_that_is_written_or_said(tmp_path, out, monkeypatch):
    monkeypatch.setenv(PASSWORD, SECRET)
    ann = addresses.read(["mailto:ann@example.org"])
    folder = posts.edition(out)
    with posts.Postbox(tmp_path, password="another") as box:
        monkeypatch.setenv("SSL_CERT_FILE", str(box.trust))
        (refused,) = handed_on(folder, settings(box, user="desk"), ann)
    assert refused.how == "failed" and "535" in refused.why
    with posts.Postbox(tmp_path, password=SECRET) as box:
        monkeypatch.setenv("SSL_CERT_FILE", str(box.trust))
        (sent,) = handed_on(folder, settings(box, user="desk"), ann)
    assert sent.how == "sent"
    written = b"".join(path.read_bytes() for path in out.rglob("*") if path.is_file())
    assert SECRET.encode() not in written and b"ann@example.org" not in written
    said = hidden.scrubbed(f"535 {SECRET} {refused} {sent}")
    assert SECRET not in said


def test_no_password_goes_over_a_connection_that_anybody_reads(box, out, monkeypatch):
    monkeypatch.setenv(PASSWORD, SECRET)
    told = settings(box, user="desk", security="none")
    with pytest.raises(InputError, match="no password goes over"):
        handed_on(posts.edition(out), told, addresses.read(["mailto:ann@example.org"]))


def test_mail_over_a_connection_that_is_encrypted_from_the_start(tmp_path, out, monkeypatch):
    with posts.Postbox(tmp_path, security="ssl") as box:
        monkeypatch.setenv("SSL_CERT_FILE", str(box.trust))
        told = settings(box, security="ssl")
        (sent,) = handed_on(posts.edition(out), told, addresses.read(["mailto:ann@example.org"]))
    assert sent.how == "sent"


# Webhooks


def test_webhooks_get_the_findings_in_their_own_form_and_no_markup_of_an_article(out, monkeypatch):
    folder = posts.edition(out, findings=[{"text": "<!channel> *x* [l](http://e)", "sure": "low"}])
    with posts.Hook() as hook:
        for name in ("SLACK", "TEAMS"):
            monkeypatch.setenv(f"{name}_HOOK", f"{hook.address}/{name}/sesame")
        wanted = addresses.read(
            ["slack:SLACK_HOOK", "teams:TEAMS_HOOK", f"json:{hook.address}/plain"]
        )
        done = handed_on(folder, settings(), wanted)
        assert hows(done) == ["sent"] * 3
        assert hows(handed_on(folder, settings(), wanted)) == ["has it"] * 3
    slack, teams, plain = (body for _, body, _ in hook.got)
    assert {block["text"]["type"] for block in slack["blocks"]} == {"plain_text"}
    assert "<!channel>" in json.dumps(slack["blocks"]) and "<" not in slack["text"]
    card = teams["attachments"][0]["content"]
    assert {block["type"] for block in card["body"]} == {"RichTextBlock"}
    assert plain["findings"][0]["text"].startswith("<!channel>")
    assert (plain["edition"], plain["status"]) == ("2025-03-31", "complete")
    written = b"".join(path.read_bytes() for path in out.rglob("*.jsonl"))
    assert b"sesame" not in written and not any("sesame" in str(one) for one in done)


@pytest.mark.parametrize(
    ("status", "how"), [(500, "failed"), (302, "failed"), (307, "failed"), (0, "unanswered")]
)
def test_a_hook_that_does_not_take_it_gets_it_again(out, status, how):
    with posts.Hook() as hook:
        wanted = addresses.read([f"json:{hook.address}/in"])
        folder = posts.edition(out)
        hook.status = status
        assert hows(handed_on(folder, settings(), wanted)) == [how]
        hook.status = 200
        assert hows(handed_on(folder, settings(), wanted)) == ["sent"]
    assert [path for path, _, _ in hook.got] == ["/in"]


def test_a_hook_that_nobody_named_or_that_nobody_answers(out):
    wanted = addresses.read(["slack:NOWHERE_HOOK", "json:http://127.0.0.1:9/in"])
    unnamed, silent = handed_on(posts.edition(out), settings(), wanted)
    assert "set NOWHERE_HOOK" in unnamed.why
    assert silent.how == "failed"


# Folders and stores


def test_a_folder_gets_the_edition_whole_its_pages_and_the_pointer(tmp_path, out):
    shared = addresses.read([str(tmp_path / "shared")])
    for name in ("2025-03-30", "2025-03-31"):
        assert hows(handed_on(posts.edition(out, name), settings(), shared)) == ["sent"]
    there = tmp_path / "shared"
    assert json.loads((there / "talks/latest.json").read_text())["edition"] == "2025-03-31"
    held = {path.relative_to(there).as_posix() for path in there.rglob("*") if path.is_file()}
    own = ("briefing.html", "briefing.pdf", "figures/timeline.png", "manifest.json")
    assert held == {
        *(f"talks/{day}/{name}" for day in ("2025-03-30", "2025-03-31") for name in own),
        "talks/latest.json", "index.html", "feed.xml",
    }  # fmt: skip
    assert "talks/2025-03-30/briefing.html" in (there / "index.html").read_text()


def test_an_edition_made_again_replaces_the_one_that_lies_there(tmp_path, out):
    import shutil

    shared = addresses.read([str(tmp_path / "shared")])
    folder = posts.edition(out, status="partial")
    handed_on(folder, settings(), shared, partial=True)
    shutil.rmtree(folder)
    handed_on(posts.edition(out), settings(), shared)
    there = tmp_path / "shared/talks/2025-03-31"
    assert "complete" in (there / "briefing.html").read_text()
    assert [path.name for path in there.parent.iterdir() if path.name.startswith(".")] == []


def test_the_shelf_itself_is_no_place_to_copy_to(out):
    (failed,) = handed_on(posts.edition(out), settings(), addresses.read([str(out)]))
    assert "lies there already" in failed.why


def test_an_s3_store_gets_it_and_the_pointer_last(out, monkeypatch):
    with posts.s3(monkeypatch, "shelf") as client:
        wanted = addresses.read(["s3://shelf/briefings"])
        assert hows(handed_on(posts.edition(out), settings(), wanted)) == ["sent"]
        found = client.list_objects_v2(Bucket="shelf")["Contents"]
        stored = sorted(found, key=lambda one: one["LastModified"])
        names = [one["Key"].removeprefix("briefings/") for one in stored]
        pointer = client.get_object(Bucket="shelf", Key="briefings/talks/latest.json")
        page = client.get_object(Bucket="shelf", Key="briefings/talks/2025-03-31/briefing.html")
        assert json.loads(pointer["Body"].read())["page"] == "2025-03-31/briefing.html"
        assert page["Body"].read() == b"<p>2025-03-31 complete</p>"
    assert {"talks/2025-03-31/manifest.json", "index.html", "feed.xml"} <= set(names)


def test_a_store_that_fails_in_the_middle_has_no_whole_edition_and_gets_it_again(out, monkeypatch):
    import fsspec

    system = fsspec.filesystem("memory")
    wanted = addresses.read(["memory://briefings"])
    put, failing = type(system).put_file, [True]

    def dying(self, local, remote, **told):
        if failing[0] and remote.endswith("timeline.png"):
            raise OSError("the line went")
        return put(self, local, remote, **told)

    monkeypatch.setattr(type(system), "put_file", dying)
    folder = posts.edition(out)
    assert hows(handed_on(folder, settings(), wanted)) == ["failed"]
    assert not system.exists("/briefings/talks/2025-03-31/manifest.json")
    assert not system.exists("/briefings/talks/latest.json")
    failing[0] = False
    assert hows(handed_on(folder, settings(), wanted)) == ["sent"]
    assert system.exists("/briefings/talks/2025-03-31/manifest.json")
    assert system.exists("/briefings/talks/latest.json")
    system.rm("/briefings", recursive=True)


def test_an_sftp_server_gets_it_and_a_stranger_s_host_key_is_refused(tmp_path, out, monkeypatch):
    home, there = tmp_path / "home", tmp_path / "there"
    (home / ".ssh").mkdir(parents=True)
    there.mkdir()
    monkeypatch.setenv("HOME", str(home))
    folder = posts.edition(out)
    with posts.sftp(there) as (port, key, own):
        own.write_private_key(str(home / ".ssh" / "id_ed25519"))
        wanted = addresses.read([f"sftp://me@127.0.0.1:{port}/briefings"])
        (stranger,) = handed_on(folder, settings(), wanted)
        assert stranger.how == "failed" and not any(there.iterdir())
        line = f"[127.0.0.1]:{port} {key.export_public_key().decode()}"
        (home / ".ssh" / "known_hosts").write_text(line)
        (sent,) = handed_on(folder, settings(), wanted)
        assert (sent.how, sent.why) == ("sent", "")
        handed_on(posts.edition(out, "2025-04-01"), settings(), wanted)
    shelf = there / "briefings" / "talks"
    assert {path.name for path in shelf.iterdir()} == {"2025-03-31", "2025-04-01", "latest.json"}
    assert (shelf / "2025-03-31" / "figures" / "timeline.png").read_bytes() == posts.PIXEL
    assert json.loads((shelf / "latest.json").read_text())["edition"] == "2025-04-01"
