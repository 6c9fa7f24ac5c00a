//! Input that wants to do harm: it is refused with a reason, or handled in bounded time.

use super::Judged;
use crate::mention::Mention;
use crate::routing::{Facts, Rules};
use serde_json::{Value, json};

fn faults(when: Value) -> Vec<String> {
    let mut rules = json!([{ "id": "bad", "then": { "queue": "q" } }]);
    rules[0]["when"] = when;
    let error = Rules::from_value(&rules).unwrap_err();
    error.faults().iter().map(ToString::to_string).collect()
}

fn nested(levels: usize) -> Value {
    let leaf = json!({ "field": "text", "op": "contains_word", "value": "gas" });
    let around = |inner| Value::Object(serde_json::Map::from_iter([("not".to_owned(), inner)]));
    (1..levels).fold(leaf, |inner, _| around(inner))
}

#[test]
fn deep_nesting_is_refused() {
    assert!(
        Rules::from_value(&json!([{ "id": "ok", "when": nested(32), "then": { "queue": "q" } }]))
            .is_ok()
    );
    for levels in [33, 2_000] {
        let place = format!("rules[0].when{}", ".not".repeat(32));
        assert_eq!(
            faults(nested(levels)),
            [format!("{place}: expected at most 32 conditions inside each other")]
        );
    }
}

#[test]
fn a_rule_has_a_thousand_conditions_at_most() {
    let many = |count: usize| json!({ "any": vec![nested(1); count] });
    assert!(
        Rules::from_value(&json!([{ "id": "ok", "when": many(1_000), "then": { "queue": "q" } }]))
            .is_ok()
    );
    for count in [1_001, 100_000] {
        assert_eq!(
            faults(many(count)),
            ["rules[0].when: expected at most 1000 conditions, found more"]
        );
    }
}

#[test]
fn lists_values_and_books_are_bounded() {
    let any = |value: Value| json!({ "field": "text", "op": "contains_any", "value": value });
    assert_eq!(
        faults(any(json!(vec!["gas"; 1_001]))),
        ["rules[0].when.value: expected at most 1000 values, found 1001"]
    );
    assert_eq!(
        faults(any(json!(["g".repeat(257)]))),
        ["rules[0].when.value[0]: expected at most 256 bytes, found 257"]
    );
    let many = Value::Array(vec![json!({ "id": "x" }); 100_001]);
    let error = Rules::from_value(&many).unwrap_err();
    assert_eq!(error.to_string(), "rules: expected at most 100000 rules, found 100001");
}

#[test]
fn a_long_text_is_decided_on() {
    let rules = Rules::from_value(&json!([
        { "id": "phrase", "then": { "tags": ["a"] }, "when":
            { "field": "text", "op": "phrase", "value": "gas gas gas gas gas gas gas lek" } },
        { "id": "word", "then": { "tags": ["b"] }, "when":
            { "field": "text", "op": "contains_any", "value": ["aaaa", "gas"] } },
        { "id": "none", "then": { "tags": ["c"] }, "when":
            { "field": "text", "op": "contains_none", "value": ["gas"] } },
    ]))
    .unwrap();
    let judged = Judged::default().classification();
    for (text, tags) in [
        ("gas ".repeat(250_000), vec!["b"]),
        ("a".repeat(1_000_000), vec!["c"]),
        ("\u{200d}".repeat(300_000), vec!["c"]),
        ("e\u{301}".repeat(300_000), vec!["c"]),
        ("@".repeat(1_000_000), vec!["c"]),
        ("!".repeat(1_000_000), vec!["c"]),
    ] {
        let mention = Mention::builder("m").text(text).build().unwrap();
        let facts = Facts::new(&mention, &judged, chrono::DateTime::UNIX_EPOCH);
        let decision = rules.decide(&facts);
        assert_eq!(decision.tags().iter().collect::<Vec<_>>(), tags);
    }
}

#[test]
fn rules_of_the_wrong_shape_are_refused() {
    for value in [
        json!(null),
        json!("rules"),
        json!(3),
        json!([null]),
        json!([[]]),
        json!({ "list": {} }),
        json!([{ "id": "a", "when": [] }]),
        json!([{ "id": "a", "when": { "all": { "any": [] } } }]),
        json!([{ "id": 1, "then": [], "stop": "no" }]),
    ] {
        assert!(Rules::from_value(&value).unwrap_err().is_invalid(), "{value}");
    }
}
