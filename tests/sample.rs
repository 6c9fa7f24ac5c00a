//! The sample: how far the judgements agree with those of an experienced agent.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test says what is wrong by failing, and reports by printing"
)]

use serde_json::Value;
use std::collections::BTreeMap;
use webcare::desk::Desk;
use webcare::mention::{JsonLines, Mention};

const SAMPLE: &str = include_str!("../examples/data/sample.jsonl");
const EXPECTED: &str = include_str!("../examples/data/expected.jsonl");

/// The least agreement, in percent of what is expected, below which something broke.
const LEAST: [(&str, usize); 4] =
    [("language", 97), ("sentiment", 84), ("intent", 75), ("urgency", 80)];

fn mentions() -> BTreeMap<String, Mention> {
    let records = JsonLines::new(SAMPLE.as_bytes()).map(|line| line.expect("a line that reads"));
    let mentions = records.map(webcare::mention::Record::into_mention);
    mentions.map(|mention| (mention.id().to_string(), mention)).collect()
}

/// What the desk says under `key`, in the words of the labels.
fn judged(desk: &Desk, mention: &Mention, key: &str) -> String {
    let judged = desk.judge(mention);
    let word = match key {
        "language" => match judged.language().language().as_str() {
            code @ ("nl" | "en") => Some(code.to_owned()),
            _ => Some("other".to_owned()),
        },
        "sentiment" => judged.sentiment().polarity().map(|label| label.to_string()),
        "intent" => judged.intent().label().map(ToString::to_string),
        _ => judged.urgency().level().map(|label| label.to_string()),
    };
    word.unwrap_or_else(|| "undetermined".to_owned())
}

#[test]
fn judgements_of_the_sample_agree_with_an_agent() {
    let desk = Desk::builder().build().unwrap();
    let mentions = mentions();
    for (key, least) in LEAST {
        let (mut agreed, mut asked) = (0, 0);
        for line in EXPECTED.lines() {
            let expected: Value = serde_json::from_str(line).unwrap();
            let Some(label) = expected[key].as_str() else { continue };
            let id = expected["id"].as_str().unwrap();
            let found = judged(&desk, &mentions[id], key);
            asked += 1;
            if found == label {
                agreed += 1;
            } else {
                println!("{id} {key}: {found}, an agent says {label}");
            }
        }
        println!("sample {key}: {agreed} of {asked}");
        assert!(agreed * 100 >= asked * least, "{key}: only {agreed} of {asked} agree");
    }
}

#[test]
fn the_sample_shows_every_channel() {
    let found: Vec<String> =
        mentions().values().map(|mention| mention.channel().to_string()).collect();
    for channel in webcare::mention::ChannelKind::WORDS.iter().filter(|word| **word != "unknown") {
        assert!(found.iter().any(|word| word == channel), "no mention on {channel}");
    }
}
