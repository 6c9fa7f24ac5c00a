//! What it costs to read mentions from lines through a channel, and to send by one.

#![allow(clippy::unwrap_used, reason = "a bench may fail loudly")]

use chrono::{DateTime, Utc};
use divan::Bencher;
use divan::counter::{BytesCount, ItemsCount};
use std::hint::black_box;
use std::io::Cursor as Bytes;
use webcare::channel::{
    self, Capability, IdempotencyKey, InboundExt, JsonLinesChannel, MemoryChannel, Profile,
};
use webcare::mention::{ChannelKind, Mention};
use webcare::reply::{Draft, TextLimit};

const LINE: &str = r#"{"id":"m-20261102-0117","external_id":"1855990218836332601","channel":"x","account":"@stadsbus","published_at":"2026-11-02T08:14:31Z","received_at":"2026-11-02T08:14:40Z","author":{"handle":"lotte_v","name":"Lotte Verbruggen","followers":312},"text":"@stadsbus ik sta al 25 minuten te wachten op lijn 4, komt er nog iets? Straks mis ik mijn examen 😡","url":"https://x.example/lotte_v/1855"}"#;

fn x() -> Profile {
    Profile::builder(ChannelKind::X)
        .account("@stadsbus")
        .text_limit(TextLimit::weighted(280))
        .build()
        .unwrap()
}

#[divan::bench(args = [100, 1000])]
fn fetch_json_lines(bencher: Bencher<'_, '_>, page: usize) {
    let input = format!("{LINE}\n").repeat(1000);
    let bytes = BytesCount::of_str(&input);
    let channel = JsonLinesChannel::builder(x()).read(Bytes::new(input)).build().unwrap();
    bencher.counter(bytes).counter(ItemsCount::new(1000_usize)).bench(|| {
        pollster::block_on(channel.fetch_all(None, black_box(page))).unwrap().items().len()
    });
}

#[divan::bench]
fn send_by_memory(bencher: Bencher<'_, '_>) {
    let profile = Profile::builder(ChannelKind::X)
        .account("@stadsbus")
        .capability(Capability::PublicReply)
        .build()
        .unwrap();
    let asked: Mention = serde_json::from_str(LINE).unwrap();
    let text = "Goedemorgen Lotte, hij staat in de file bij de brug en komt om 8:31. ^RL";
    let reply = Draft::to(&asked).text(text).fit(&profile).unwrap();
    let now: DateTime<Utc> = "2026-11-02T08:20:00Z".parse().unwrap();
    bencher
        .counter(ItemsCount::new(1_usize))
        .with_inputs(|| {
            (MemoryChannel::new(profile.clone()), IdempotencyKey::new("answer-1").unwrap())
        })
        .bench_refs(|(channel, key)| {
            pollster::block_on(channel::send(channel, black_box(&reply), key, now)).unwrap()
        });
}
