//! Benches of the stage `case`.
#![allow(clippy::expect_used, reason = "a bench whose input is wrong should say so")]

use chrono::{DateTime, TimeDelta, Utc};
use divan::counter::ItemsCount;
use divan::{Bencher, black_box};
use webcare::case::{Actor, Answered, Case, CaseId, Cases, Event, EventId, EventKind};
use webcare::mention::{Author, ChannelKind, Direction, Mention, Sender, Thread};

pub(crate) fn minute(minute: usize) -> DateTime<Utc> {
    let minutes = i64::try_from(minute).unwrap_or_default();
    DateTime::<Utc>::UNIX_EPOCH + TimeDelta::days(20_000) + TimeDelta::minutes(minutes)
}

pub(crate) fn mention(number: usize, parent: Option<usize>) -> Mention {
    Mention::builder(format!("mention-{number}"))
        .external_id(number.to_string())
        .account("webcare")
        .channel(ChannelKind::Mastodon)
        .author(Author::handle("@lotte"))
        .thread(parent.map_or_else(Thread::default, |id| Thread::reply_to(id.to_string())))
        .text("Mijn pakje is nog altijd niet aangekomen, kan iemand eens kijken?")
        .published_at(minute(number))
        .build()
        .expect("a mention of a bench is well formed")
}

fn answer(number: usize, named: bool) -> Event {
    let to = mention(number - 1, None).id().clone();
    let answered = if named { Answered::new().to(to) } else { Answered::new() };
    let id = EventId::new(format!("answer-{number}")).expect("well formed");
    Event::new(id, minute(number), Actor::agent("Ruben"), EventKind::Answered(answered))
}

/// A conversation of `events` events in which each message is answered.
pub(crate) fn conversation(events: usize) -> Vec<Event> {
    let event = |number| match number % 2 {
        0 => Event::of(&mention(number, None), minute(number)),
        _ => answer(number, true),
    };
    (0..events).map(event).collect()
}

pub(crate) fn case(events: usize) -> Case {
    let id = CaseId::new("c-1").expect("well formed");
    Case::replay(id, conversation(events)).expect("nothing is refused")
}

#[divan::bench]
fn open_one_mention(bencher: Bencher<'_, '_>) {
    let mention = mention(1, None);
    let id = CaseId::from(mention.id());
    bencher
        .with_inputs(|| id.clone())
        .bench_values(|id| Case::open(id, black_box(&mention), minute(2)));
}

#[divan::bench(args = [1, 10, 1_000])]
fn exchanges(bencher: Bencher<'_, '_>, events: usize) {
    let case = case(events);
    bencher.counter(ItemsCount::new(events)).bench(|| black_box(&case).exchanges().len());
}

#[divan::bench(args = [1, 10, 1_000])]
fn status(bencher: Bencher<'_, '_>, events: usize) {
    let case = case(events);
    bencher.counter(ItemsCount::new(events)).bench(|| black_box(&case).status());
}

#[divan::bench(args = [1_000, 10_000])]
fn replay_newest_first(bencher: Bencher<'_, '_>, events: usize) {
    let mut log = conversation(events);
    log.reverse();
    let id = CaseId::new("c-1").expect("well formed");
    bencher
        .counter(ItemsCount::new(events))
        .with_inputs(|| (id.clone(), log.clone()))
        .bench_values(|(id, log)| Case::replay(id, log));
}

/// Messages of a thousand writers, every fourth of ours, each a reply to the one before
/// it in its thread of eight.
#[divan::bench(args = [1_000, 10_000, 100_000], sample_count = 3)]
fn place(bencher: Bencher<'_, '_>, messages: usize) {
    let mention = |number: usize| {
        let parent = (!number.is_multiple_of(8)).then(|| number - 1);
        let mut builder = Mention::builder(format!("mention-{number}"))
            .external_id(number.to_string())
            .account("webcare")
            .channel(ChannelKind::Mastodon)
            .published_at(minute(number));
        if let Some(parent) = parent {
            builder = builder.thread(Thread::reply_to(parent.to_string()));
        }
        builder = if number % 4 == 3 {
            builder.direction(Direction::Outbound(Sender::Unknown))
        } else {
            builder.author(Author::handle(&format!("writer{}", number / 8 % 1_000)))
        };
        builder.build().expect("well formed")
    };
    let mentions: Vec<Mention> = (0..messages).map(mention).collect();
    bencher.counter(ItemsCount::new(messages)).bench_local(|| {
        let mut cases = Cases::new();
        for mention in &mentions {
            cases.receive(mention, minute(messages));
        }
        cases
    });
}
