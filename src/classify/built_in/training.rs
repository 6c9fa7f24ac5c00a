//! What the trainer needs of the classifier: the same reading of a message.

#![allow(missing_docs, reason = "not part of the interface")]

pub use super::features::{Feature, Tongue};
pub use super::model::{MAGIC, Model, VERSION, checksum};
pub use super::network::{ANSWERS, HIDDEN, LANES, NUMBERS};
pub use super::table::Table;
pub use super::valence::Valence;

use super::Heard;
use super::features::{Sink, each_part, word_key};
use super::piece::hash;
use super::valence::{key_of, key_of_pair};
use crate::classify::Classification;
use crate::classify::adapt::Hidden;
use crate::text::fold;

/// The features of a message.
#[must_use]
pub fn features(text: &str, tongue: Tongue, valence: Valence<'_>) -> Vec<Feature> {
    let mut all = All(Vec::new());
    Heard::of(tongue, None, text, &Hidden::default()).features(valence, &mut all);
    all.0
}

/// What a model says of a message.
#[must_use]
pub fn judge(model: &Model<'_>, tongue: Tongue, text: &str) -> Classification {
    super::judge_with(model, tongue, None, text, &Hidden::default())
}

/// For each word of a message its key, and the keys of its parts.
#[must_use]
pub fn words(text: &str, tongue: Tongue) -> Vec<(u32, Vec<u32>)> {
    let heard = Heard::of(tongue, None, text, &Hidden::default());
    let pieces = heard.reading.pieces.iter().filter(|piece| piece.kind.has_letters());
    pieces
        .map(|piece| {
            let mut parts = Vec::new();
            each_part(heard.reading.letters(piece), |key| parts.push(key));
            (word_key(piece.symbol() ^ tongue.seed()), parts)
        })
        .collect()
}

struct All(Vec<Feature>);

impl Sink for All {
    fn take(&mut self, feature: Feature) {
        self.0.push(feature);
    }
}

/// The key under which the feeling of a word, or of two, is kept. `None` for more words.
#[must_use]
pub fn valence_key(words: &str, tongue: Tongue) -> Option<u32> {
    let mut symbols =
        words.split_whitespace().map(|word| hash(fold(word).as_bytes()) ^ tongue.seed());
    match (symbols.next(), symbols.next(), symbols.next()) {
        (Some(word), None, None) => Some(key_of(word)),
        (Some(first), Some(second), None) => Some(key_of_pair(first, second)),
        _ => None,
    }
}
