//! Which words are listed with weights of their own.

use super::sources::Sample;
use std::collections::{BTreeMap, HashMap};
use webcare::language::training::{LANGUAGES, Spelling, Vocabulary, words};

/// The words that are listed, by their key.
#[derive(Debug, Default)]
pub struct Words {
    places: HashMap<u64, usize>,
    spellings: Vec<Spelling>,
    /// How many of them, the first ones, count for no language.
    neutral: usize,
}

impl Vocabulary for Words {
    fn find(&self, key: u64) -> Option<usize> {
        self.places.get(&key).copied()
    }
}

/// How a word is spelt, if it is in Latin letters.
fn spelling(word: &str) -> Option<Spelling> {
    let spelling = Spelling::of(word);
    (spelling.foreign() == 0).then_some(spelling)
}

impl Words {
    /// The words that tell most, at most `size`, and `neutral`, which count for no language.
    pub fn choose(samples: &[&Sample], neutral: &[String], size: usize, least: f64) -> Self {
        let mut counts: BTreeMap<u64, (Spelling, [f64; LANGUAGES + 1])> = BTreeMap::new();
        let mut totals = [0.0_f64; LANGUAGES + 1];
        for sample in samples {
            for word in words(&sample.text) {
                if let Some(spelling) = spelling(word) {
                    let entry = counts.entry(spelling.key());
                    entry.or_insert((spelling, [0.0; LANGUAGES + 1])).1[sample.language] += 1.0;
                    totals[sample.language] += 1.0;
                }
            }
        }
        let (mut places, mut spellings) = (HashMap::new(), Vec::new());
        for word in neutral {
            if let Some(spelling) = spelling(word)
                && !places.contains_key(&spelling.key())
            {
                places.insert(spelling.key(), spellings.len());
                spellings.push(spelling);
            }
        }
        let neutral = places.len();
        let mut ranked: Vec<(f64, u64, Spelling)> = Vec::new();
        for (key, (spelling, counts)) in counts {
            if places.contains_key(&key) || counts.iter().sum::<f64>() < least {
                continue;
            }
            let share = |language: usize| counts[language] / totals[language].max(1000.0);
            let ours = share(0).max(share(1));
            let other = (2..=LANGUAGES).map(share).fold(0.0, f64::max);
            ranked.push((ours.max(other / 3.0), key, spelling));
        }
        ranked.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        for (_, key, spelling) in ranked.into_iter().take(size) {
            places.insert(key, spellings.len());
            spellings.push(spelling);
        }
        Self { places, spellings, neutral }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.places.len()
    }

    /// How the word at a place is spelt.
    pub fn spelling(&self, place: usize) -> &Spelling {
        &self.spellings[place]
    }

    /// Whether the word at a place counts for no language.
    pub const fn is_neutral(&self, place: usize) -> bool {
        place < self.neutral
    }

    /// The keys with their places, in the order of the keys.
    pub fn sorted(&self) -> Vec<(u64, usize)> {
        let mut sorted: Vec<(u64, usize)> =
            self.places.iter().map(|(key, place)| (*key, *place)).collect();
        sorted.sort_unstable();
        sorted
    }
}
