//! Reading one condition from a configuration, with all that can be wrong in it.

use super::test::{Quantity, Range, Test, bare};
use super::vocabulary::vocabulary;
use super::words::Pattern;
use super::{Field, FieldKind, Leaf, Operator};
use crate::config::{Node, Table};
use crate::language::Language;
use crate::text::fold;
use serde_json::Value;

/// The most values in one list.
pub(super) const MOST_VALUES: usize = 1_000;
/// The longest word, phrase or name, in bytes.
const LONGEST_VALUE: usize = 256;

/// Reads `field`, `op` and `value`; the rest of the table is the caller's.
pub(super) fn read(table: &mut Table<'_>) -> Option<Leaf> {
    let field = table.read("field", read_field);
    let operator = table.read("op", |node| node.one_of(Operator::NAMED));
    let value = table.get("value");
    let (field, operator) = (field?, operator?);
    let fitting = field.kind().operators();
    if !fitting.contains(&operator) {
        let names: Vec<&str> = fitting.iter().map(|operator| operator.as_str()).collect();
        let message =
            format!("{operator} does not go with {field}; expected one of {}", names.join(", "));
        table.get("op")?.fault(message);
        return None;
    }
    let present = match operator {
        Operator::IsSet => Some(true),
        Operator::IsNotSet => Some(false),
        _ => None,
    };
    if let Some(present) = present {
        if let Some(value) = value {
            value.fault(format!("{operator} takes no value"));
            return None;
        }
        return Some(Leaf::new(field, operator, None, Test::Present(present)));
    }
    let value = match value {
        Some(value) => value,
        None => table.require("value")?,
    };
    let test = match field.kind() {
        FieldKind::Words => read_words(operator, &value),
        FieldKind::Name => read_name(&field, operator, &value),
        FieldKind::Names => read_names(&field, operator, &value),
        FieldKind::Level => read_level(&field, operator, &value),
        FieldKind::Number => read_number(operator, &value),
        FieldKind::Flag => {
            value.boolean().map(|flag| Test::Flag(flag == (operator == Operator::Eq)))
        }
        FieldKind::Instant => {
            let calendar = value.name()?.to_owned();
            Some(Test::Open(operator == Operator::Within, calendar))
        }
        FieldKind::Custom => read_custom(&field, operator, &value),
    }?;
    Some(Leaf::new(field, operator, Some(value.value().clone()), test))
}

fn read_field(node: &Node<'_>) -> Option<Field> {
    if let Some(key) = node.value().as_str().and_then(|name| name.strip_prefix("custom.")) {
        if key.trim().is_empty() {
            node.fault("expected a key after \"custom.\", found none");
            return None;
        }
        return Some(Field::Custom(key.to_owned()));
    }
    node.one_of(Field::NAMED).map(|make| make())
}

/// A text that is not blank and not too long.
fn read_text<'a>(node: &Node<'a>) -> Option<&'a str> {
    let text = node.name()?;
    if text.len() > LONGEST_VALUE {
        node.fault(format!("expected at most {LONGEST_VALUE} bytes, found {}", text.len()));
        return None;
    }
    Some(text)
}

/// The items of a list that is neither empty nor too long.
fn read_list<'a, T>(node: &Node<'a>, read: impl FnMut(&Node<'a>) -> Option<T>) -> Option<Vec<T>> {
    let found = node.value().as_array().map(Vec::len);
    match found {
        Some(0) => {
            node.fault("expected at least one value, found an empty list");
            None
        }
        Some(found) if found > MOST_VALUES => {
            node.fault(format!("expected at most {MOST_VALUES} values, found {found}"));
            None
        }
        _ => node.each(read),
    }
}

/// A list for the operators that take one, one value for the others.
fn read_values<'a, T>(
    operator: Operator,
    node: &Node<'a>,
    mut read: impl FnMut(&Node<'a>) -> Option<T>,
) -> Option<Vec<T>> {
    use Operator::{ContainsAll, ContainsAny, ContainsNone, In, NotIn};
    match operator {
        In | NotIn | ContainsAny | ContainsAll | ContainsNone => read_list(node, read),
        _ => Some(vec![read(node)?]),
    }
}

const fn quantity(operator: Operator) -> Quantity {
    match operator {
        Operator::ContainsAll => Quantity::All,
        Operator::ContainsNone => Quantity::None,
        _ => Quantity::Any,
    }
}

const fn is_positive(operator: Operator) -> bool {
    !matches!(operator, Operator::Ne | Operator::NotIn)
}

fn sorted(mut names: Vec<Box<str>>) -> Vec<Box<str>> {
    names.sort_unstable();
    names.dedup();
    names
}

fn read_words(operator: Operator, node: &Node<'_>) -> Option<Test> {
    let patterns = read_values(operator, node, |node| {
        let pattern = Pattern::of(read_text(node)?);
        if pattern.is_none() {
            node.fault("expected a word, found only punctuation");
        }
        pattern
    })?;
    Some(Test::Words(quantity(operator), patterns))
}

fn read_name(field: &Field, operator: Operator, node: &Node<'_>) -> Option<Test> {
    let names = read_values(operator, node, |node| read_one_name(field, node))?;
    Some(Test::Name(is_positive(operator), sorted(names)))
}

/// A name as it is compared: by its usual word where there are more, folded.
fn read_one_name(field: &Field, node: &Node<'_>) -> Option<Box<str>> {
    let vocabulary = vocabulary(field);
    if let Some(known) = vocabulary.filter(|known| !known.is_open) {
        let words: Vec<(&str, &str)> = known.words.iter().map(|word| (*word, *word)).collect();
        return node.one_of(&words).map(Into::into);
    }
    let name = read_text(node)?;
    if *field == Field::Language {
        let language = Language::from_code(name);
        if language == Language::Undetermined {
            node.fault(
                "expected the code of a language, such as nl; what could not be told is is_not_set",
            );
            return None;
        }
        return Some(language.as_str().into());
    }
    let usual = vocabulary.map_or_else(|| name.to_owned(), |known| (known.usual)(name));
    Some(fold(bare(field, &usual)).into())
}

fn read_names(field: &Field, operator: Operator, node: &Node<'_>) -> Option<Test> {
    let sigil = match field {
        Field::Handles => Some('@'),
        Field::Hashtags => Some('#'),
        _ => None,
    };
    let Some(sigil) = sigil else {
        let names = read_values(operator, node, |node| read_one_name(field, node))?;
        return Some(Test::Names(quantity(operator), sorted(names)));
    };
    let patterns = read_values(operator, node, |node| {
        read_text(node).map(|name| Pattern::marked(sigil, name.trim()))
    })?;
    Some(Test::Words(quantity(operator), patterns))
}

fn read_level(field: &Field, operator: Operator, node: &Node<'_>) -> Option<Test> {
    let words = vocabulary(field)?.words;
    let steps: Vec<(&str, usize)> = words.iter().copied().zip(0..).collect();
    let named = read_values(operator, node, |node| node.one_of(&steps))?;
    let passes = |step: usize| match operator {
        Operator::AtLeast => named.iter().all(|least| step >= *least),
        Operator::AtMost => named.iter().all(|most| step <= *most),
        _ => named.contains(&step) == is_positive(operator),
    };
    Some(Test::Level((0..words.len()).map(passes).collect()))
}

fn read_number(operator: Operator, node: &Node<'_>) -> Option<Test> {
    const LEAST: f64 = f64::NEG_INFINITY;
    const MOST: f64 = f64::INFINITY;
    let range = |from, to, open| Range { from, to, open };
    if operator == Operator::Between {
        let ends = node.each(Node::number)?;
        let [from, to] = ends[..] else {
            node.fault(format!("expected two numbers, found {}", ends.len()));
            return None;
        };
        if from > to {
            node.fault(format!("expected the lower number first, found {from} before {to}"));
            return None;
        }
        return Some(Test::Number(true, range(from, to, false)));
    }
    let number = node.number()?;
    let range = match operator {
        Operator::Lt => range(LEAST, number, true),
        Operator::Gt => range(number, MOST, true),
        Operator::Le | Operator::AtMost => range(LEAST, number, false),
        Operator::Ge | Operator::AtLeast => range(number, MOST, false),
        _ => range(number, number, false),
    };
    Some(Test::Number(operator != Operator::Ne, range))
}

fn read_custom(field: &Field, operator: Operator, node: &Node<'_>) -> Option<Test> {
    use Operator::{Contains, ContainsAll, ContainsAny, ContainsNone, Eq, In, Ne, NotIn};
    match operator {
        Eq | Ne | In | NotIn => {
            let values = read_values(operator, node, |node| match node.value() {
                Value::String(_) => read_text(node).map(|text| Value::String(text.to_owned())),
                value @ (Value::Bool(_) | Value::Number(_)) => Some(value.clone()),
                _ => {
                    node.fault("expected a text, a number, true or false");
                    None
                }
            })?;
            Some(Test::Custom(is_positive(operator), values))
        }
        Contains | ContainsAny | ContainsAll | ContainsNone => read_names(field, operator, node),
        _ => read_number(operator, node),
    }
}
