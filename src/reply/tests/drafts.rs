//! From mention to reply: audience, signature, length, and what is refused.

use super::*;
use crate::mention::{Direction, Sender, Thread, Visibility};
use serde_json::json;

fn ruben() -> Signature {
    Signature::of("Ruben de Leeuw").unwrap()
}

#[test]
fn a_reply_knows_what_it_answers() {
    let mention = question().thread(Thread::reply_to("990")).build().unwrap();
    let draft = Draft::to(&mention).text("Om negen uur.").sign(&ruben()).unwrap();
    let reply = draft.fit(TextLimit::weighted(280)).unwrap();
    assert_eq!(reply.mention(), mention.id());
    assert_eq!(reply.channel(), &ChannelKind::X);
    assert_eq!(reply.account(), Some("voorbeeld"));
    assert_eq!(reply.in_reply_to(), Some("991"));
    assert_eq!(reply.thread().root, None);
    assert_eq!(reply.visibility(), &Visibility::Public);
    assert_eq!(reply.sign(), Some(&Sign::new("RL").unwrap()));
    assert!(!reply.is_public_although_private());
    let written = serde_json::to_value(&reply).unwrap();
    assert_eq!(serde_json::from_value::<Reply>(written).unwrap(), reply);

    let root_of = |mention: &Mention| {
        let reply = Draft::to(mention).text("Dag!").fit(TextLimit::none()).unwrap();
        reply.thread().root.clone()
    };
    assert_eq!(root_of(&question().build().unwrap()).as_deref(), Some("991"));
    let place = Thread { root: Some("980".into()), ..Thread::reply_to("990") };
    assert_eq!(root_of(&question().thread(place).build().unwrap()).as_deref(), Some("980"));
}

#[test]
fn the_audience_follows_the_mention() {
    let public = question().build().unwrap();
    let private = question().visibility(Visibility::Private).build().unwrap();
    let circle = question().visibility(Visibility::Restricted("buren".into())).build().unwrap();
    let reply = |draft: Draft<'_>| draft.text("Dag!").fit(TextLimit::none()).unwrap();
    assert_eq!(reply(Draft::to(&public)).audience(), Audience::Public);
    assert_eq!(reply(Draft::to(&public).in_private()).audience(), Audience::Private);
    for mention in [&private, &circle] {
        assert_eq!(reply(Draft::to(mention)).audience(), Audience::Private);
        let shown = reply(Draft::to(mention).in_public_although_private());
        assert!(shown.audience().is_public() && shown.is_public_although_private());
        let again = reply(Draft::to(mention).in_public_although_private().in_private());
        assert!(!again.audience().is_public() && !again.is_public_although_private());
        let written = serde_json::to_value(&shown).unwrap();
        assert_eq!(serde_json::from_value::<Reply>(written).unwrap(), shown);
    }
    assert!(!reply(Draft::to(&public).in_public_although_private()).is_public_although_private());
}

#[test]
fn what_is_read_back_keeps_what_holds() {
    let read = |value| serde_json::from_value::<Reply>(value);
    let open = json!({ "mention": "m-1", "text": "Dag", "audience": "public", "new": 1 });
    assert!(read(open.clone()).is_err());
    let mut public = open.clone();
    public["visibility"] = json!("public");
    assert!(read(public.clone()).unwrap().audience().is_public());
    // What is not so is not believed.
    public["public_although_private"] = json!(true);
    assert!(!read(public).unwrap().is_public_although_private());
    let mut circle = open;
    circle["visibility"] = json!("buren");
    assert!(read(circle.clone()).is_err());
    circle["public_although_private"] = json!(true);
    assert!(read(circle).unwrap().is_public_although_private());
    let error = read(json!({ "mention": "m-1", "text": "\u{200b} " })).unwrap_err();
    assert_eq!(error.to_string(), "text: there is no text to send");
    assert!(read(json!({ "mention": "", "text": "Dag" })).is_err());
}

#[test]
fn what_may_not_be_sent_is_refused() {
    let mention = question().build().unwrap();
    let error = Draft::to(&mention).text("Dat is te lang").fit(TextLimit::bytes(10)).unwrap_err();
    assert!(error.is_too_long() && !error.is_invalid());
    assert_eq!(error.to_string(), "the text counts 14 bytes, 10 are allowed");
    assert!(
        Draft::to(&mention).text("tien tekens"[..10].to_owned()).fit(TextLimit::bytes(10)).is_ok()
    );

    let many_bytes = TextLimit::graphemes(300).and_bytes(5);
    let error = Draft::to(&mention).text("zes...").fit(many_bytes).unwrap_err();
    assert_eq!(error.to_string(), "the text counts 6 bytes, 5 are allowed");

    for blank in ["", " \n", "\u{200b}\u{feff}"] {
        let error = Draft::to(&mention).text(blank).fit(TextLimit::none()).unwrap_err();
        assert!(error.is_blank());
        assert_eq!(error.to_string(), "there is no text to send");
        assert!(Draft::to(&mention).text(blank).sign(&ruben()).unwrap_err().is_blank());
        assert!(Draft::to(&mention).text(blank).split(TextLimit::none()).unwrap_err().is_blank());
    }

    let ours = question().direction(Direction::Outbound(Sender::Bot)).build().unwrap();
    let error = Draft::to(&ours).text("Dag").fit(TextLimit::none()).unwrap_err();
    assert!(error.is_own_message() && error.faults().is_empty());
    assert_eq!(error.to_string(), "mention \"m-1\" is our own message and gets no answer");

    let error = Draft::to(&mention).text("a\u{feff}").fit(TextLimit::weighted(280)).unwrap_err();
    assert_eq!(error.to_string(), "text: X refuses the character U+FEFF");
    assert!(Draft::to(&mention).text("a\u{feff}").fit(TextLimit::none()).is_ok());
}

#[test]
fn a_signature_is_added_once_and_counted() {
    let mention = question().build().unwrap();
    let draft = Draft::to(&mention).text("Om negen uur.");
    let draft = draft.sign(&ruben()).unwrap().sign(&ruben()).unwrap();
    assert_eq!(draft.as_str(), "Om negen uur. ^RL");
    assert_eq!(draft.remaining(TextLimit::weighted(280)), Some(263));
    assert!(draft.clone().fit(TextLimit::weighted(16)).unwrap_err().is_too_long());
    assert!(draft.clone().fit(TextLimit::weighted(17)).is_ok());
    let unsigned = draft.text("Om tien uur.").fit(TextLimit::none()).unwrap();
    assert_eq!((unsigned.text(), unsigned.sign()), ("Om tien uur.", None));

    let silent = ruben().in_style(Style::None);
    let reply = Draft::to(&mention).text("Dag!").sign(&silent).unwrap().fit(TextLimit::none());
    assert_eq!(reply.as_ref().unwrap().text(), "Dag!");
    assert!(reply.unwrap().sign().is_some());
}

#[test]
fn names_are_set_off_from_the_sentence() {
    let first = ruben().in_style(Style::FirstName);
    let full = ruben().in_style(Style::FullName);
    for (text, signed) in [
        ("Tot morgen!", "Tot morgen! Ruben"),
        ("Tot morgen!\n", "Tot morgen!\nRuben"),
        ("Groetjes", "Groetjes Ruben"),
        ("Groetjes,", "Groetjes, Ruben"),
        ("Morgen belt", "Morgen belt – Ruben"),
        ("Morgen belt Ruben", "Morgen belt Ruben – Ruben"),
        ("Fijne dag 👋", "Fijne dag 👋 Ruben"),
        ("Groetjes, Ruben", "Groetjes, Ruben"),
        ("Groetjes, Ruben! 👋", "Groetjes, Ruben! 👋"),
        ("Succes! - Ruben", "Succes! - Ruben"),
        ("Volg ons @Ruben", "Volg ons @Ruben – Ruben"),
        ("Groeten, Truben", "Groeten, Truben – Ruben"),
    ] {
        assert_eq!(first.put_under(text), signed, "{text}");
        assert_eq!(first.put_under(signed), signed, "{text}");
    }
    assert_eq!(full.put_under("Tot dan."), "Tot dan. Ruben de Leeuw");
    assert_eq!(full.text(), "Ruben de Leeuw");
    assert_eq!(first.find_in("Ruben"), Some(0..5));
}

#[test]
fn parts_are_cut_where_a_reader_would() {
    let mention = question().build().unwrap();
    let split = |text: &str, max: usize| -> Vec<String> {
        let draft = Draft::to(&mention).text(text).sign(&ruben()).unwrap();
        let parts = draft.split(TextLimit::weighted(max)).unwrap();
        parts.iter().map(|part| part.text().to_owned()).collect()
    };
    assert_eq!(split("Kort.", 20), ["Kort. ^RL"]);
    assert_eq!(
        split("Log uit. Start de app daarna opnieuw op en probeer het nog eens.", 30),
        ["Log uit. ", "Start de app daarna opnieuw ", "op en probeer het nog ", "eens. ^RL"]
    );
    assert_eq!(
        split("Alles staat op https://voorbeeld.nl/een/heel/lang/adres te lezen", 30),
        ["Alles staat op ", "https://voorbeeld.nl/een/heel/lang/adres te ", "lezen ^RL"]
    );
    assert_eq!(split(&"a".repeat(45), 20), ["a".repeat(20), "a".repeat(20), "aaaaa ^RL".into()]);
    let draft = Draft::to(&mention).text("Zie https://voorbeeld.nl/een/adres");
    assert!(draft.split(TextLimit::weighted(20)).unwrap_err().is_too_long());
}

#[test]
fn nobody_signs_twice() {
    for (style, text, signed) in [
        (Style::Initials, "Ik bel je. Ruben", "Ik bel je. Ruben ^RL"),
        (Style::FirstName, "Ik bel je. ^RL", "Ik bel je. ^RL"),
        (Style::FullName, "Ik bel je. ^rl", "Ik bel je. ^rl"),
        (Style::FirstName, "Groet, Ruben de Leeuw", "Groet, Ruben de Leeuw"),
        (Style::FullName, "Groetjes, Ruben", "Groetjes, Ruben"),
        (Style::FullName, "Ik bel je. ^SD", "Ik bel je. ^SD – Ruben de Leeuw"),
        (Style::FirstName, "Ik bel je.\n- Ruben", "Ik bel je.\n- Ruben"),
        (Style::FirstName, "Ik bel je. -Ruben", "Ik bel je. -Ruben"),
        (Style::FirstName, "- Ruben", "- Ruben"),
        (Style::FirstName, "Dit is oud-Ruben", "Dit is oud-Ruben – Ruben"),
        (Style::Initials, "Zie foto. ^RL https://t.co/a", "Zie foto. ^RL https://t.co/a"),
    ] {
        let signature = ruben().in_style(style);
        assert_eq!(signature.put_under(text), signed);
        assert_eq!(signature.put_under(signed), signed);
        assert!(signature.find_in(signed).is_some(), "{signed}");
    }
}

#[test]
fn a_character_that_x_refuses_is_told_whatever_the_length() {
    let mention = question().build().unwrap();
    let text = format!("Dag \u{fffe} {}", "en nog wat ".repeat(50));
    let draft = Draft::to(&mention).text(text);
    let error = draft.clone().split(TextLimit::weighted(280)).unwrap_err();
    assert_eq!(error.to_string(), "text: X refuses the character U+FFFE");
    assert!(draft.split(TextLimit::characters(280)).is_ok());
}

#[test]
fn a_reply_without_a_place_has_none() {
    let json = r#"{"mention": "m-1", "text": "Dag", "account": " ", "thread": {"parent": ""}}"#;
    let reply: Reply = serde_json::from_str(json).unwrap();
    assert_eq!((reply.account(), reply.in_reply_to()), (None, None));
}
