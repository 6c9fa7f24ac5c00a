//! What the words of a message said, all together.

use super::fit::UNLISTED;
use super::lists::{DUTCH, ENGLISH};
use super::model::{LANGUAGES, Model, UNIT};
use super::words::{Said, ask};
use crate::judgement::Place;
use crate::text::tokens;

/// Words beyond these are not looked at: by then the language is told.
const MOST_WORDS: usize = 300;

/// How much is believed of what words say: words of one sentence say partly the same.
const BELIEF: f32 = 0.75;

/// How probable Dutch is before a word was read.
const DUTCH_BEFORE: f32 = 0.4;

/// How probable English is before a word was read.
const ENGLISH_BEFORE: f32 = 0.25;

/// How probable it is that the language is in no list. The rest is shared by the other
/// listed ones.
const UNLISTED_BEFORE: f32 = 0.015;

/// How probable each language is; the last place is for one that is in no list.
pub(super) type Chances = [f32; LANGUAGES + 1];

/// A logarithm in units of [`UNIT`] as odds that are believed.
pub(super) fn believed(units: i32) -> f32 {
    #[expect(clippy::cast_precision_loss, reason = "300 words of at most 384 units are exact")]
    let units = units as f32;
    units * (BELIEF / f32::from(UNIT))
}

/// A word that said something.
#[derive(Debug)]
pub(super) struct Word {
    pub(super) place: Place,
    pub(super) said: Said,
}

/// What the words of a message said.
#[derive(Debug)]
pub(super) struct Heard {
    words: Vec<Word>,
    /// The sum of what they say, in units of [`UNIT`].
    total: [i32; LANGUAGES + 1],
    letters: usize,
    in_other_alphabet: usize,
}

impl Heard {
    /// Asks every word of `text`.
    pub(super) fn listen(model: &Model, text: &str) -> Self {
        let mut heard = Self {
            words: Vec::with_capacity(16),
            total: [0; LANGUAGES + 1],
            letters: 0,
            in_other_alphabet: 0,
        };
        let mut inside = false;
        let mut asked = 0;
        for token in tokens(text) {
            if !token.is_word() {
                inside &= matches!(token.text(), "," | "-" | "'");
                continue;
            }
            if asked == MOST_WORDS {
                break;
            }
            asked += 1;
            let said = ask(model, token.text(), inside);
            inside = true;
            let range = token.range();
            heard.add(Word { place: Place::Text { start: range.start, end: range.end }, said });
        }
        heard
    }

    fn add(&mut self, word: Word) {
        match &word.said {
            Said::Nothing => return,
            Said::OtherAlphabet(characters) => self.in_other_alphabet += characters,
            Said::Fits { fit, letters, .. } => {
                self.letters += letters;
                for (sum, more) in self.total.iter_mut().zip(fit) {
                    *sum += i32::from(*more);
                }
            }
        }
        self.words.push(word);
    }

    /// The words that said something, in the order of the text.
    pub(super) fn words(&self) -> &[Word] {
        &self.words
    }

    /// Whether most of it is written in another alphabet.
    pub(super) const fn is_in_other_alphabet(&self) -> bool {
        self.in_other_alphabet > self.letters
    }

    /// How probable each language is.
    pub(super) fn chances(&self) -> Chances {
        let listed = 1.0 - DUTCH_BEFORE - ENGLISH_BEFORE - UNLISTED_BEFORE;
        #[expect(clippy::cast_precision_loss, reason = "there are only a few languages")]
        let other = (listed / (LANGUAGES - 2) as f32).ln();
        let before = |place| match place {
            DUTCH => DUTCH_BEFORE.ln(),
            ENGLISH => ENGLISH_BEFORE.ln(),
            UNLISTED => UNLISTED_BEFORE.ln(),
            _ => other,
        };
        let mut chances: Chances = [0.0; LANGUAGES + 1];
        for (place, (chance, total)) in chances.iter_mut().zip(self.total).enumerate() {
            *chance = believed(total) + before(place);
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
