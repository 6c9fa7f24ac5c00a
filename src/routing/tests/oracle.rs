//! A second evaluator, as plain as can be: it works on the rules as they are written,
//! looks at every rule, and reads the text anew for every condition.

use crate::routing::{Facts, Truth};
use crate::text::{TokenKind, fold, tokens};
use serde_json::Value;

/// What the oracle says of one rule: the outcome of each leaf, and its verdict.
pub(super) struct Told {
    pub(super) id: String,
    pub(super) leaves: Vec<Truth>,
    pub(super) verdict: &'static str,
}

/// Every rule of `rules`, which are written in their order.
pub(super) fn tell(rules: &Value, facts: &Facts<'_>) -> Vec<Told> {
    let mut stopped = false;
    let mut told = Vec::new();
    for rule in rules["list"].as_array().unwrap() {
        let mut leaves = Vec::new();
        let verdict = if rule["enabled"] == false {
            "disabled"
        } else if stopped {
            "not_reached"
        } else {
            let truth = rule.get("when").map_or(Some(true), |when| holds(when, facts, &mut leaves));
            stopped = truth == Some(true) && rule["stop"] == true;
            match truth {
                Some(true) => "matched",
                Some(false) => "not_matched",
                None => "unknown",
            }
        };
        told.push(Told { id: rule["id"].as_str().unwrap().to_owned(), leaves, verdict });
    }
    told
}

fn holds(condition: &Value, facts: &Facts<'_>, leaves: &mut Vec<Truth>) -> Option<bool> {
    let mut each = |list: &Value| -> Vec<Option<bool>> {
        list.as_array().unwrap().iter().map(|inner| holds(inner, facts, leaves)).collect()
    };
    if let Some(list) = condition.get("all") {
        let outcomes = each(list);
        return if outcomes.contains(&Some(false)) {
            Some(false)
        } else if outcomes.contains(&None) {
            None
        } else {
            Some(true)
        };
    }
    if let Some(list) = condition.get("any") {
        let outcomes = each(list);
        return if outcomes.contains(&Some(true)) {
            Some(true)
        } else if outcomes.contains(&None) {
            None
        } else {
            Some(false)
        };
    }
    if let Some(inner) = condition.get("not") {
        return holds(inner, facts, leaves).map(|truth| !truth);
    }
    let truth = leaf(condition, facts);
    leaves.push(Truth::from(truth));
    truth
}

fn leaf(leaf: &Value, facts: &Facts<'_>) -> Option<bool> {
    let field = leaf["field"].as_str().unwrap();
    let op = leaf["op"].as_str().unwrap();
    let value = &leaf["value"];
    let values: Vec<&str> = match value {
        Value::Array(values) => values.iter().filter_map(Value::as_str).collect(),
        one => one.as_str().into_iter().collect(),
    };
    match op {
        "is_set" => return Some(is_set(field, facts)),
        "is_not_set" => return Some(!is_set(field, facts)),
        _ => {}
    }
    let mention = facts.mention();
    let judged = facts.classification();
    match field {
        "text" | "title" | "author_name" => {
            let text = match field {
                "text" => mention.text(),
                "title" => mention.title()?,
                _ => mention.author().name.as_deref()?,
            };
            let found = values.iter().filter(|pattern| stands_in(pattern, text)).count();
            Some(counted(op, found, values.len()))
        }
        "handles" | "hashtags" => {
            let kind = if field == "handles" { TokenKind::Handle } else { TokenKind::Tag };
            let named: Vec<String> = tokens(mention.text())
                .filter(|token| token.kind() == kind)
                .map(|token| fold(&token.text()[1..]).into_owned())
                .collect();
            let found = values.iter().filter(|value| named.contains(&fold(value).into_owned()));
            Some(counted(op, found.count(), values.len()))
        }
        "tags" => {
            let names: Vec<String> =
                mention.tags().iter().map(|tag| fold(tag).into_owned()).collect();
            let found = values.iter().filter(|value| names.contains(&fold(value).into_owned()));
            Some(counted(op, found.count(), values.len()))
        }
        "channel" | "account" | "language" | "intent" => {
            let name = match field {
                "channel" => Some(mention.channel().as_str()).filter(|name| *name != "unknown"),
                "account" => mention.account(),
                "language" => {
                    return Some(judged.language().language().as_str().to_owned())
                        .filter(|code| code != "und")
                        .map(|code| values.contains(&code.as_str()) == matches!(op, "eq" | "in"));
                }
                _ => judged.intent().label().map(|intent| intent.as_str()),
            }?;
            let named = values.iter().any(|value| fold(value) == fold(name));
            Some(named == matches!(op, "eq" | "in"))
        }
        "sentiment" => {
            let steps = ["negative", "neutral", "positive"];
            let found = judged.sentiment().polarity()?.as_str();
            Some(step(&steps, op, found, &values))
        }
        "urgency" => {
            let steps = ["low", "normal", "high", "critical"];
            let found = judged.urgency().level()?.as_str();
            Some(step(&steps, op, found, &values))
        }
        "followers" => {
            #[expect(clippy::cast_precision_loss, reason = "small numbers in tests")]
            let found = mention.author().reach.followers? as f64;
            let ends: Vec<f64> = match value {
                Value::Array(ends) => ends.iter().map(|end| end.as_f64().unwrap()).collect(),
                one => vec![one.as_f64().unwrap()],
            };
            #[expect(clippy::float_cmp, reason = "whole numbers")]
            Some(match op {
                "eq" => found == ends[0],
                "ne" => found != ends[0],
                "lt" => found < ends[0],
                "le" | "at_most" => found <= ends[0],
                "gt" => found > ends[0],
                "ge" | "at_least" => found >= ends[0],
                _ => ends[0] <= found && found <= ends[1],
            })
        }
        "verified" => {
            let found = mention.author().reach.verified?;
            Some((found == value.as_bool().unwrap()) == (op == "eq"))
        }
        "custom.segment" => {
            let found = mention.custom().get("segment")?.as_str()?;
            let named = values.iter().any(|value| fold(value) == fold(found));
            Some(named == matches!(op, "eq" | "in"))
        }
        other => panic!("the oracle does not know {other}"),
    }
}

fn is_set(field: &str, facts: &Facts<'_>) -> bool {
    let mention = facts.mention();
    let judged = facts.classification();
    let has = |kind| tokens(mention.text()).any(|token| token.kind() == kind);
    match field {
        "text" => !mention.text().trim().is_empty(),
        "title" => mention.title().is_some_and(|title| !title.trim().is_empty()),
        "author_name" => mention.author().name.as_ref().is_some_and(|name| !name.trim().is_empty()),
        "handles" => has(TokenKind::Handle),
        "hashtags" => has(TokenKind::Tag),
        "tags" => !mention.tags().is_empty(),
        "channel" => mention.channel().as_str() != "unknown",
        "account" => mention.account().is_some(),
        "language" => judged.language().language().as_str() != "und",
        "intent" => judged.intent().label().is_some(),
        "sentiment" => judged.sentiment().polarity().is_some(),
        "urgency" => judged.urgency().level().is_some(),
        "followers" => mention.author().reach.followers.is_some(),
        "verified" => mention.author().reach.verified.is_some(),
        "custom.segment" => mention.custom().get("segment").is_some_and(|value| !value.is_null()),
        other => panic!("the oracle does not know {other}"),
    }
}

fn counted(op: &str, found: usize, asked: usize) -> bool {
    match op {
        "contains_all" => found == asked,
        "contains_none" => found == 0,
        _ => found > 0,
    }
}

fn step(steps: &[&str], op: &str, found: &str, values: &[&str]) -> bool {
    let at = |word: &str| steps.iter().position(|step| *step == word).unwrap();
    match op {
        "at_least" => at(found) >= at(values[0]),
        "at_most" => at(found) <= at(values[0]),
        "eq" | "in" => values.contains(&found),
        _ => !values.contains(&found),
    }
}

/// Whether the words of `pattern` stand in `text` next to each other, in one sentence.
fn stands_in(pattern: &str, text: &str) -> bool {
    let mut sentence: Vec<String> = Vec::new();
    let mut sentences = Vec::new();
    for token in tokens(text) {
        if token.kind() != TokenKind::Punctuation {
            sentence.push(fold(token.text()).into_owned());
        } else if token.text().contains(['.', '!', '?', '…']) {
            sentences.push(std::mem::take(&mut sentence));
        }
    }
    sentences.push(sentence);
    let wanted: Vec<String> = tokens(pattern)
        .filter(|token| token.kind() != TokenKind::Punctuation)
        .map(|token| fold(token.text()).into_owned())
        .collect();
    let is = |word: &String, wanted: &String| {
        word == wanted || *word == format!("{wanted}'s") || *word == format!("{wanted}'")
    };
    sentences.iter().any(|words| {
        words
            .windows(wanted.len())
            .any(|window| window.iter().zip(&wanted).all(|(word, wanted)| is(word, wanted)))
    })
}
