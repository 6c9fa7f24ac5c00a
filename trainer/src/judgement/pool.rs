//! All examples, each text once: what several sources know of a text comes together, and a
//! text that judges the model is never learnt.

use super::example::{Example, Label, Labels, Role};
use super::sources::Source;
use crate::folds::FOLDS;
use std::collections::HashMap;

/// The examples in the order of the sources.
#[derive(Debug, Default)]
pub struct Pool {
    examples: Vec<Example>,
    known: HashMap<u64, usize>,
}

impl Pool {
    /// Adds a text of a source.
    pub fn add(&mut self, source: &Source, text: &str, dutch: bool, labels: Labels) {
        let hash = same(text);
        if let Some(at) = self.known.get(&hash) {
            join(&mut self.examples[*at], source, labels);
            return;
        }
        self.known.insert(hash, self.examples.len());
        self.examples.push(Example {
            text: text.to_owned(),
            dutch,
            source: source.name,
            role: source.role,
            labels,
            weights: source.weights,
            judges: source.judges,
            fold: hash % FOLDS,
            source_row: if source.alike { 0 } else { row_of(source.name) },
            other: None,
        });
    }

    /// Adds the answer to one of the questions that only teach.
    pub fn add_other(&mut self, text: &str, dutch: bool, question: usize, answer: Label) {
        let hash = same(text);
        let at = *self.known.entry(hash).or_insert(self.examples.len());
        if at == self.examples.len() {
            self.examples.push(Example {
                text: text.to_owned(),
                dutch,
                source: "other questions",
                role: Role::Lesson,
                labels: [None; 3],
                weights: [0.0; 3],
                judges: [false; 3],
                fold: hash % FOLDS,
                source_row: OTHER_ROW,
                other: None,
            });
        }
        let example = &mut self.examples[at];
        if example.role != Role::Test {
            example.other = Some((question, answer));
        }
    }

    pub fn into_examples(self) -> Vec<Example> {
        self.examples
    }
}

/// Adds what another source knows. What was known first stays, but for an intent that was
/// only narrowed down.
fn join(example: &mut Example, source: &Source, labels: Labels) {
    if example.role == Role::Test {
        return;
    }
    for (task, label) in labels.into_iter().enumerate() {
        let vague = example.labels[task].is_none_or(|known| !known.is_sure());
        if label.is_some() && vague && (example.labels[task].is_none() || !example.judges[task]) {
            example.labels[task] = label;
            example.weights[task] = source.weights[task];
        }
    }
    for (judges, more) in example.judges.iter_mut().zip(source.judges) {
        *judges |= more;
    }
    if source.role == Role::Asked {
        example.role = Role::Asked;
    }
}

/// The rows for sources: this many, before those of features.
pub const SOURCE_ROWS: usize = 1024;

/// The row of all texts of which only other questions were asked.
const OTHER_ROW: u32 = 5;

/// The row of a source.
fn row_of(source: &str) -> u32 {
    1 + (mixed(source) % 997) as u32
}

/// The same for texts that differ only in case and white space.
fn same(text: &str) -> u64 {
    let words: Vec<&str> = text.split_whitespace().collect();
    mixed(&words.join(" ").to_lowercase())
}

fn mixed(text: &str) -> u64 {
    let hash = crate::folds::hash(text.as_bytes()).wrapping_mul(0xd6e8_feb8_6659_fd93);
    hash ^ hash >> 32
}
