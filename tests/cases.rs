//! Which case a message belongs to: what happens in daily life.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that fails should say so at once"
)]

use chrono::{DateTime, TimeDelta, Utc};
use webcare::case::{Actor, Answered, CaseId, Cases, Conventions, Event, EventId, EventKind};
use webcare::case::{Placement, Resolution};
use webcare::mention::{
    Author, ChannelKind, Direction, Mention, MentionBuilder, MentionId, Sender, Thread, Visibility,
};

fn minute(minute: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(1_793_610_000, 0).unwrap() + TimeDelta::minutes(minute)
}

/// A message on X, `id` minutes after nine.
fn message(id: i64, author: &str) -> MentionBuilder {
    Mention::builder(id.to_string())
        .channel(ChannelKind::X)
        .account("spoor")
        .author(Author::handle(author))
        .published_at(minute(id))
}

fn ours(id: i64) -> MentionBuilder {
    message(id, "spoor").direction(Direction::Outbound(Sender::Unknown))
}

fn to(id: i64) -> Thread {
    Thread::reply_to(id.to_string())
}

fn receive(cases: &mut Cases, message: MentionBuilder) -> Placement {
    cases.receive(&message.build().unwrap(), minute(1_000))
}

/// The messages of each case, those of ours included.
fn contents(cases: &Cases) -> Vec<Vec<String>> {
    let id = |event: &Event| event.message().map(|message| message.mention().to_string());
    cases.iter().map(|case| case.events().filter_map(id).collect()).collect()
}

#[test]
fn a_thread_has_one_case_for_each_of_its_writers() {
    let mut cases = Cases::new();
    receive(&mut cases, message(1, "lotte"));
    receive(&mut cases, message(2, "daan").thread(to(1)));
    receive(&mut cases, message(3, "lotte").thread(to(2)));
    receive(&mut cases, ours(4).thread(to(2)));
    receive(&mut cases, ours(5).thread(to(4)));
    assert_eq!(contents(&cases), [vec!["1", "3"], vec!["2", "4", "5"]]);
    assert_eq!(cases.of(&MentionId::new("5").unwrap()).unwrap().id().as_str(), "2");
}

#[test]
fn the_name_of_a_merged_case_leads_to_the_one_that_began_first() {
    let mut cases = Cases::new();
    let late = receive(&mut cases, message(3, "lotte").thread(to(2)));
    let early = receive(&mut cases, message(1, "lotte"));
    let between = receive(&mut cases, message(2, "lotte").thread(to(1)));
    assert_eq!(between.merged(), [late.case().unwrap().clone()]);
    assert_eq!(between.case(), early.case());
    assert_eq!(between.changed().iter().collect::<Vec<_>>(), [early.case().unwrap()]);
    assert_eq!(cases.get(late.case().unwrap()).unwrap().id(), early.case().unwrap());
    let note = EventKind::Noted { text: "Zelfde klant.".to_owned() };
    let note = Event::new(EventId::new("n-1").unwrap(), minute(9), Actor::agent("Noor"), note);
    cases.record(late.case().unwrap(), note).unwrap();
    assert_eq!(cases.get(early.case().unwrap()).unwrap().events().count(), 4);
}

#[test]
fn our_answer_waits_for_the_message_it_answers() {
    let mut cases = Cases::new();
    assert_eq!(receive(&mut cases, ours(3).thread(to(2))).case(), None);
    assert_eq!(receive(&mut cases, ours(2).thread(to(1))).case(), None);
    assert_eq!((cases.len(), cases.waiting().count()), (0, 2));
    let placed = receive(&mut cases, message(1, "lotte"));
    assert_eq!(contents(&cases), [["1", "2", "3"]]);
    assert_eq!(cases.waiting().count(), 0);
    assert!(cases.get(placed.case().unwrap()).unwrap().unanswered().is_empty());
}

#[test]
fn our_answer_goes_by_the_root_where_it_names_no_parent() {
    let under = |id: i64| Thread { root: Some(id.to_string()), ..Thread::default() };
    let mut cases = Cases::new();
    receive(&mut cases, message(1, "lotte"));
    receive(&mut cases, message(2, "daan").thread(to(1)));
    receive(&mut cases, ours(3).thread(under(1)));
    assert_eq!(receive(&mut cases, ours(6).thread(under(5))).case(), None);
    assert_eq!(contents(&cases), [vec!["1", "3"], vec!["2"]]);
    receive(&mut cases, message(5, "noor"));
    assert_eq!(contents(&cases), [vec!["1", "3"], vec!["2"], vec!["5", "6"]]);
    assert_eq!(cases.waiting().count(), 0);
}

#[test]
fn between_two_an_account_that_is_not_named_is_another_one() {
    let mut cases = Cases::new();
    let app = |id| message(id, "+31600000001").channel(ChannelKind::WhatsApp);
    let unnamed = |id: i64| {
        let writer = Author::handle("+31600000001");
        Mention::builder(id.to_string()).channel(ChannelKind::WhatsApp).author(writer)
    };
    receive(&mut cases, app(1));
    receive(&mut cases, unnamed(2));
    receive(&mut cases, app(3));
    receive(&mut cases, unnamed(4));
    assert_eq!(contents(&cases), [["1", "3"], ["2", "4"]]);
}

#[test]
fn what_we_write_between_two_does_not_make_our_partners_one() {
    let private = |builder: MentionBuilder| builder.visibility(Visibility::Private);
    let mut cases = Cases::new();
    receive(&mut cases, private(message(1, "lotte")));
    receive(&mut cases, private(message(2, "daan")));
    receive(&mut cases, private(ours(3).thread(to(1))));
    receive(&mut cases, private(ours(4).thread(to(2))));
    assert_eq!(receive(&mut cases, private(ours(5))).case(), None);
    assert_eq!(contents(&cases), [["1", "3"], ["2", "4"]]);
}

#[test]
fn what_we_say_to_all_belongs_to_the_cases_that_had_begun() {
    let topic = || Thread { id: Some("topic".to_owned()), ..Thread::default() };
    let mut cases = Cases::new();
    receive(&mut cases, message(5, "youssef").thread(topic()));
    let placed = receive(&mut cases, ours(3).thread(topic()));
    assert_eq!(placed.case(), None);
    receive(&mut cases, message(1, "lotte").thread(topic()));
    receive(&mut cases, message(2, "daan").thread(topic()));
    assert_eq!(contents(&cases), [vec!["1", "3"], vec!["2", "3"], vec!["5"]]);
    receive(&mut cases, message(0, "youssef").thread(topic()));
    assert_eq!(contents(&cases), [vec!["1", "3"], vec!["2", "3"], vec!["0", "3", "5"]]);
}

#[test]
fn between_two_the_writer_and_the_account_make_the_conversation() {
    let mut cases = Cases::new();
    let app = |id, author| message(id, author).channel(ChannelKind::WhatsApp);
    receive(&mut cases, app(1, "+31600000001"));
    receive(&mut cases, app(2, "+31600000002"));
    receive(&mut cases, app(3, "+31600000001"));
    receive(&mut cases, app(4, "+31600000001").account("trein"));
    receive(&mut cases, message(5, "lotte").visibility(Visibility::Private));
    receive(&mut cases, message(6, "lotte").visibility(Visibility::Private));
    receive(&mut cases, message(7, "lotte"));
    let expected: [&[&str]; 5] = [&["1", "3"], &["2"], &["4"], &["5", "6"], &["7"]];
    assert_eq!(contents(&cases), expected);
}

#[test]
fn writers_of_whom_nothing_is_known_are_not_lumped_together() {
    let mut cases = Cases::new();
    let unknown = |id| message(id, "x").author(Author::default());
    receive(&mut cases, unknown(1));
    receive(&mut cases, unknown(2).thread(to(1)));
    receive(&mut cases, ours(3).thread(to(2)));
    assert_eq!(contents(&cases), [vec!["1"], vec!["2", "3"]]);
}

#[test]
fn what_was_found_without_an_account_meets_our_answer_under_one() {
    let mut cases = Cases::new();
    receive(&mut cases, ours(2).thread(to(1)));
    let mut found = Mention::builder("1").channel(ChannelKind::X).published_at(minute(1));
    found = found.author(Author::handle("lotte"));
    receive(&mut cases, found);
    receive(&mut cases, message(3, "lotte").thread(to(2)));
    assert_eq!(contents(&cases), [["1", "2", "3"]]);
    let elsewhere = message(4, "lotte").account("trein").thread(Thread::reply_to("2"));
    receive(&mut cases, elsewhere);
    assert_eq!(cases.len(), 2);
}

#[test]
fn the_same_message_under_another_name_is_one() {
    let mut cases = Cases::new();
    receive(&mut cases, message(1, "lotte"));
    let again = Mention::builder("again").channel(ChannelKind::X).account("spoor");
    let placed = receive(&mut cases, again.external_id("1").author(Author::handle("lotte")));
    assert!(placed.is_known() && !placed.is_opening() && placed.changed().is_empty());
    assert_eq!(contents(&cases), [["1"]]);
    assert_eq!(
        cases.of(&MentionId::new("again").unwrap()).map(|case| case.id().as_str()),
        Some("1")
    );
}

#[test]
fn what_we_sent_is_known_when_it_comes_back_and_when_it_is_answered() {
    let mut cases = Cases::new();
    let placed = receive(&mut cases, message(1, "lotte"));
    let sent = EventKind::Answered(Answered::new().sent_as("2"));
    let answer = Event::new(EventId::new("a-1").unwrap(), minute(2), Actor::agent("Noor"), sent);
    receive(&mut cases, message(3, "lotte").thread(to(2)));
    assert_eq!(cases.len(), 2);
    cases.record(placed.case().unwrap(), answer).unwrap();
    assert_eq!(cases.len(), 1);

    let json = serde_json::to_string(&cases).unwrap();
    let mut cases: Cases = serde_json::from_str(&json).unwrap();
    assert!(receive(&mut cases, ours(2).thread(to(1))).is_known());
    receive(&mut cases, message(4, "lotte").thread(to(2)));
    assert_eq!(contents(&cases), [["1", "3", "4"]]);
}

#[test]
fn what_is_refused_says_why() {
    let mut cases = Cases::new();
    let placed = receive(&mut cases, message(1, "lotte"));
    let id = placed.case().unwrap();
    let event = |kind| Event::new(EventId::new("e-1").unwrap(), minute(2), Actor::Unknown, kind);
    let note = event(EventKind::Noted { text: "x".to_owned() });
    let mention = Event::of(&message(2, "lotte").build().unwrap(), minute(9));
    for (error, why) in [
        (cases.place(note.clone()).unwrap_err(), "event \"e-1\": expected a message"),
        (
            cases.record(id, mention).unwrap_err(),
            "event \"mention:2\": a mention finds its own case; expected another event",
        ),
        (
            cases.record(&webcare::case::CaseId::new("9").unwrap(), note).unwrap_err(),
            "event \"e-1\": there is no case \"9\"",
        ),
    ] {
        assert!(error.is_refused());
        assert_eq!(error.to_string(), why);
    }
}

/// An empty text where others write nothing must not make strangers one.
#[test]
fn what_is_left_blank_joins_nobody() {
    let mut cases = Cases::new();
    let read = |id: i64, rest: &str| {
        let json = format!(r#"{{"id": "{id}", "channel": "x", "text": "?", {rest}}}"#);
        serde_json::from_str::<Mention>(&json).unwrap()
    };
    for (id, rest) in [
        (1, r#""external_id": "", "author": "@lotte""#),
        (2, r#""external_id": "", "author": "@daan""#),
        (3, r#""in_reply_to": "", "author": "@lotte""#),
        (4, r#""in_reply_to": "", "author": "@lotte""#),
        (5, r#""thread": {"id": "t"}, "author": {"id": "", "handle": ""}"#),
        (6, r#""thread": {"id": "t"}, "author": "@""#),
    ] {
        assert!(cases.receive(&read(id, rest), minute(id)).is_opening(), "{id}");
    }
    assert_eq!(cases.len(), 6);
    let log = r#"[
        {"at": "2026-11-02T09:00:00Z", "kind": "received", "mention": "7", "external_id": ""},
        {"at": "2026-11-02T09:00:00Z", "kind": "received", "mention": "8", "external_id": ""}
    ]"#;
    for event in serde_json::from_str::<Vec<Event>>(log).unwrap() {
        assert!(cases.place(event).unwrap().is_opening());
    }
}

/// A conversation in which each message of the customer replies to what we sent.
fn to_and_fro(exchanges: i64) -> Cases {
    let mut cases = Cases::new();
    let placed = receive(&mut cases, message(0, "lotte"));
    for id in (1..2 * exchanges).step_by(2) {
        let sent = EventKind::Answered(Answered::new().sent_as(id.to_string()));
        let name = EventId::new(format!("a-{id}")).unwrap();
        let answer = Event::new(name, minute(id), Actor::agent("Noor"), sent);
        cases.record(placed.case().unwrap(), answer).unwrap();
        receive(&mut cases, message(id + 1, "lotte").thread(to(id)));
    }
    cases
}

#[test]
fn a_long_conversation_is_read_back_as_it_was() {
    let cases = to_and_fro(1_000);
    assert_eq!((cases.len(), contents(&cases)[0].len()), (1, 1_001));
    let json = serde_json::to_string(&cases).unwrap();
    let mut read: Cases = serde_json::from_str(&json).unwrap();
    assert_eq!(serde_json::to_string(&read).unwrap(), json);
    receive(&mut read, message(3_000, "lotte").thread(to(777)));
    assert_eq!(read.len(), 1);
}

#[test]
fn what_a_host_put_into_one_case_is_read_back_as_one() {
    let received = |id: i64, author: &str| {
        serde_json::json!({
            "at": minute(id), "kind": "received", "mention": id.to_string(), "author": author,
        })
    };
    let written = serde_json::json!({ "cases": [
        { "id": "c", "log": [received(1, "lotte"), received(2, "daan"), received(3, "lotte")] },
        { "id": "d", "log": [received(4, "lotte")] },
    ] });
    let mut cases: Cases = serde_json::from_value(written).unwrap();
    assert_eq!(contents(&cases), [vec!["1", "2", "3"], vec!["4"]]);
    let json = serde_json::to_string(&cases).unwrap();
    let read: Cases = serde_json::from_str(&json).unwrap();
    assert_eq!(serde_json::to_string(&read).unwrap(), json);

    // A message that joins two of its conversations does not lose it, nor does one that
    // joins it to an older case.
    let plain = |id: i64| {
        Mention::builder(id.to_string()).author(Author::handle("lotte")).published_at(minute(id))
    };
    let join = |id: i64, parent: i64, root: i64| {
        let root = Some(root.to_string());
        plain(id).thread(Thread { root, ..Thread::reply_to(parent.to_string()) })
    };
    receive(&mut cases, join(5, 1, 3));
    assert_eq!(contents(&cases), [vec!["1", "2", "3", "5"], vec!["4"]]);
    receive(&mut cases, plain(0));
    receive(&mut cases, join(6, 0, 3));
    receive(&mut cases, join(7, 0, 2));
    let mut all = contents(&cases);
    all.sort();
    assert_eq!(all, [vec!["0", "1", "2", "3", "5", "6", "7"], vec!["4"]]);
    for id in 0..8 {
        let mention = MentionId::new(id.to_string()).unwrap();
        assert_eq!(
            cases.of(&mention).map(|case| case.id().as_str()),
            Some(if id == 4 { "d" } else { "0" })
        );
    }
}

#[test]
fn a_name_that_is_taken_is_numbered_and_never_too_long() {
    for (taken, given) in
        [("2".to_owned(), "2+2".to_owned()), ("é".repeat(256), "é".repeat(255) + "+2")]
    {
        let written = serde_json::json!({ "cases": [{ "id": &taken, "log": [
            { "at": minute(0), "kind": "received", "mention": "m-1", "author": "lotte" },
        ] }] });
        let mut cases: Cases = serde_json::from_value(written).unwrap();
        let placed = receive(&mut cases, Mention::builder(taken));
        assert_eq!(placed.case().unwrap().as_str(), given);
        let json = serde_json::to_string(&cases).unwrap();
        let read: Cases = serde_json::from_str(&json).unwrap();
        assert_eq!(serde_json::to_string(&read).unwrap(), json);
    }
}

#[test]
fn a_long_chain_of_merged_names_is_written_and_read_quickly() {
    const LONG: i64 = 3_000;
    let mut cases = Cases::new();
    for id in 0..LONG {
        receive(&mut cases, message(id, "lotte"));
    }
    for id in (1..LONG).rev() {
        let thread = Thread { root: Some((id - 1).to_string()), ..to(id) };
        receive(&mut cases, message(LONG + id, "lotte").thread(thread));
    }
    assert_eq!((cases.len(), cases.iter().next().unwrap().id().as_str()), (1, "0"));
    let json = serde_json::to_string(&cases).unwrap();
    let read: Cases = serde_json::from_str(&json).unwrap();
    assert_eq!(serde_json::to_string(&read).unwrap(), json);
    let last = webcare::case::CaseId::new((LONG - 1).to_string()).unwrap();
    assert_eq!(read.get(&last).unwrap().id().as_str(), "0");
}

#[test]
fn long_chains_in_the_worst_order_stay_quick() {
    const LONG: i64 = 5_000;
    let mut cases = Cases::new();
    for id in (1..LONG).rev() {
        receive(&mut cases, ours(id).thread(to(id - 1)));
    }
    assert_eq!(cases.len(), 0);
    receive(&mut cases, message(0, "lotte"));
    assert_eq!(cases.iter().next().unwrap().events().count(), 5_000);
    assert_eq!(cases.waiting().count(), 0);

    let mut cases = Cases::new();
    for id in (0..LONG).rev().filter(|id| id % 2 == 0).chain((0..LONG).filter(|id| id % 2 == 1)) {
        receive(&mut cases, message(id, "lotte").thread(to(id - 1)));
    }
    assert_eq!(cases.len(), 1);
    // Messages of ours that answer each other in a circle wait for ever.
    let mut cases = Cases::new();
    receive(&mut cases, ours(1).thread(to(2)));
    receive(&mut cases, ours(2).thread(to(1)));
    assert_eq!((cases.len(), cases.waiting().count()), (0, 2));
}

fn resolved(id: &str, at: i64) -> Event {
    let kind = EventKind::Resolved(Resolution::Spam);
    Event::new(EventId::new(id).unwrap(), minute(at), Actor::agent("Noor"), kind)
}

fn read_again(cases: &Cases) -> Cases {
    serde_json::from_str(&serde_json::to_string(cases).unwrap()).unwrap()
}

#[test]
fn a_case_that_was_closed_for_good_is_followed_by_a_new_one() {
    const DAY: i64 = 24 * 60;
    let week = Conventions::from_value(&serde_json::json!({ "reopen_days": 7 })).unwrap();
    let mut cases = Cases::with_conventions(week);
    let receive = |cases: &mut Cases, message: MentionBuilder| {
        cases.receive(&message.build().unwrap(), minute(99 * DAY))
    };
    let first = receive(&mut cases, message(1, "lotte")).case().unwrap().clone();
    cases.record(&first, resolved("r-1", 10)).unwrap();
    let within = message(2, "lotte").thread(to(1)).published_at(minute(10 + 7 * DAY));
    assert_eq!(receive(&mut cases, within).case(), Some(&first));
    cases.record(&first, resolved("r-2", 8 * DAY)).unwrap();

    let later =
        receive(&mut cases, message(3, "lotte").thread(to(1)).published_at(minute(20 * DAY)));
    let second = later.case().unwrap().clone();
    assert!(later.is_opening() && second != first);
    // What is said from then on belongs to the new one, what came before to the first.
    let more = message(4, "lotte").thread(to(3)).published_at(minute(21 * DAY));
    assert_eq!(receive(&mut cases, more).case(), Some(&second));
    let late = message(5, "lotte").thread(to(1)).published_at(minute(3));
    assert_eq!(receive(&mut cases, late).case(), Some(&first));
    let answer = ours(6).thread(to(3)).published_at(minute(22 * DAY));
    assert_eq!(receive(&mut cases, answer).case(), Some(&second));
    let answer = ours(7).thread(to(1)).published_at(minute(22 * DAY));
    assert_eq!(receive(&mut cases, answer).case(), Some(&first));

    let again = read_again(&cases);
    assert_eq!(contents(&again), contents(&cases));
    assert_eq!(contents(&cases), [vec!["1", "5", "2", "7"], vec!["3", "4", "6"]]);
    assert_eq!(serde_json::to_string(&again).unwrap(), serde_json::to_string(&cases).unwrap());
    // Thanks long after the end opens nothing.
    let mut cases = again;
    cases.record(&second, resolved("r-3", 23 * DAY)).unwrap();
    let thanks = message(8, "lotte").thread(to(3)).published_at(minute(60 * DAY));
    let thanks = Event::of(&thanks.build().unwrap(), minute(99 * DAY)).with_thanks(true);
    assert_eq!(cases.place(thanks).unwrap().case(), Some(&second));
    assert_eq!(cases.len(), 2);
}

#[test]
fn merged_cases_of_two_channels_stay_one() {
    let mut cases = Cases::new();
    let tweet = receive(&mut cases, message(1, "lotte")).case().unwrap().clone();
    let chat = |id: &str, at: i64| {
        let builder = Mention::builder(id).channel(ChannelKind::WhatsApp).account("32");
        builder.author(Author::named("Lotte V.")).published_at(minute(at))
    };
    let app = receive(&mut cases, chat("w-1", 2)).case().unwrap().clone();
    assert_eq!(cases.len(), 2);
    let placed = cases.merge(&app, &tweet, minute(3), Actor::agent("Noor")).unwrap();
    assert_eq!(placed.merged(), std::slice::from_ref(&app));
    assert!(placed.changed().contains(&tweet) && !placed.changed().contains(&app));
    assert_eq!(receive(&mut cases, chat("w-2", 4)).case(), Some(&tweet));
    let mut cases = read_again(&cases);
    assert_eq!(cases.get(&app).unwrap().id(), &tweet);
    assert_eq!(receive(&mut cases, chat("w-3", 5)).case(), Some(&tweet));
    assert_eq!(receive(&mut cases, message(6, "lotte").thread(to(1))).case(), Some(&tweet));
    assert_eq!(contents(&cases), [["1", "w-1", "w-2", "w-3", "6"]]);

    let nobody = CaseId::new("nobody").unwrap();
    let error = cases.merge(&nobody, &tweet, minute(7), Actor::agent("Noor")).unwrap_err();
    assert_eq!(error.to_string(), "event \"merged:nobody\": there is no case \"nobody\"");
    assert!(!cases.redact(&nobody) && cases.redact(&app));
    let json = serde_json::to_string(&cases).unwrap();
    assert!(!json.contains("lotte") && !json.contains("Lotte"), "{json}");
    assert_eq!(contents(&read_again(&cases)), contents(&cases));
}
