//! From what the words said to an answer, with the words that told.

use super::fit::UNLISTED;
use super::heard::{Chances, Heard, Word, believed};
use super::lists::{DUTCH, ENGLISH, LISTS};
use super::model::LANGUAGES;
use super::words::Said;
use super::{Detection, Language, other};
use crate::judgement::{Confidence, Evidence};

/// What is less probable is not said.
const LEAST: f32 = 0.55;

/// What is less than so many times as probable as the next answer is not said either.
const CLEAR: f32 = 1.7;

/// A language other than Dutch and English that is more probable needs no second opinion;
/// a second opinion that is less sure doesn't count.
const SURE: f32 = 0.9;

/// At most so many words are given as evidence, those that weigh most.
const MOST_EVIDENCE: usize = 12;

/// A word that weighs less (a logarithm of odds) is no evidence.
const LEAST_EVIDENCE: f32 = 0.3;

impl Heard {
    /// The language of `text`, whose words these are.
    pub(super) fn judge(&self, text: &str) -> Detection {
        if self.words().is_empty() {
            return Detection::undetermined();
        }
        if self.is_in_other_alphabet() {
            return self.in_other_alphabet(text);
        }
        let chances = self.chances();
        let of = |place: usize| chances.get(place).copied().unwrap_or_default();
        let (dutch, english) = (of(DUTCH), of(ENGLISH));
        let other = 1.0 - dutch - english;
        if is_clear(dutch, english.max(other)) {
            return self.answer(DUTCH, dutch, &chances);
        }
        if is_clear(english, dutch.max(other)) {
            return self.answer(ENGLISH, english, &chances);
        }
        let listed = is_clear(other, dutch.max(english)) && of(UNLISTED) < other / 2.0;
        let likeliest = likeliest(&chances, |place| !matches!(place, DUTCH | ENGLISH | UNLISTED));
        if !listed || other < SURE {
            let ours = if dutch < english { ENGLISH } else { DUTCH };
            if let Some((language, sure)) = other::opinion(&joined(self.words().iter(), text))
                && sure.get() >= SURE
                && other > LEAST
                && !matches!(language, Language::Dutch | Language::English)
            {
                return with_reasons(language, sure, self.against(UNLISTED, ours));
            }
        }
        if listed { self.answer(likeliest, other, &chances) } else { Detection::undetermined() }
    }

    /// The answer at `place`, with the words that speak for it against the runner-up. Where
    /// these fit both alike, the words that speak against the others are given.
    fn answer(&self, place: usize, chance: f32, chances: &Chances) -> Detection {
        let language = LISTS.get(place).map(|(code, _)| Language::from_code(code));
        let runner_up = likeliest(chances, |rival| rival != place);
        let rivals = [runner_up, DUTCH, ENGLISH, UNLISTED];
        let reasons = rivals.iter().map(|rival| self.against(place, *rival));
        let mut telling = reasons.filter(|told| told.iter().any(|told| told.weight() > 0.0));
        let evidence = telling.next().unwrap_or_default();
        with_reasons(language.unwrap_or_default(), Confidence::new(chance), evidence)
    }

    /// The words that told `place` from `rival` or spoke against it, the strongest ones, in
    /// the order of the text.
    fn against(&self, place: usize, rival: usize) -> Vec<Evidence> {
        let mut told: Vec<(&Word, f32, bool)> = Vec::with_capacity(self.words().len());
        for word in self.words() {
            if let Said::Fits { fit, listed, .. } = &word.said {
                let of = |place: usize| fit.get(place).copied().unwrap_or_default();
                let weight = believed(i32::from(of(place)) - i32::from(of(rival)));
                if weight.abs() >= LEAST_EVIDENCE {
                    told.push((word, weight, *listed));
                }
            }
        }
        if told.len() > MOST_EVIDENCE {
            told.sort_by(|a, b| b.1.abs().total_cmp(&a.1.abs()));
            told.truncate(MOST_EVIDENCE);
            told.sort_by_key(|(word, ..)| word.place.text_range().map(|range| range.start));
        }
        let evidence = told.into_iter().map(|(word, weight, listed)| {
            let cause = if listed { "frequent word" } else { "spelling" };
            Evidence::new(word.place, weight, cause)
        });
        evidence.collect()
    }

    /// The answer for words in another alphabet.
    fn in_other_alphabet(&self, text: &str) -> Detection {
        let words =
            || self.words().iter().filter(|word| matches!(word.said, Said::OtherAlphabet(_)));
        let (language, confidence) = other::by_alphabet(&joined(words(), text));
        let evidence = words().map(|word| Evidence::new(word.place, 1.0, "another alphabet"));
        Detection::new(language, confidence).with_evidence(evidence.take(MOST_EVIDENCE).collect())
    }
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
    some.max_by(|a, b| a.1.total_cmp(b.1)).map_or(LANGUAGES, |(place, _)| place)
}

/// Only the words, with a blank between them.
fn joined<'w>(words: impl Iterator<Item = &'w Word>, text: &str) -> String {
    let ranges = words.filter_map(|word| word.place.text_range());
    let words: Vec<&str> = ranges.filter_map(|range| text.get(range)).collect();
    words.join(" ")
}
