//! What it costs to read a mention from its line and to write it again.

#![allow(clippy::unwrap_used, reason = "a bench may fail loudly")]

use divan::Bencher;
use divan::counter::{BytesCount, ItemsCount};
use std::hint::black_box;
use webcare::mention::{JsonLines, Mention};

/// A line as a collector writes it, of about 400 bytes.
const LINE: &str = r#"{"id":"m-20261102-0117","external_id":"1855990218836332601","channel":"x","account":"@stadsbus","published_at":"2026-11-02T08:14:31Z","received_at":"2026-11-02T08:14:40Z","author":{"handle":"lotte_v","name":"Lotte Verbruggen","followers":312},"text":"@stadsbus ik sta al 25 minuten te wachten op lijn 4, komt er nog iets? Straks mis ik mijn examen 😡","url":"https://x.example/lotte_v/1855"}"#;

/// The least there can be, with a time that has no offset.
const SHORT: &str = r#"{"text":"Top geholpen, dank!","published_at":"2026-11-02 08:14:31"}"#;

#[divan::bench]
fn read(bencher: Bencher<'_, '_>) {
    read_line(bencher, LINE);
}

#[divan::bench]
fn read_short(bencher: Bencher<'_, '_>) {
    read_line(bencher, SHORT);
}

fn read_line(bencher: Bencher<'_, '_>, line: &str) {
    bencher
        .counter(BytesCount::of_str(line))
        .counter(ItemsCount::new(1_usize))
        .bench(|| JsonLines::new(black_box(line).as_bytes()).next().unwrap().unwrap());
}

#[divan::bench]
fn write(bencher: Bencher<'_, '_>) {
    let mention: Mention = serde_json::from_str(LINE).unwrap();
    let mut json = Vec::with_capacity(1024);
    bencher.counter(ItemsCount::new(1_usize)).bench_local(|| {
        json.clear();
        serde_json::to_writer(&mut json, black_box(&mention)).unwrap();
        json.len()
    });
}

#[divan::bench]
fn read_many(bencher: Bencher<'_, '_>) {
    let input = format!("{LINE}\n").repeat(1000);
    bencher
        .counter(BytesCount::of_str(&input))
        .counter(ItemsCount::new(1000_usize))
        .bench(|| JsonLines::new(black_box(&input).as_bytes()).flatten().count());
}
