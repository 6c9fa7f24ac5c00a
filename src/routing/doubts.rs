//! What is allowed in rules and yet is probably not meant.

use super::index::Index;
use super::test::Test;
use super::vocabulary::vocabulary;
use super::{Condition, Field, Leaf, Rule};
use crate::calendar::Calendars;
use crate::error::Fault;
use serde_json::Value;
use std::sync::Arc;

/// How a rule book was written, which says where its rules stand.
#[derive(Clone, Copy, Debug)]
pub(super) enum Layout {
    /// As a list of rules.
    List,
    /// As a table with the rules under `list`.
    Table,
}

impl Layout {
    fn place(self, rule: &Rule) -> String {
        let index = rule.written().index;
        match self {
            Self::List => format!("rules[{index}]"),
            Self::Table => format!("rules.list[{index}]"),
        }
    }
}

/// All doubts, rule by rule in the order in which they are tried.
pub(super) fn of(rules: &[Arc<Rule>], layout: Layout) -> Vec<Fault> {
    let mut doubts = Vec::new();
    let with_order = rules.iter().filter(|rule| rule.written().has_order).count();
    let is_mixed = with_order > 0 && with_order < rules.len();
    let mut stopper: Option<&Rule> = None;
    for rule in rules {
        let place = layout.place(rule);
        if is_mixed && !rule.written().has_order {
            let message = format!(
                "has no order, while other rules have one; it takes its place in the list, {}",
                rule.order()
            );
            doubts.push(Fault::new(place.clone(), message));
        }
        if let Some(stopper) = stopper.filter(|_| rule.is_enabled()) {
            let message =
                format!("is never reached: \"{}\" always matches and stops", stopper.id());
            doubts.push(Fault::new(place.clone(), message));
        }
        if stopper.is_none() && rule.is_enabled() && rule.stops() && rule.when().is_none() {
            stopper = Some(rule);
        }
        if let Some(field) = Index::impossible(rule) {
            let message = format!("can never match: no value of {field} meets its conditions");
            doubts.push(Fault::new(format!("{place}.when"), message));
        }
        each_leaf(rule, &place, &mut |leaf, path| unknown_words(leaf, path, &mut doubts));
    }
    doubts
}

/// The calendars that `rules` name and `calendars` does not have.
pub(super) fn missing_calendars(
    rules: &[Arc<Rule>],
    layout: Layout,
    calendars: &Calendars,
) -> Vec<Fault> {
    let mut missing = Vec::new();
    for rule in rules {
        each_leaf(rule, &layout.place(rule), &mut |leaf, path| {
            if let Test::Open(_, calendar) = leaf.test()
                && calendars.get(calendar).is_none()
            {
                let message = format!("there is no calendar \"{calendar}\"");
                missing.push(Fault::new(format!("{path}.value"), message));
            }
        });
    }
    missing
}

/// Calls `see` with each leaf of `rule` and where it stands.
fn each_leaf(rule: &Rule, place: &str, see: &mut dyn FnMut(&Leaf, &str)) {
    if let Some(when) = rule.when() {
        walk(when, &format!("{place}.when"), see);
    }
}

fn walk(condition: &Condition, path: &str, see: &mut dyn FnMut(&Leaf, &str)) {
    let (inner, key) = match condition {
        Condition::All(inner) => (inner, "all"),
        Condition::Any(inner) => (inner, "any"),
        Condition::Not(inner) => return walk(inner, &format!("{path}.not"), see),
        Condition::Leaf(leaf) => return see(leaf, path),
    };
    for (index, condition) in inner.iter().enumerate() {
        walk(condition, &format!("{path}.{key}[{index}]"), see);
    }
}

/// Notes each value that is no word of this version where data may bring others.
fn unknown_words(leaf: &Leaf, path: &str, doubts: &mut Vec<Fault>) {
    let field = leaf.field();
    let Some(known) = vocabulary(field).filter(|known| known.is_open && *field != Field::Language)
    else {
        return;
    };
    let mut note = |value: &Value, path: String| {
        let Some(word) = value.as_str() else { return };
        let usual = (known.usual)(word);
        if !known.words.contains(&usual.as_str()) {
            let words = known.words.join(", ");
            let message = format!("\"{usual}\" is not a known value of {field}; known are {words}");
            doubts.push(Fault::new(path, message));
        }
    };
    match leaf.value() {
        Some(Value::Array(values)) => {
            for (index, value) in values.iter().enumerate() {
                note(value, format!("{path}.value[{index}]"));
            }
        }
        Some(value) => note(value, format!("{path}.value")),
        None => {}
    }
}
