//! The whole way: a line of JSON in, judged, routed, given a deadline, a line of JSON out.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a bench may stop")]

use chrono::{DateTime, TimeZone, Utc};
use divan::Bencher;
use divan::counter::ItemsCount;
use serde_json::{Value, json};
use std::hint::black_box;
use webcare::desk::Desk;
use webcare::mention::{JsonLines, Mention};

const SAMPLE: &str = include_str!("../../examples/data/sample.jsonl");
const DESK: &str = include_str!("../../examples/data/desk.toml");

fn now() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 11, 13, 16, 0, 0).unwrap()
}

/// The desk of the examples, its rules filled up to `count` with ones about products.
fn desk(count: usize) -> Desk {
    let mut value: Value = toml::from_str(DESK).unwrap();
    let list = value["rules"]["list"].as_array_mut().unwrap();
    for number in list.len()..count {
        list.push(json!({
            "id": format!("product-{number}"),
            "order": 1000 + number,
            "when": { "all": [
                { "field": "text", "op": "contains_any",
                  "value": [format!("product{number}"), format!("model {number}")] },
                { "field": "sentiment", "op": "at_most", "value": "neutral" },
            ] },
            "then": { "queue": format!("queue-{}", number % 10), "tags": ["product"] },
        }));
    }
    Desk::from_value(&value).unwrap()
}

fn mentions() -> Vec<Mention> {
    JsonLines::new(SAMPLE.as_bytes()).map(|line| line.unwrap().into_mention()).collect()
}

/// Per mention of the sample: judge, route, deadline.
#[divan::bench(args = [10, 100, 1_000])]
fn triage(bencher: Bencher<'_, '_>, rules: usize) {
    let (desk, mentions) = (desk(rules), mentions());
    bencher.counter(ItemsCount::new(mentions.len())).bench(|| {
        for mention in &mentions {
            black_box(desk.triage(mention, now()));
        }
    });
}

/// Judging alone.
#[divan::bench]
fn judge(bencher: Bencher<'_, '_>) {
    let (desk, mentions) = (desk(0), mentions());
    bencher.counter(ItemsCount::new(mentions.len())).bench(|| {
        for mention in &mentions {
            black_box(desk.judge(mention));
        }
    });
}

/// From JSON to JSON, with 100 rules.
#[divan::bench]
fn json_to_json(bencher: Bencher<'_, '_>) {
    let desk = desk(100);
    let count = SAMPLE.lines().count();
    bencher.counter(ItemsCount::new(count)).bench(|| {
        let mut out = Vec::with_capacity(1 << 16);
        for record in JsonLines::new(SAMPLE.as_bytes()) {
            let record = record.unwrap();
            let triage = desk.triage(record.mention(), now());
            serde_json::to_writer(&mut out, triage.classification()).unwrap();
            serde_json::to_writer(&mut out, triage.decision().queue()).unwrap();
            serde_json::to_writer(&mut out, triage.deadlines()).unwrap();
        }
        out
    });
}
