//! Benches of the stage `routing`.
//!
//! A rule book grows from 10 to 10,000 rules of the sort that organisations write: mostly
//! some words, a channel and a judgement, now and then an account, a label or a number of
//! followers. The mentions stay the same.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a bench may stop")]

use chrono::{DateTime, Utc};
use divan::Bencher;
use divan::counter::ItemsCount;
use serde_json::{Value, json};
use webcare::classify::{Classification, Intent, Polarity, Sentiment, Urgency, UrgencyLevel};
use webcare::judgement::{Confidence, Judgement};
use webcare::language::{Detection, Language};
use webcare::mention::{Author, ChannelKind, Mention};
use webcare::routing::{Facts, Rules};

const SIZES: [usize; 4] = [10, 100, 1_000, 10_000];

/// Words that rules look for, beside a name of their own: each rule is about its own
/// product, place or campaign.
const TOPICS: [&str; 12] = [
    "storing",
    "factuur",
    "pakket",
    "monteur",
    "opzeggen",
    "wachtwoord",
    "bezorging",
    "internet",
    "abonnement",
    "refund",
    "delay",
    "app",
];
const CHANNELS: [&str; 6] = ["x", "facebook", "instagram", "whatsapp", "review", "email"];
const TEXTS: [&str; 8] = [
    "Al drie dagen geen internet in Assen-Oost en niemand die terugbelt, wat is hier aan de hand?",
    "Mijn pakket zou gisteren komen. De bezorger is nooit langs geweest, zegt de buurvrouw ook.",
    "Hoi! Kan ik mijn abonnement per 1 maart opzeggen via de app of moet ik daarvoor bellen?",
    "Super geholpen door jullie monteur vandaag, binnen een kwartier weer tv. Dank aan Henk!",
    "Still waiting for my refund after 6 weeks. Third time I'm asking. This is getting ridiculous",
    "Dag, wij kregen een factuur van €389,50 terwijl we in juli al verhuisd zijn naar Gent.",
    "@kpnwebcare wachtwoord vergeten en de mail komt niet aan, kunnen jullie even kijken?",
    "Weer een storing bij het station, alle schermen zwart. Iemand enig idee hoe laat de trein gaat",
];

fn rule(n: usize) -> Value {
    let topic = TOPICS[n % TOPICS.len()];
    let own = format!("{topic}{n}");
    let words = json!({ "field": "text", "op": "contains_any",
        "value": [own, format!("{topic} product {n}"), format!("campagne{n}")] });
    let channel = json!({ "field": "channel", "op": "eq", "value": CHANNELS[n % CHANNELS.len()] });
    let when = match n % 10 {
        0 if n < 100 => json!({ "all": [
            { "field": "text", "op": "contains_word", "value": topic },
            { "field": "urgency", "op": "at_least", "value": "high" },
        ] }),
        1 => json!({ "all": [channel, { "field": "account", "op": "eq", "value": own }] }),
        2 => json!({ "any": [words, { "field": "tags", "op": "contains", "value": own }] }),
        3 => json!({ "all": [
            { "field": "followers", "op": "ge", "value": 10_000 + n },
            { "not": { "field": "author_flags", "op": "contains", "value": "employee" } },
            words,
        ] }),
        4 => json!({ "all": [
            { "field": "intent", "op": "eq", "value": "complaint" },
            { "field": "handles", "op": "contains", "value": own },
        ] }),
        5 => json!({ "all": [
            { "field": "text", "op": "contains_word", "value": topic },
            { "field": "custom.contract", "op": "eq", "value": own },
        ] }),
        6 => {
            json!({ "all": [channel, { "field": "sentiment", "op": "at_most", "value": "neutral" },
            { "field": "visibility", "op": "eq", "value": "public" }, words] })
        }
        _ => json!({ "all": [words, { "field": "language", "op": "in", "value": ["nl", "en"] }] }),
    };
    json!({ "id": format!("rule-{n}"), "order": n, "when": when,
            "then": { "queue": topic, "tags": [topic] } })
}

fn book(size: usize) -> Value {
    Value::Array((0..size).map(rule).collect())
}

fn judged() -> Classification {
    let sure = Confidence::new(0.9);
    Classification::new(
        Detection::new(Language::Dutch, sure),
        Sentiment::new(Judgement::decided(Polarity::Negative, sure, vec![]), -0.7),
        Judgement::decided(Intent::Complaint, sure, vec![]),
        Urgency::new(Judgement::decided(UrgencyLevel::High, sure, vec![]), 55.0),
    )
}

fn mentions() -> Vec<Mention> {
    let mention = |(n, text): (usize, &&str)| {
        Mention::builder(format!("m-{n}"))
            .channel(ChannelKind::from(CHANNELS[n % CHANNELS.len()]))
            .author(Author::handle("@lotte_v"))
            .account("webcare")
            .text(*text)
            .build()
            .unwrap()
    };
    TEXTS.iter().enumerate().map(mention).collect()
}

#[divan::bench(args = SIZES)]
fn decide(bencher: Bencher<'_, '_>, size: usize) {
    let rules = Rules::from_value(&book(size)).unwrap();
    let (mentions, judged) = (mentions(), judged());
    let now = DateTime::<Utc>::UNIX_EPOCH;
    bencher.counter(ItemsCount::new(mentions.len())).bench(|| {
        for mention in &mentions {
            divan::black_box(rules.decide(&Facts::new(mention, &judged, now)));
        }
    });
}

#[divan::bench(args = [10, 100])]
fn explain(bencher: Bencher<'_, '_>, size: usize) {
    let rules = Rules::from_value(&book(size)).unwrap();
    let (mentions, judged) = (mentions(), judged());
    let now = DateTime::<Utc>::UNIX_EPOCH;
    bencher.counter(ItemsCount::new(mentions.len())).bench(|| {
        for mention in &mentions {
            divan::black_box(rules.explain(&Facts::new(mention, &judged, now)));
        }
    });
}

#[divan::bench(args = SIZES, sample_count = 10)]
fn compile(bencher: Bencher<'_, '_>, size: usize) {
    let book = book(size);
    bencher
        .counter(ItemsCount::new(size))
        .bench(|| Rules::from_value(divan::black_box(&book)).unwrap());
}
