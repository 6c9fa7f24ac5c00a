//! What is learnt in one pass: whole texts and pieces of them, with what people do to words
//! when they type.

use super::Settings;
use super::sources::Sample;
use super::vocabulary::Words;
use crate::random::Random;
use std::collections::BTreeMap;
use webcare::language::training::{CODES, LANGUAGES, OPEN, Read, read, words};

/// So many of the listed words, the first ones, are frequent.
const FREQUENT: usize = 6_000;

/// A text as the rows of weights that it touches.
#[derive(Debug, Default)]
pub struct Lesson {
    pub language: usize,
    pub places: Vec<u32>,
    /// How many words said something.
    pub words: usize,
}

/// How much of the texts of a language comes from each set.
fn weight(set: &str) -> f64 {
    match set {
        "lang/lingua_half.jsonl" => 4.0,
        "lang/tatoeba.jsonl" => 2.0,
        "lang/tweets_2012_train.jsonl" => 2.0,
        "nl/flemish_tweets_unlabelled.jsonl" => 3.0,
        "written word lists" => 2.0,
        "written messages" | "written sentences" => 2.0,
        "en/goemotions.jsonl" | "en/semeval2017_train.jsonl" => 2.0,
        "nl/headlines.jsonl" | "nl/book_reviews.jsonl" => 1.5,
        _ => 1.0,
    }
}

/// How many texts of a language are in one pass, in thousands.
fn thousands(settings: &Settings, language: usize) -> f64 {
    match language {
        0 | 1 => settings.ours,
        OPEN => settings.open,
        _ if CODES[language] == "fy" => settings.other * 0.3,
        _ => settings.other,
    }
}

/// Gives the lessons of each pass.
#[derive(Debug)]
pub struct Lessons<'s> {
    random: Random,
    /// For each language its sets, each with its share and its texts.
    sets: Vec<Vec<(f64, Vec<&'s Sample>)>>,
}

impl<'s> Lessons<'s> {
    /// The lessons from `samples`.
    pub fn new(samples: &[&'s Sample], seed: u64) -> Self {
        let mut sets: Vec<BTreeMap<&str, Vec<&'s Sample>>> = vec![BTreeMap::new(); LANGUAGES + 1];
        for sample in samples {
            sets[sample.language].entry(sample.set).or_default().push(sample);
        }
        let shared = |sets: BTreeMap<&str, Vec<&'s Sample>>| {
            let total: f64 = sets.keys().map(|set| weight(set)).sum();
            sets.into_iter().map(|(set, texts)| (weight(set) / total, texts)).collect()
        };
        Self { random: Random::new(seed), sets: sets.into_iter().map(shared).collect() }
    }

    /// Calls `learn` with every lesson of one pass.
    pub fn each(&mut self, settings: &Settings, words: &Words, learn: &mut impl FnMut(&Lesson)) {
        let mut pass: Vec<&Sample> = Vec::new();
        for (language, sets) in self.sets.iter().enumerate() {
            for (share, texts) in sets {
                let wanted = (thousands(settings, language) * 1000.0 * share) as usize;
                // Every text once before any twice, and small sets not too often.
                let wanted = wanted.min(texts.len() * settings.most_often);
                let from = self.random.below(texts.len());
                let stride = coprime(texts.len(), &mut self.random);
                pass.extend((0..wanted).map(|nth| texts[(from + nth * stride) % texts.len()]));
            }
        }
        self.random.shuffle(&mut pass);
        let mut lesson = Lesson::default();
        for sample in pass {
            self.read(settings, sample, words, &mut lesson);
            if lesson.words > 0 {
                learn(&lesson);
            }
        }
    }

    /// A text or a piece of it.
    fn read(&mut self, settings: &Settings, sample: &Sample, known: &Words, lesson: &mut Lesson) {
        lesson.language = sample.language;
        lesson.places.clear();
        lesson.words = 0;
        let all: Vec<&str> = words(&sample.text).collect();
        let piece = if self.random.chance(settings.whole) || all.len() < 2 {
            all.as_slice()
        } else {
            let longest = [1, 1, 2, 3, 4, 6, 8, 12][self.random.below(8)];
            let length = longest.min(all.len());
            let from = self.random.below(all.len() - length + 1);
            // A name in the middle of a sentence says little about its language.
            let name = length == 1
                && from > 0
                && sample.language != 2
                && all[from].starts_with(char::is_uppercase);
            if name {
                return;
            }
            &all[from..from + length]
        };
        let bare = self.random.chance(0.25);
        for word in piece {
            let typed = self.typed(settings, word, bare);
            let word = typed.as_deref().unwrap_or(word);
            let (place, spelling) = match read(known, word) {
                Read::Nothing | Read::OtherScript(_) => continue,
                Read::Listed(place, _) if known.is_neutral(place) => continue,
                Read::Listed(place, _) => (Some(place), *known.spelling(place)),
                Read::Unlisted(spelling) => (None, spelling),
            };
            lesson.words += 1;
            let frequent = place.is_some_and(|place| place < FREQUENT);
            if frequent && piece.len() == 1 && !self.random.chance(settings.common) {
                lesson.words = 0;
                return;
            }
            spelling.pieces(settings.bits, |place| lesson.places.push(place as u32));
            if let Some(place) = place
                && !self.random.chance(settings.forget)
            {
                lesson.places.push(((1 << settings.bits) + place) as u32);
            }
        }
    }

    /// The word as somebody types it, where that differs.
    fn typed(&mut self, settings: &Settings, word: &str, bare: bool) -> Option<String> {
        let mut typed = (bare && !word.is_ascii()).then(|| word.chars().map(plain).collect());
        if self.random.chance(settings.typos) {
            let mut chars: Vec<char> = typed.as_deref().unwrap_or(word).chars().collect();
            if chars.len() > 4 {
                let at = 1 + self.random.below(chars.len() - 2);
                match self.random.below(3) {
                    0 => chars.swap(at, at + 1),
                    1 => drop(chars.remove(at)),
                    _ => chars.insert(at, chars[at]),
                }
                typed = Some(chars.into_iter().collect());
            }
        }
        typed
    }
}

/// A letter without its sign.
fn plain(c: char) -> char {
    const SIGNED: &str = "àáâãäåèéêëìíîïòóôõöøùúûüýçñšžčćłńśźżąęăşșţțğışőűřěůďť";
    const PLAIN: &str = "aaaaaaeeeeiiiioooooouuuuycnszcclnszzaeassttgisoureudt";
    let nth = SIGNED.chars().position(|signed| signed == c);
    nth.and_then(|nth| PLAIN.chars().nth(nth)).unwrap_or(c)
}

/// A step that visits every one of `length` places.
fn coprime(length: usize, random: &mut Random) -> usize {
    const fn divisor(a: usize, b: usize) -> usize {
        if b == 0 { a } else { divisor(b, a % b) }
    }
    let mut step = 1 + random.below(length);
    while divisor(step, length) != 1 {
        step = step % length + 1;
    }
    step
}
