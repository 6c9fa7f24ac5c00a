//! How probable a word is in each language, by the lists and by its spelling.

use super::fit::{Fit, fit};
use super::lists::{Entry, LISTS, NEUTRAL, entries};
use super::spelling::{EDGE, Spelling};
use super::trigrams::{Counts, Trigrams};
use crate::text::fold;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// How many languages are told apart by words.
pub(super) const LANGUAGES: usize = LISTS.len();

/// The logarithm of a probability for each language, in units of [`UNIT`].
pub(super) type Row = [i16; LANGUAGES];

/// So many units make a factor of e.
pub(super) const UNIT: i16 = 64;

/// How often a word of each band occurs.
const BANDS: [f32; 3] = [0.012, 0.0015, 0.0004];

/// The same in the lists of Dutch and English, which are longer: their last band has rarer
/// words.
const BANDS_OF_LONG_LIST: [f32; 3] = [0.012, 0.0015, 0.000_15];

/// A word that is listed with an accent is typed without it this often.
const WITHOUT_ACCENT: f32 = 0.15;

/// How often a word that is not listed, of one to six or more letters, is a word of the
/// language all the same: hardly if it is short, since the short words are listed.
const UNLISTED: [f32; 6] = [0.002, 0.005, 0.02, 0.08, 0.16, 0.3];

/// What is left of that in Dutch and English: their lists leave less out. Dutch makes new
/// words by writing old ones together, English hardly does.
const UNLISTED_OF_LONG_LIST: [f32; 2] = [0.7, 0.2];

static SHIPPED: LazyLock<Model> = LazyLock::new(Model::build);

/// The lists made ready for looking up.
#[derive(Debug)]
pub(super) struct Model {
    /// Open addressing: at the place that the hash of a word gives, or at one of the next,
    /// is one more than its place in `words`.
    slots: Vec<u16>,
    words: Vec<(u64, Listed)>,
    trigrams: Trigrams,
}

/// What is known of a word in a list.
#[derive(Clone, Copy, Debug)]
pub(super) enum Listed {
    /// It counts for no language.
    Neutral,
    /// It is a word of one or more languages.
    Word(Fit),
}

impl Model {
    /// The model that comes with the crate. It is built at first use, which takes some
    /// twenty milliseconds.
    pub(super) fn shipped() -> &'static Self {
        &SHIPPED
    }

    fn build() -> Self {
        let mut words: BTreeMap<u64, (Spelling, [f32; LANGUAGES])> = BTreeMap::new();
        let mut counts = Counts::new();
        for (language, (_, list)) in LISTS.iter().enumerate() {
            let mut add = |word: &str, chance: f32| {
                let spelling = Spelling::of(word);
                let entry = words.entry(spelling.hash()).or_insert((spelling, [0.0; LANGUAGES]));
                if let Some(known) = entry.1.get_mut(language) {
                    *known = known.max(chance);
                }
            };
            for entry in entries(list) {
                match entry {
                    Entry::Word(word, band) => {
                        let bands = if is_long(language) { BANDS_OF_LONG_LIST } else { BANDS };
                        let chance = bands.get(band).copied().unwrap_or_default();
                        add(word, chance);
                        add(&fold(word), chance * WITHOUT_ACCENT);
                        counts.word(language, word);
                    }
                    Entry::Beginning(letters) => counts.beginning(language, letters),
                    Entry::Ending(letters) => counts.ending(language, letters),
                }
            }
        }
        let trigrams = counts.finish();
        let neutral = NEUTRAL.lines().filter(|line| !line.starts_with('#'));
        let neutral: Vec<&str> = neutral.flat_map(str::split_whitespace).collect();
        let mut model =
            Self { slots: empty(words.len() + neutral.len()), words: Vec::new(), trigrams };
        for (hash, (spelling, chances)) in words {
            let mut row = model.spelt(&spelling);
            for (cell, chance) in row.iter_mut().zip(chances) {
                if chance > 0.0 {
                    *cell = (*cell).max(in_units(chance.ln()));
                }
            }
            model.put(hash, Listed::Word(fit(&row, spelling.symbols().len())));
        }
        for word in neutral {
            model.put(Spelling::of(word).hash(), Listed::Neutral);
        }
        model
    }

    fn put(&mut self, hash: u64, word: Listed) {
        if let Some(known) = self.find(hash).and_then(|nth| self.words.get_mut(nth)) {
            known.1 = word;
            return;
        }
        self.words.push((hash, word));
        let number = u16::try_from(self.words.len()).unwrap_or_default();
        let free = self.places(hash).find(|&place| self.slots.get(place) == Some(&0));
        if let Some(slot) = free.and_then(|place| self.slots.get_mut(place)) {
            *slot = number;
        }
    }

    /// The places where a word may be, the likeliest first.
    #[expect(clippy::cast_possible_truncation, reason = "the lower bits are what is asked for")]
    fn places(&self, hash: u64) -> impl Iterator<Item = usize> + use<> {
        let mask = self.slots.len() - 1;
        (0..=mask).map(move |step| (hash as usize).wrapping_add(step) & mask)
    }

    /// Where in `words` the word with this hash is.
    fn find(&self, hash: u64) -> Option<usize> {
        for place in self.places(hash) {
            let nth = usize::from(*self.slots.get(place)?).checked_sub(1)?;
            if self.words.get(nth)?.0 == hash {
                return Some(nth);
            }
        }
        None
    }

    /// What the lists say of a word.
    pub(super) fn listed(&self, spelling: &Spelling) -> Option<&Listed> {
        let (_, word) = self.words.get(self.find(spelling.hash())?)?;
        Some(word)
    }

    /// How probable a word is by its spelling alone.
    pub(super) fn spelt(&self, spelling: &Spelling) -> Row {
        let mut row = self.trigrams.score(spelling);
        let letters = spelling.symbols().iter().filter(|&&symbol| symbol != EDGE).count();
        let nth = letters.clamp(1, UNLISTED.len()) - 1;
        let unlisted = UNLISTED.get(nth).copied().unwrap_or(1.0);
        for (language, cell) in row.iter_mut().enumerate() {
            let part = UNLISTED_OF_LONG_LIST.get(language).copied().unwrap_or(1.0);
            let left_out = unlisted * part;
            *cell = cell.saturating_add(in_units(left_out.ln()));
        }
        row
    }
}

/// Whether the list of a language is one of the long ones.
const fn is_long(language: usize) -> bool {
    language < UNLISTED_OF_LONG_LIST.len()
}

fn empty(words: usize) -> Vec<u16> {
    // At most half full, so that a look-up is short.
    vec![0; (words * 2).next_power_of_two()]
}

/// A logarithm in units of [`UNIT`].
#[expect(clippy::cast_possible_truncation, reason = "a float is clamped to the integer's range")]
pub(super) fn in_units(logarithm: f32) -> i16 {
    (logarithm * f32::from(UNIT)).round() as i16
}
