//! Random rules on random mentions: the indexed evaluator does what the plain one does.

use super::{Judged, oracle};
use crate::mention::{Author, Mention, Reach};
use crate::routing::{Facts, Rules};
use crate::{Priority, classify};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};

const WORDS: [&str; 10] = [
    "ns",
    "trein",
    "geen",
    "internet",
    "Geïrriteerd",
    "storing",
    "@ns_online",
    "#staking",
    "2",
    "😡",
];

fn word_leaf() -> impl Strategy<Value = Value> {
    let one = prop_oneof![
        select(&WORDS[..]).prop_map(str::to_owned),
        vec(select(&WORDS[..]), 2..4).prop_map(|words| words.join(" ")),
    ];
    let field = select(&["text", "title", "author_name"][..]);
    prop_oneof![
        (field.clone(), select(&["contains_word", "phrase"][..]), one.clone())
            .prop_map(|(field, op, value)| json!({ "field": field, "op": op, "value": value })),
        (field, select(&["contains_any", "contains_all", "contains_none"][..]), vec(one, 1..4))
            .prop_map(|(field, op, value)| json!({ "field": field, "op": op, "value": value })),
    ]
}

fn set_leaf() -> impl Strategy<Value = Value> {
    let names = ["vip", "Crisis", "ns_online", "staking", "NS", "é"];
    let field = select(&["tags", "handles", "hashtags"][..]);
    let op = select(&["contains_any", "contains_all", "contains_none"][..]);
    prop_oneof![
        (field.clone(), op, vec(select(names.to_vec()), 1..4))
            .prop_map(|(field, op, value)| json!({ "field": field, "op": op, "value": value })),
        (field, select(names.to_vec()))
            .prop_map(|(field, value)| json!({ "field": field, "op": "contains", "value": value })),
    ]
}

fn name_leaf() -> impl Strategy<Value = Value> {
    let names = prop_oneof![
        Just(("channel", vec!["x", "review", "hyves", "news"])),
        Just(("account", vec!["NS_online", "ns", "kpn"])),
        Just(("language", vec!["nl", "en", "fr"])),
        Just(("intent", vec!["complaint", "question", "other"])),
        Just(("custom.segment", vec!["zakelijk", "Particulier", "é"])),
        Just(("sentiment", vec!["negative", "neutral", "positive"])),
        Just(("urgency", vec!["low", "normal", "high", "critical"])),
    ];
    names.prop_flat_map(|(field, names)| {
        let single = if matches!(field, "sentiment" | "urgency") {
            vec!["eq", "ne", "at_least", "at_most"]
        } else {
            vec!["eq", "ne"]
        };
        prop_oneof![
            (select(single), select(names.clone()))
                .prop_map(move |(op, value)| json!({ "field": field, "op": op, "value": value })),
            (select(vec!["in", "not_in"]), vec(select(names), 1..3))
                .prop_map(move |(op, value)| json!({ "field": field, "op": op, "value": value })),
        ]
    })
}

fn other_leaf() -> impl Strategy<Value = Value> {
    let fields = [
        "text",
        "title",
        "author_name",
        "handles",
        "hashtags",
        "tags",
        "channel",
        "account",
        "language",
        "intent",
        "sentiment",
        "urgency",
        "followers",
        "verified",
        "custom.segment",
    ];
    let ops = ["eq", "ne", "lt", "le", "gt", "ge", "at_least", "at_most"];
    prop_oneof![
        (select(ops.to_vec()), 0..4_u32)
            .prop_map(|(op, value)| json!({ "field": "followers", "op": op, "value": value })),
        (0..3_u32, 0..3_u32).prop_map(|(from, more)| {
            json!({ "field": "followers", "op": "between", "value": [from, from + more] })
        }),
        (select(vec!["eq", "ne"]), any::<bool>())
            .prop_map(|(op, value)| json!({ "field": "verified", "op": op, "value": value })),
        (select(fields.to_vec()), select(vec!["is_set", "is_not_set"]))
            .prop_map(|(field, op)| json!({ "field": field, "op": op })),
    ]
}

fn condition() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![3 => word_leaf(), 1 => set_leaf(), 3 => name_leaf(), 2 => other_leaf()];
    leaf.prop_recursive(4, 16, 4, |inner| {
        prop_oneof![
            vec(inner.clone(), 1..4).prop_map(|list| json!({ "all": list })),
            vec(inner.clone(), 1..4).prop_map(|list| json!({ "any": list })),
            inner.prop_map(|inner| json!({ "not": inner })),
        ]
    })
}

fn then() -> impl Strategy<Value = Value> {
    let queue = option::of(select(vec!["webcare", "sales", "incidents"]));
    let priority = option::of(select(vec!["low", "high", "urgent"]));
    (queue, priority, vec(select(vec!["a", "b", "c"]), 0..3)).prop_map(|(queue, priority, tags)| {
        json!({ "queue": queue, "priority": priority, "tags": tags, "watchers": ["desk"] })
    })
}

fn rules() -> impl Strategy<Value = Value> {
    let rule = (
        option::weighted(0.95, condition()),
        then(),
        0..5_i64,
        prop::bool::weighted(0.15),
        prop::bool::weighted(0.9),
    );
    vec(rule, 0..12).prop_map(|rules| {
        let list = rules.into_iter().enumerate().map(|(at, (when, then, order, stop, enabled))| {
            json!({ "id": format!("r{at}"), "when": when, "then": then, "order": order,
                    "stop": stop, "enabled": enabled })
        });
        json!({ "fallback": "front", "list": list.collect::<Vec<_>>() })
    })
}

fn text() -> impl Strategy<Value = String> {
    let extra = ["dienst", "NS's", "ns-app", ".", ",", "!", "de"];
    vec(select([&WORDS[..], &extra[..]].concat()), 0..9).prop_map(|words| words.join(" "))
}

fn mention() -> impl Strategy<Value = Mention> {
    let channel = select(vec!["x", "review", "hyves", "unknown", "news"]);
    let author = (option::of(text()), option::of(0..4_u64), option::of(any::<bool>()));
    let account = option::of(select(vec!["ns_ONLINE", "kpn"]));
    let tags = vec(select(vec!["VIP", "crisis", "e"]), 0..3);
    let segment = option::of(prop_oneof![
        Just(json!("Zakelijk")),
        Just(json!("particulier")),
        Just(json!(7)),
        Just(json!(null)),
    ]);
    (text(), option::of(text()), channel, author, account, tags, segment).prop_map(
        |(text, title, channel, (name, followers, verified), account, tags, segment)| {
            let reach = Reach { followers, verified, ..Reach::default() };
            let mut builder = Mention::builder("m")
                .text(text)
                .channel(channel.into())
                .author(Author { name, reach, ..Author::default() });
            if let Some(title) = title {
                builder = builder.title(title);
            }
            if let Some(account) = account {
                builder = builder.account(account);
            }
            for tag in tags {
                builder = builder.tag(tag);
            }
            if let Some(segment) = segment {
                builder = builder.custom("segment", segment);
            }
            builder.build().unwrap()
        },
    )
}

fn judged() -> impl Strategy<Value = Judged> {
    (
        option::of(select(vec!["nl", "en", "fr"])),
        option::of(select(classify::Polarity::ALL.to_vec())),
        option::of(select(classify::Intent::ALL.to_vec())),
        option::of(select(classify::UrgencyLevel::ALL.to_vec())),
    )
        .prop_map(|(language, sentiment, intent, urgency)| Judged {
            language: language.map(crate::language::Language::from_code),
            sentiment,
            intent,
            urgency,
            ..Judged::default()
        })
}

/// Trees of values with the keys and words of rules in any place.
fn anything() -> impl Strategy<Value = Value> {
    let words = [
        "",
        " ",
        "text",
        "followers",
        "custom.a",
        "urgency",
        "contains_any",
        "between",
        "eq",
        "is_set",
        "high",
        "x",
        "?!",
        "\u{200d}",
        "@",
        "#",
    ];
    let leaf = prop_oneof![
        1 => Just(Value::Null),
        1 => any::<bool>().prop_map(Value::from),
        1 => any::<i64>().prop_map(Value::from),
        1 => any::<f64>().prop_map(Value::from),
        4 => select(words.to_vec()).prop_map(Value::from),
    ];
    let keys = [
        "id", "order", "when", "then", "stop", "enabled", "name", "all", "any", "not", "field",
        "op", "value", "queue", "tags", "actions", "data", "list", "fallback", "priority",
    ];
    leaf.prop_recursive(6, 64, 6, move |inner| {
        prop_oneof![
            vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::btree_map(select(keys.to_vec()).prop_map(str::to_owned), inner, 0..6)
                .prop_map(|map| Value::Object(map.into_iter().collect())),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn the_index_does_what_the_oracle_does(
        rules in rules(),
        mention in mention(),
        judged in judged(),
    ) {
        let rules = Rules::from_value(&rules).unwrap();
        let written = serde_json::to_value(&rules).unwrap();
        let judged = judged.classification();
        let facts = Facts::new(&mention, &judged, chrono::DateTime::UNIX_EPOCH);

        let quick = rules.decide(&facts);
        let full = rules.explain(&facts);
        let told = oracle::tell(&written, &facts);

        let traces = full.trace().rules();
        prop_assert_eq!(traces.len(), told.len());
        for (trace, told) in traces.iter().zip(&told) {
            prop_assert_eq!(trace.rule().id(), &told.id);
            prop_assert_eq!(trace.verdict().as_str(), told.verdict, "{}", told.id);
            let truths: Vec<_> = trace.checks().map(|check| check.truth()).collect();
            prop_assert_eq!(&truths, &told.leaves, "{}", told.id);
            prop_assert!(!trace.sentence().is_empty());
        }

        let matched: Vec<_> = full.trace().matched().cloned().collect();
        prop_assert_eq!(quick.trace().rules(), &matched[..]);
        prop_assert_eq!(quick.queue(), full.queue());
        prop_assert_eq!(quick.priority(), full.priority());
        prop_assert_eq!(quick.tags(), full.tags());
        prop_assert_eq!(quick.watchers(), full.watchers());
        prop_assert_eq!(quick.conflicts(), full.conflicts());

        let list = written["list"].as_array().unwrap();
        let of_matched = |key: &str| {
            let ids = told.iter().filter(|told| told.verdict == "matched").map(|told| &told.id);
            let rules = ids.map(|id| list.iter().find(|rule| rule["id"] == **id).unwrap());
            rules.map(|rule| rule["then"][key].clone()).find(|value| !value.is_null())
        };
        let queue = of_matched("queue").unwrap_or_else(|| json!("front"));
        prop_assert_eq!(json!(quick.queue()), queue);
        let usual = match judged.urgency().level().map(classify::UrgencyLevel::as_str) {
            Some("critical") => Priority::Urgent,
            Some("high") => Priority::High,
            Some("low") => Priority::Low,
            _ => Priority::Normal,
        };
        let priority = of_matched("priority").unwrap_or_else(|| json!(usual));
        prop_assert_eq!(json!(quick.priority()), priority);
    }

    #[test]
    fn what_is_written_is_read_back(rules in rules()) {
        let rules = Rules::from_value(&rules).unwrap();
        let written = serde_json::to_value(&rules).unwrap();
        let again = Rules::from_value(&written).unwrap();
        prop_assert_eq!(&again, &rules);
        prop_assert_eq!(serde_json::to_value(&again).unwrap(), written);
    }

    #[test]
    fn whatever_is_given_is_read_or_refused(
        book in anything(),
        when in anything(),
        mention in mention(),
    ) {
        let named = json!([{ "id": "r", "when": when, "then": { "queue": "q" } }]);
        for book in [book, named] {
            match Rules::from_value(&book) {
                Ok(rules) => {
                    let judged = Judged::default().classification();
                    let facts = Facts::new(&mention, &judged, chrono::DateTime::UNIX_EPOCH);
                    let (quick, full) = (rules.decide(&facts), rules.explain(&facts));
                    prop_assert_eq!(quick.queue(), full.queue());
                    prop_assert!(rules.doubts().len() <= 10 * rules.len());
                }
                Err(error) => prop_assert!(!error.faults().is_empty()),
            }
        }
    }
}
