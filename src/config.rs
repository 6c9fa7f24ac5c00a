//! From a configuration that a person wrote, in whatever format, to typed values.
//!
//! serde stops at the first fault. A person who writes thirty rules wants all faults at
//! once, each with its place, so configuration is first taken as a tree of
//! [`serde_json::Value`] and then walked: a [`Node`] knows its path, reads what it can
//! and notes what it can't. [`load`] turns the notes into one [`Error`].

use crate::error::{Error, Fault};
use serde_json::{Map, Value};
use std::cell::RefCell;

/// Reads `value` with `read`, naming its top level `name` in paths.
///
/// `read` returns `None` only where it has noted a fault.
pub(crate) fn load<T>(
    name: &str,
    value: &Value,
    read: impl FnOnce(&Node<'_>) -> Option<T>,
) -> Result<T, Error> {
    let faults = RefCell::new(Vec::new());
    let result = read(&Node { value, path: name.to_owned(), faults: &faults });
    let faults = faults.into_inner();
    match result {
        Some(result) if faults.is_empty() => Ok(result),
        _ => Err(Error::invalid(faults)),
    }
}

/// Gives a configuration type its two ways in, beside its own `fn read(&Node) ->
/// Option<Self>`: `from_value`, which tells all faults apart, and serde's `Deserialize`,
/// whose error message lists them.
macro_rules! configured {
    ($type:ty, $name:literal) => {
        impl $type {
            /// Reads it from a tree of values; the format is described on the type.
            ///
            /// # Errors
            /// Every fault at once, each with its path.
            pub fn from_value(value: &serde_json::Value) -> Result<Self, crate::Error> {
                crate::config::load($name, value, Self::read)
            }
        }

        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let value = serde_json::Value::deserialize(deserializer)?;
                Self::from_value(&value).map_err(serde::de::Error::custom)
            }
        }
    };
}

pub(crate) use configured;

/// One place in a configuration.
#[derive(Clone, Debug)]
pub(crate) struct Node<'a> {
    value: &'a Value,
    path: String,
    faults: &'a RefCell<Vec<Fault>>,
}

impl<'a> Node<'a> {
    /// What stands here.
    pub(crate) fn value(&self) -> &'a Value {
        self.value
    }

    /// Notes that what stands here is wrong.
    pub(crate) fn fault(&self, message: impl Into<String>) {
        self.faults.borrow_mut().push(Fault::new(self.path.clone(), message));
    }

    /// Notes what was found wrong when parts were put together; the faults bring their
    /// own paths.
    pub(crate) fn note(&self, faults: &[Fault]) {
        self.faults.borrow_mut().extend_from_slice(faults);
    }

    fn expected(&self, what: &str) {
        self.fault(format!("expected {what}, found {}", describe(self.value)));
    }

    /// A table (an object); its unknown keys are noted by [`Table::finish`].
    pub(crate) fn table(&self) -> Option<Table<'a>> {
        if let Value::Object(map) = self.value {
            Some(Table { node: self.clone(), map, known: Vec::new() })
        } else {
            self.expected("a table");
            None
        }
    }

    /// The entries of a table whose keys the writer chooses.
    pub(crate) fn entries(&self) -> Option<Vec<(&'a str, Self)>> {
        if let Value::Object(map) = self.value {
            Some(map.iter().map(|(key, value)| (key.as_str(), self.at_key(key, value))).collect())
        } else {
            self.expected("a table");
            None
        }
    }

    /// The items of a list.
    pub(crate) fn list(&self) -> Option<Vec<Self>> {
        if let Value::Array(items) = self.value {
            let at = |(index, value)| Node {
                value,
                path: format!("{}[{index}]", self.path),
                faults: self.faults,
            };
            Some(items.iter().enumerate().map(at).collect())
        } else {
            self.expected("a list");
            None
        }
    }

    /// Every item of a list read with `read`; `None` when one of them could not be read,
    /// after all have been tried.
    pub(crate) fn each<T>(&self, mut read: impl FnMut(&Self) -> Option<T>) -> Option<Vec<T>> {
        let items: Vec<Option<T>> = self.list()?.iter().map(&mut read).collect();
        items.into_iter().collect()
    }

    /// A text.
    pub(crate) fn string(&self) -> Option<&'a str> {
        let text = self.value.as_str();
        if text.is_none() {
            self.expected("a text");
        }
        text
    }

    /// A text that is not blank.
    pub(crate) fn name(&self) -> Option<&'a str> {
        let text = self.string()?;
        if text.trim().is_empty() {
            self.fault("expected a name, found a blank text");
            return None;
        }
        Some(text)
    }

    /// Yes or no.
    pub(crate) fn boolean(&self) -> Option<bool> {
        let value = self.value.as_bool();
        if value.is_none() {
            self.expected("true or false");
        }
        value
    }

    /// A whole number.
    pub(crate) fn integer(&self) -> Option<i64> {
        let value = self.value.as_i64();
        if value.is_none() {
            self.expected("a whole number");
        }
        value
    }

    /// A number.
    pub(crate) fn number(&self) -> Option<f64> {
        let value = self.value.as_f64();
        if value.is_none() {
            self.expected("a number");
        }
        value
    }

    /// One of the words of a closed set; a near miss is suggested.
    pub(crate) fn one_of<T: Copy>(&self, words: &[(&str, T)]) -> Option<T> {
        let found = self.string()?;
        if let Some((_, value)) = words.iter().find(|(word, _)| *word == found) {
            return Some(*value);
        }
        let known: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
        self.fault(format!("unknown value \"{}\"; {}", clip(found), known_words(found, &known)));
        None
    }

    fn at_key(&self, key: &str, value: &'a Value) -> Self {
        let path =
            if self.path.is_empty() { key.to_owned() } else { format!("{}.{key}", self.path) };
        Node { value, path, faults: self.faults }
    }
}

/// A table whose keys are known.
#[derive(Debug)]
pub(crate) struct Table<'a> {
    node: Node<'a>,
    map: &'a Map<String, Value>,
    known: Vec<&'static str>,
}

impl<'a> Table<'a> {
    /// What stands under `key`, if anything does. A null counts as absent.
    pub(crate) fn get(&mut self, key: &'static str) -> Option<Node<'a>> {
        self.known.push(key);
        let value = self.map.get(key).filter(|value| !value.is_null())?;
        Some(self.node.at_key(key, value))
    }

    /// What stands under `key`; its absence is a fault.
    pub(crate) fn require(&mut self, key: &'static str) -> Option<Node<'a>> {
        let found = self.get(key);
        if found.is_none() {
            self.node.fault(format!("\"{key}\" is missing"));
        }
        found
    }

    /// What `read` makes of `key`, which must be there; `None` when a fault was noted.
    pub(crate) fn read<T>(
        &mut self,
        key: &'static str,
        read: impl FnOnce(&Node<'a>) -> Option<T>,
    ) -> Option<T> {
        read(&self.require(key)?)
    }

    /// What `read` makes of `key`, or `default` where it is absent; `None` when a fault
    /// was noted.
    pub(crate) fn read_or<T>(
        &mut self,
        key: &'static str,
        default: T,
        read: impl FnOnce(&Node<'a>) -> Option<T>,
    ) -> Option<T> {
        match self.get(key) {
            None => Some(default),
            Some(node) => read(&node),
        }
    }

    /// Notes every key that was never asked for.
    pub(crate) fn finish(self) {
        for (key, value) in self.map {
            if !self.known.contains(&key.as_str()) {
                let hint = known_words(key, &self.known);
                self.node.at_key(key, value).fault(format!("unknown key; {hint}"));
            }
        }
    }
}

fn describe(value: &Value) -> String {
    match value {
        Value::Null => "nothing".to_owned(),
        Value::Bool(value) => value.to_string(),
        Value::Number(number) => format!("the number {number}"),
        Value::String(text) => format!("the text \"{}\"", clip(text)),
        Value::Array(items) => format!("a list of {}", items.len()),
        Value::Object(map) => format!("a table of {}", map.len()),
    }
}

/// At most forty characters of a text that came from outside.
fn clip(text: &str) -> String {
    const LONGEST: usize = 40;
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}

fn known_words(found: &str, known: &[&str]) -> String {
    match nearest(found, known) {
        Some(word) => format!("did you mean \"{word}\"?"),
        None => format!("expected one of {}", known.join(", ")),
    }
}

/// The known word that is at most two edits away, if there is one.
pub(crate) fn nearest<'k>(found: &str, known: &[&'k str]) -> Option<&'k str> {
    const FARTHEST: usize = 2;
    const LONGEST: usize = 64;
    if found.len() > LONGEST {
        return None;
    }
    let distances = known.iter().map(|word| (edits(found, word), *word));
    let (distance, word) = distances.min_by_key(|(distance, _)| *distance)?;
    (distance <= FARTHEST && distance < word.chars().count()).then_some(word)
}

/// Levenshtein distance, by rows.
fn edits(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, left) in a.chars().enumerate() {
        let mut diagonal = i;
        let mut previous = i + 1;
        for (cell, right) in row.iter_mut().skip(1).zip(&b) {
            let replaced = diagonal + usize::from(left != *right);
            diagonal = *cell;
            previous = replaced.min(*cell + 1).min(previous + 1);
            *cell = previous;
        }
        if let Some(first) = row.first_mut() {
            *first = i + 1;
        }
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn faults(value: &Value, read: impl FnOnce(&Node<'_>) -> Option<()>) -> Vec<String> {
        load("desk", value, read).unwrap_err().faults().iter().map(Fault::to_string).collect()
    }

    #[test]
    fn all_faults_come_at_once_each_with_its_place() {
        let value = json!({ "nmae": "x", "sizes": [1, "two", 3.5], "on": "yes" });
        let found = faults(&value, |node| {
            let mut table = node.table()?;
            let name = table.read("name", |name| name.name().map(str::to_owned));
            let sizes = table.read("sizes", |sizes| sizes.each(Node::integer));
            let on = table.read_or("on", false, Node::boolean);
            let off = table.read_or("off", false, Node::boolean);
            table.finish();
            name.zip(sizes).zip(on).zip(off).map(drop)
        });
        assert_eq!(
            found,
            [
                "desk: \"name\" is missing",
                "desk.sizes[1]: expected a whole number, found the text \"two\"",
                "desk.sizes[2]: expected a whole number, found the number 3.5",
                "desk.on: expected true or false, found the text \"yes\"",
                "desk.nmae: unknown key; did you mean \"name\"?",
            ]
        );
    }

    #[test]
    fn a_near_miss_is_suggested_and_a_far_one_lists_what_is_known() {
        let words = [("low", 1), ("normal", 2), ("urgent", 3)];
        let miss = |word: &str| faults(&json!(word), |node| node.one_of(&words).map(|_| ()));
        assert_eq!(miss("urgnet"), ["desk: unknown value \"urgnet\"; did you mean \"urgent\"?"]);
        assert_eq!(
            miss("yesterday"),
            ["desk: unknown value \"yesterday\"; expected one of low, normal, urgent"]
        );
    }

    #[test]
    fn edits_are_counted_as_levenshtein_does() {
        for (a, b, distance) in
            [("", "", 0), ("", "abc", 3), ("kitten", "sitting", 3), ("é", "e", 1), ("ab", "ba", 2)]
        {
            assert_eq!(edits(a, b), distance, "{a} {b}");
            assert_eq!(edits(b, a), distance, "{b} {a}");
        }
    }
}
