//! A model that is not ours: what a client of such a service could look like. This one
//! answers from a few weighted stems, where a real one would ask over the network.

use std::collections::BTreeMap;
use std::ops::Range;

type Learned = (&'static str, &'static str, f32);

/// What the model has learned: a stem, the label it speaks for, and how much.
const LEARNED: &[Learned] = &[
    ("verhui", "moving house", 3.0),
    ("moving", "moving house", 3.0),
    ("adres", "moving house", 1.0),
    ("lek", "leak", 2.5),
    ("water", "leak", 0.6),
    ("loopt", "leak", 1.2),
    ("bill", "bill is wrong", 1.8),
    ("twice", "bill is wrong", 1.4),
    ("rekening", "bill is wrong", 1.8),
    ("meterstand", "meter reading", 3.0),
];

/// What the model says of a text.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) label: &'static str,
    pub(crate) probability: f32,
    pub(crate) words: Vec<Word>,
}

/// A word that decided, and its share.
#[derive(Debug)]
pub(crate) struct Word {
    pub(crate) range: Range<usize>,
    pub(crate) share: f32,
}

/// The connection to the model.
#[derive(Debug)]
pub(crate) struct Service {
    learned: &'static [Learned],
}

impl Service {
    pub(crate) const fn connect() -> Self {
        Self { learned: LEARNED }
    }

    /// What the model says; `None` when it has nothing to say, as when the network is down.
    pub(crate) fn ask(&self, text: &str) -> Option<Answer> {
        let mut found: BTreeMap<&'static str, Vec<Word>> = BTreeMap::new();
        for (stem, label, share) in self.learned {
            found.entry(label).or_default().extend(words(text, stem, *share));
        }
        let answers = found.into_iter().filter(|(_, words)| !words.is_empty());
        let answers = answers.map(|(label, words)| {
            let sum: f32 = words.iter().map(|word| word.share).sum();
            Answer { label, probability: sum / (sum + 0.5), words }
        });
        answers.max_by(|a, b| a.probability.total_cmp(&b.probability))
    }
}

/// The words of a text that begin with a stem.
fn words(text: &str, stem: &str, share: f32) -> impl Iterator<Item = Word> {
    let starts = text.match_indices(stem).map(|(start, _)| start);
    let begins = move |start: &usize| !text[..*start].ends_with(char::is_alphanumeric);
    starts.filter(begins).map(move |start| {
        let rest = &text[start..];
        let length = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
        Word { range: start..start + length, share }
    })
}
