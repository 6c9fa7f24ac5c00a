//! What the trainer needs of this room, so that there is one reading of a text for training
//! and for judging. It is no interface: it changes with the trainer.

pub use super::heard::share;
pub use super::model::{
    CODES, DUTCH, ENGLISH, LANGUAGES, LENGTHS, MAGIC, Model, NEUTRAL, OPEN, PARTS, VERSION, check,
    length, part,
};
pub use super::spelling::Spelling;
pub use super::words::{Read, Vocabulary, read};

use super::heard::{Heard, MOST_WORDS};
use super::{Detection, Detector};
use crate::text::{Token, tokens};

/// The words of `text`, as the detector reads them.
pub fn words(text: &str) -> impl Iterator<Item = &str> {
    tokens(text).filter(Token::is_word).map(|token| token.text()).take(MOST_WORDS)
}

/// A detector with another model than the one that comes with the crate.
#[derive(Debug)]
pub struct With<'b>(pub Model<'b>);

impl Detector for With<'static> {
    fn detect(&self, text: &str) -> Detection {
        self.judge(text)
    }
}

impl With<'_> {
    /// The answer of this model.
    #[must_use]
    pub fn judge(&self, text: &str) -> Detection {
        Heard::listen(&self.0, text).judge(text)
    }
}

/// How probable each language is; the last place is for one without weights.
#[must_use]
pub fn chances(model: &Model<'_>, text: &str) -> [f32; LANGUAGES + 1] {
    Heard::listen(model, text).chances()
}
