//! What the words of a message said, all together.

use super::model::{LANGUAGES, Model, Row};
use super::words::{Read, read};
use crate::judgement::Place;
use crate::text::{Token, tokens};

/// Words beyond these are not looked at: by then the language is told.
pub(super) const MOST_WORDS: usize = 300;

/// How probable each language is; the last place is for one without weights.
pub(super) type Chances = [f32; LANGUAGES + 1];

/// What a word said.
#[derive(Clone, Copy, Debug)]
pub(super) enum Said {
    /// It is written in another script.
    OtherScript,
    /// It fits some languages better than others.
    Fits {
        /// How well, in units of the model.
        row: Row,
        /// Whether the word is listed; else its spelling told.
        listed: bool,
    },
}

/// A word that said something.
#[derive(Debug)]
pub(super) struct Word {
    pub(super) place: Place,
    pub(super) said: Said,
}

/// What the words of a message said.
#[derive(Debug)]
pub(super) struct Heard<'m> {
    model: &'m Model<'m>,
    words: Vec<Word>,
    /// The sum of what they say, in units of the model.
    total: [i32; LANGUAGES],
    /// What one unit of a word says, as a logarithm.
    unit: f32,
    letters: usize,
    in_other_script: usize,
}

impl<'m> Heard<'m> {
    /// Asks every word of `text`.
    pub(super) fn listen(model: &'m Model<'m>, text: &str) -> Self {
        // A word and a blank are seldom shorter than four bytes together.
        let likely = (text.len() / 4 + 1).min(MOST_WORDS);
        let mut heard = Self {
            model,
            words: Vec::with_capacity(likely),
            total: [0; LANGUAGES],
            unit: 0.0,
            letters: 0,
            in_other_script: 0,
        };
        for token in tokens(text).filter(Token::is_word).take(MOST_WORDS) {
            let (said, letters) = match read(model, token.text()) {
                Read::Nothing => continue,
                Read::OtherScript(letters) => {
                    heard.in_other_script += letters;
                    (Said::OtherScript, 0)
                }
                Read::Listed(place, letters) => match model.listed(place) {
                    None => continue,
                    Some(row) => (Said::Fits { row, listed: true }, letters),
                },
                Read::Unlisted(spelling) => {
                    let row = model.spelt(&spelling);
                    (Said::Fits { row, listed: false }, spelling.letters().len())
                }
            };
            heard.letters += letters;
            if let Said::Fits { row, .. } = &said {
                for (sum, more) in heard.total.iter_mut().zip(row) {
                    *sum += i32::from(*more);
                }
            }
            let range = token.range();
            let place = Place::Text { start: range.start, end: range.end };
            heard.words.push(Word { place, said });
        }
        heard.unit = model.unit() * share(heard.words.len());
        heard
    }

    /// The words that said something, in the order of the text.
    pub(super) fn words(&self) -> &[Word] {
        &self.words
    }

    /// How many letters of the Latin script the words have.
    pub(super) const fn letters(&self) -> usize {
        self.letters
    }

    /// Whether most of it is written in another script.
    pub(super) const fn is_in_other_script(&self) -> bool {
        self.in_other_script > self.letters
    }

    /// What one unit of a word says, as a logarithm.
    pub(super) const fn unit(&self) -> f32 {
        self.unit
    }

    /// How probable each language is.
    pub(super) fn chances(&self) -> Chances {
        let mut chances: Chances = [0.0; LANGUAGES + 1];
        let totals = self.total.iter().copied().chain([0]);
        let before = self.model.before(self.words.len());
        for ((chance, total), before) in chances.iter_mut().zip(totals).zip(before) {
            #[expect(clippy::cast_precision_loss, reason = "300 words of 127 units are exact")]
            let total = total as f32;
            *chance = total * self.unit + f32::from(before) * self.model.unit();
        }
        let best = chances.iter().copied().fold(f32::NEG_INFINITY, f32::max);
        for chance in &mut chances {
            *chance = (*chance - best).exp();
        }
        let sum: f32 = chances.iter().sum();
        for chance in &mut chances {
            *chance /= sum;
        }
        chances
    }
}

/// How much each of so many words counts. Words of one message say partly the same, so that
/// each says less the more there are: by the fourth root.
#[must_use]
pub fn share(words: usize) -> f32 {
    #[expect(clippy::cast_precision_loss, reason = "there are at most 300 words")]
    let words = words.max(1) as f32;
    1.0 / words.sqrt().sqrt()
}
