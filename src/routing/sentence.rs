//! What a check came to, in words that a coordinator can read.

use super::{Check, Field, FieldKind, Found, Operator, Quote, Truth};
use crate::judgement::Place;
use serde_json::Value;

/// The most values that a sentence names.
const MOST_NAMED: usize = 8;

/// The sentence for `check`, without a full stop.
pub(super) fn of(check: &Check<'_>) -> String {
    let (leaf, found) = (check.leaf(), check.found());
    let (field, operator) = (leaf.field(), leaf.operator());
    let holds = check.truth().is_true();
    let label = match field {
        Field::Custom(key) => format!("'{key}'"),
        plain => plain.label().to_owned(),
    };
    let are = |relation: &str| {
        if field.kind() == FieldKind::Names { plural(relation) } else { relation.to_owned() }
    };
    let whether = if field.kind() == FieldKind::Flag { "whether " } else { "" };
    if matches!(operator, Operator::IsSet | Operator::IsNotSet) {
        return format!("{whether}{label} {}", are(operator.phrase(holds)));
    }
    let asked = leaf.value().map(written).unwrap_or_default();
    if check.truth() == Truth::Unknown {
        return match found {
            Found::Instant(_) => format!("the calendar {asked} does not tell"),
            Found::Value(found) => {
                format!("{label} is {}, which can't be compared with {asked}", written(found))
            }
            _ => format!("{whether}{label} {}", are("is not known")),
        };
    }
    let relation = operator.phrase(holds);
    match found {
        Found::Flag(true) => label,
        Found::Flag(false) => label.replacen(" is ", " is not ", 1),
        Found::Instant(_) => format!("{label} {relation} {asked}"),
        Found::Words(quotes) => {
            let quotes: Vec<String> = quotes.iter().map(quoted).collect();
            let quotes = listed(&quotes, " and ");
            match (quotes.is_empty(), operator) {
                (true, _) => format!("{label} {} {asked}", are(relation)),
                (false, Operator::ContainsAll) if !holds => {
                    format!("{label} {} {asked}, only {quotes}", are(relation))
                }
                (false, _) => format!("{label} {} {quotes}", are("has")),
            }
        }
        Found::Names(names) if names.is_empty() => format!("{label} are none"),
        Found::Names(names) => {
            format!("{label}, {}, {} {asked}", listed(names, ", "), are(relation))
        }
        found => {
            let found = value(found);
            if operator == Operator::Eq && holds {
                format!("{label} is {found}")
            } else {
                format!("{label} is {found}, which {relation} {asked}")
            }
        }
    }
}

fn plural(relation: &str) -> String {
    for (one, many) in [("does not have", "do not have"), ("has", "have"), ("is", "are")] {
        if let Some(rest) = relation.strip_prefix(one) {
            return format!("{many}{rest}");
        }
    }
    relation.to_owned()
}

/// The words and where they stand, for instance `'gas' (8..11)`.
fn quoted(quote: &Quote) -> String {
    match quote.place() {
        Place::Text { start, end } | Place::Title { start, end } => {
            format!("'{}' ({start}..{end})", quote.words())
        }
        Place::Fact => format!("'{}'", quote.words()),
    }
}

fn value(found: &Found) -> String {
    match found {
        Found::Name(name) => name.clone(),
        Found::Number(number) => number.to_string(),
        Found::Value(value) => written(value),
        _ => String::new(),
    }
}

/// A value as it was written, texts between quotes, lists with commas.
fn written(value: &Value) -> String {
    match value {
        Value::String(text) => format!("'{text}'"),
        Value::Array(items) => listed(&items.iter().map(written).collect::<Vec<_>>(), ", "),
        other => other.to_string(),
    }
}

/// The first few of `items`, and how many more there are.
fn listed(items: &[String], between: &str) -> String {
    let named: Vec<&str> = items.iter().take(MOST_NAMED).map(String::as_str).collect();
    let named = named.join(between);
    match items.len().saturating_sub(MOST_NAMED) {
        0 => named,
        more => format!("{named} and {more} more"),
    }
}
