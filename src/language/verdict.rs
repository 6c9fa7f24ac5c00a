//! From what the words said to an answer, with the words that told.

use super::heard::{Chances, Heard, Said, Word};
use super::model::{CODES, DUTCH, ENGLISH, OPEN};
use super::{Detection, Language, other};
use crate::judgement::{Confidence, Evidence};

/// What is less probable is not said.
const LEAST: f32 = 0.4;

/// Dutch and English that are about equally probable are both not said.
const CLEAR: f32 = 1.2;

/// A language other than Dutch and English that is more probable needs no second opinion;
/// a second opinion that is less sure doesn't count.
const SURE: f32 = 0.9;

/// In fewer words a language that is not known at all cannot be told from no language.
const FEWEST: usize = 3;

/// A message of so few letters, one word of two, must be this clear: such a word is short for
/// something or a word of many languages.
const FEWEST_LETTERS: usize = 2;
const LEAST_OF_FEW: f32 = 0.65;

/// At most so many words are given as evidence, those that weigh most.
const MOST_EVIDENCE: usize = 12;

/// A word that weighs less (a logarithm of odds) is no evidence.
const LEAST_EVIDENCE: f32 = 0.3;

impl Heard<'_> {
    /// The language of `text`, whose words these are.
    pub(super) fn judge(&self, text: &str) -> Detection {
        if self.words().is_empty() {
            return Detection::undetermined();
        }
        if self.is_in_other_script() {
            return self.in_other_script(text);
        }
        let chances = self.chances();
        let of = |place: usize| chances.get(place).copied().unwrap_or_default();
        let (dutch, english) = (of(DUTCH), of(ENGLISH));
        let other = 1.0 - dutch - english;
        if self.letters() <= FEWEST_LETTERS && dutch.max(english).max(other) < LEAST_OF_FEW {
            return Detection::undetermined();
        }
        if dutch.max(english) >= other {
            return match () {
                () if is_clear(dutch, english) => self.answer(DUTCH, dutch, &chances),
                () if is_clear(english, dutch) => self.answer(ENGLISH, english, &chances),
                () => Detection::undetermined(),
            };
        }
        let likeliest = likeliest(&chances, |place| !matches!(place, DUTCH | ENGLISH | OPEN));
        if of(OPEN) < other / 2.0 {
            return self.answer(likeliest, other, &chances);
        }
        let ours = if dutch < english { ENGLISH } else { DUTCH };
        match other::opinion(&joined(self.words().iter(), text)) {
            Some((language, sure)) if sure.get() >= SURE && is_other(language) => {
                with_reasons(language, sure, self.against(OPEN, ours))
            }
            _ if other >= SURE && self.words().len() >= FEWEST => {
                with_reasons(other::uncoded(), Confidence::new(other), self.against(OPEN, ours))
            }
            _ => Detection::undetermined(),
        }
    }

    /// The answer at `place`, with the words that speak for it: for Dutch against English and
    /// for English against Dutch, for another language against the runner-up. Where these fit
    /// both alike, the words that speak against the others are given.
    fn answer(&self, place: usize, chance: f32, chances: &Chances) -> Detection {
        let language = CODES.get(place).map(|code| Language::from_code(code));
        let runner_up = likeliest(chances, |rival| rival != place);
        let rivals = match place {
            DUTCH => [ENGLISH, runner_up, OPEN],
            ENGLISH => [DUTCH, runner_up, OPEN],
            _ => [runner_up, DUTCH, OPEN],
        };
        let telling = rivals.into_iter().find(|&rival| {
            self.words().iter().any(|word| self.weight(word, place, rival) >= LEAST_EVIDENCE)
        });
        let evidence = telling.map(|rival| self.against(place, rival)).unwrap_or_default();
        with_reasons(language.unwrap_or_default(), Confidence::new(chance), evidence)
    }

    /// How much a word told `place` from `rival`: a logarithm of odds.
    fn weight(&self, word: &Word, place: usize, rival: usize) -> f32 {
        match &word.said {
            Said::OtherScript => 0.0,
            Said::Fits { row, .. } => {
                // A language without weights has no place in the row: it is what the others
                // are relative to.
                let of = |place: usize| row.get(place).copied().unwrap_or_default();
                f32::from(i16::from(of(place)) - i16::from(of(rival))) * self.unit()
            }
        }
    }

    /// The words that told `place` from `rival` or spoke against it, the strongest ones, in
    /// the order of the text.
    fn against(&self, place: usize, rival: usize) -> Vec<Evidence> {
        let weights = self.words().iter().map(|word| self.weight(word, place, rival).abs());
        let weights = weights.filter(|weight| *weight >= LEAST_EVIDENCE);
        let count = weights.clone().count();
        let mut least = LEAST_EVIDENCE;
        if count > MOST_EVIDENCE {
            let mut strongest = [LEAST_EVIDENCE; MOST_EVIDENCE];
            for mut weight in weights {
                for place in &mut strongest {
                    if weight > *place {
                        std::mem::swap(place, &mut weight);
                    }
                }
            }
            least = strongest.last().copied().unwrap_or(LEAST_EVIDENCE);
        }
        let mut evidence = Vec::with_capacity(count.min(MOST_EVIDENCE));
        for word in self.words() {
            let weight = self.weight(word, place, rival);
            if weight.abs() >= least && evidence.len() < MOST_EVIDENCE {
                let listed = matches!(word.said, Said::Fits { listed: true, .. });
                let cause = if listed { "frequent word" } else { "spelling" };
                evidence.push(Evidence::new(word.place, weight, cause));
            }
        }
        evidence
    }

    /// The answer for words in another script.
    fn in_other_script(&self, text: &str) -> Detection {
        let words = || self.words().iter().filter(|word| matches!(word.said, Said::OtherScript));
        let (language, confidence) = other::by_script(&joined(words(), text));
        let evidence = words().map(|word| Evidence::new(word.place, 1.0, "another script"));
        Detection::new(language, confidence).with_evidence(evidence.take(MOST_EVIDENCE).collect())
    }
}

const fn is_other(language: Language) -> bool {
    !matches!(language, Language::Dutch | Language::English)
}

fn is_clear(chance: f32, next: f32) -> bool {
    chance >= LEAST && chance >= CLEAR * next
}

/// An answer, unless no word speaks for it.
fn with_reasons(language: Language, confidence: Confidence, evidence: Vec<Evidence>) -> Detection {
    if evidence.iter().any(|told| told.weight() > 0.0) {
        Detection::new(language, confidence).with_evidence(evidence)
    } else {
        Detection::undetermined()
    }
}

/// The likeliest of some languages.
fn likeliest(chances: &Chances, among: impl Fn(usize) -> bool) -> usize {
    let some = chances.iter().enumerate().filter(|(place, _)| among(*place));
    some.max_by(|a, b| a.1.total_cmp(b.1)).map_or(OPEN, |(place, _)| place)
}

/// Only the words, with a blank between them.
fn joined<'w>(words: impl Iterator<Item = &'w Word>, text: &str) -> String {
    let ranges = words.filter_map(|word| word.place.text_range());
    let words: Vec<&str> = ranges.filter_map(|range| text.get(range)).collect();
    words.join(" ")
}
