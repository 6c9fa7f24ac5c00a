//! What one condition asks of the value of its field, ready to be asked.

use super::view::View;
use super::words::{Lexicon, Pattern};
use super::{Field, FieldKind, Truth};
use crate::text::{TokenKind, fold};
use serde_json::Value;

/// How many of the things that are asked for must be there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Quantity {
    Any,
    All,
    None,
}

/// What is asked of a value. Names are folded and sorted.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Test {
    /// Whether it has a value.
    Present(bool),
    /// Which words stand in it.
    Words(Quantity, Vec<Pattern>),
    /// Whether its name is one of these, or none of them.
    Name(bool, Vec<Box<str>>),
    /// Which of these names are in the set.
    Names(Quantity, Vec<Box<str>>),
    /// Whether its level is one of these.
    Level(Vec<bool>),
    /// Whether it lies in a range, or outside.
    Number(bool, Range),
    /// Whether it is yes.
    Flag(bool),
    /// Whether a calendar is open at it, or closed.
    Open(bool, String),
    /// Whether the host's value is one of these, or none of them.
    Custom(bool, Vec<Value>),
}

/// A range of numbers; its ends belong to it unless `open`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Range {
    pub(super) from: f64,
    pub(super) to: f64,
    pub(super) open: bool,
}

impl Range {
    fn has(self, number: f64) -> bool {
        if self.open {
            number > self.from && number < self.to
        } else {
            (self.from..=self.to).contains(&number)
        }
    }
}

impl Test {
    /// Whether what `view` knows of `field` passes.
    pub(super) fn of(&self, field: &Field, view: &View<'_>) -> Truth {
        match self {
            Self::Present(wanted) => Truth::from(is_present(field, view) == *wanted),
            Self::Words(quantity, patterns) => {
                let Some(words) = view.words(field) else { return Truth::Unknown };
                let mut found = patterns.iter().map(|pattern| words.find(pattern).is_some());
                Truth::from(match quantity {
                    Quantity::Any => found.any(|found| found),
                    Quantity::All => found.all(|found| found),
                    Quantity::None => !found.any(|found| found),
                })
            }
            Self::Name(wanted, names) => {
                Truth::from(view.name(field).map(|name| has(names, bare(field, &name)) == *wanted))
            }
            Self::Names(quantity, names) => Self::of_names(*quantity, names, field, view),
            Self::Level(levels) => {
                let level = view.level(field);
                Truth::from(level.map(|level| levels.get(level).copied().unwrap_or_default()))
            }
            Self::Number(wanted, range) => {
                Truth::from(view.number(field).map(|number| range.has(number) == *wanted))
            }
            Self::Flag(wanted) => Truth::from(view.flag(field).map(|flag| flag == *wanted)),
            Self::Open(wanted, calendar) => {
                Truth::from(view.is_open(field, calendar).map(|open| open == *wanted))
            }
            Self::Custom(wanted, values) => {
                let Field::Custom(key) = field else { return Truth::Unknown };
                let equal = view.custom(key).and_then(|found| equals(found, values));
                Truth::from(equal.map(|equal| equal == *wanted))
            }
        }
    }

    fn of_names(quantity: Quantity, names: &[Box<str>], field: &Field, view: &View<'_>) -> Truth {
        if quantity == Quantity::All {
            let mut missing: Vec<&Box<str>> = names.iter().collect();
            let known = view.names(field, &mut |name| {
                let folded = fold(name);
                missing.retain(|missed| ***missed != *folded);
            });
            return Truth::from(known.map(|()| missing.is_empty()));
        }
        let mut any = false;
        let known = view.names(field, &mut |name| any |= has(names, name));
        Truth::from(known.map(|()| any == (quantity == Quantity::Any)))
    }

    /// Gives the words it looks for their numbers.
    pub(super) fn number(&mut self, lexicon: &mut Lexicon) {
        if let Self::Words(_, patterns) = self {
            for pattern in patterns {
                pattern.number(lexicon);
            }
        }
    }
}

/// The name as it is compared: a handle goes without its mark.
pub(super) fn bare<'n>(field: &Field, name: &'n str) -> &'n str {
    match field {
        Field::AuthorHandle => name.strip_prefix('@').unwrap_or(name),
        _ => name,
    }
}

fn has(names: &[Box<str>], name: &str) -> bool {
    let folded = fold(name);
    names.binary_search_by(|known| (**known).cmp(&*folded)).is_ok()
}

/// Whether `found` is one of `values`; unknown when all of these are of another sort.
fn equals(found: &Value, values: &[Value]) -> Option<bool> {
    let mut same_sort = false;
    for value in values {
        let equal = match (found, value) {
            (Value::String(found), Value::String(value)) => fold(found) == fold(value),
            (Value::Bool(found), Value::Bool(value)) => found == value,
            (Value::Number(found), Value::Number(value)) => found.as_f64() == value.as_f64(),
            _ => continue,
        };
        if equal {
            return Some(true);
        }
        same_sort = true;
    }
    same_sort.then_some(false)
}

fn is_present(field: &Field, view: &View<'_>) -> bool {
    let marked = |kind| view.words(field).is_some_and(|words| words.marked(kind).next().is_some());
    match (field, field.kind()) {
        (Field::Handles, _) => marked(TokenKind::Handle),
        (Field::Hashtags, _) => marked(TokenKind::Tag),
        (Field::Custom(key), _) => view.custom(key).is_some(),
        (_, FieldKind::Words) => view.text(field).is_some(),
        (_, FieldKind::Name) => view.name(field).is_some(),
        (_, FieldKind::Names) => {
            let mut any = false;
            view.names(field, &mut |_| any = true);
            any
        }
        (_, FieldKind::Level) => view.level(field).is_some(),
        (_, FieldKind::Number) => view.number(field).is_some(),
        (_, FieldKind::Flag) => view.flag(field).is_some(),
        (_, FieldKind::Instant) => view.instant(field).is_some(),
        (_, FieldKind::Custom) => false,
    }
}
