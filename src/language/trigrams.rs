//! How words are spelt: how probable a letter is after the two before it.

use super::model::{LANGUAGES, Row, in_units};
use super::spelling::{EDGE, SYMBOLS, Spelling};

/// A beginning or ending stands for this many words that have it.
const AFFIX: f32 = 3.0;

/// Words shorter than this say nothing about how others are spelt.
const SHORTEST: usize = 3;

/// What a letter after two that never occur before it costs, beside the chance of it after
/// the last one.
const UNSEEN: f32 = -1.0;

const PAIRS: usize = SYMBOLS * SYMBOLS;
const TRIPLES: usize = PAIRS * SYMBOLS;

/// Counts in the words of the lists.
#[derive(Debug)]
pub(super) struct Counts {
    languages: Vec<Count>,
}

#[derive(Clone, Debug)]
struct Count {
    singles: Vec<f32>,
    pairs: Vec<f32>,
    triples: Vec<f32>,
}

impl Counts {
    pub(super) fn new() -> Self {
        let none = Count {
            singles: vec![0.0; SYMBOLS],
            pairs: vec![0.0; PAIRS],
            triples: vec![0.0; TRIPLES],
        };
        Self { languages: vec![none; LANGUAGES] }
    }

    /// Counts a word of a language.
    pub(super) fn word(&mut self, language: usize, word: &str) {
        let spelling = Spelling::of(word);
        if spelling.symbols().len() >= SHORTEST {
            let symbols = [EDGE, EDGE].into_iter().chain(spelling.symbols().iter().copied());
            self.add(language, symbols.chain([EDGE]), 1.0);
        }
    }

    /// Counts how words of a language begin.
    pub(super) fn beginning(&mut self, language: usize, letters: &str) {
        let spelling = Spelling::of(letters);
        let symbols = [EDGE, EDGE].into_iter().chain(spelling.symbols().iter().copied());
        self.add(language, symbols, AFFIX);
    }

    /// Counts how words of a language end.
    pub(super) fn ending(&mut self, language: usize, letters: &str) {
        let spelling = Spelling::of(letters);
        self.add(language, spelling.symbols().iter().copied().chain([EDGE]), AFFIX);
    }

    fn add(&mut self, language: usize, symbols: impl Iterator<Item = u8>, weight: f32) {
        let Some(count) = self.languages.get_mut(language) else { return };
        let mut before = None;
        let mut last = None;
        for symbol in symbols.map(usize::from) {
            if let Some(single) = count.singles.get_mut(symbol) {
                *single += weight;
            }
            if let Some(pair) = last.and_then(|b: usize| count.pairs.get_mut(b * SYMBOLS + symbol))
            {
                *pair += weight;
            }
            let context = before.zip(last).map(|(a, b): (usize, usize)| a * SYMBOLS + b);
            if let Some(triple) =
                context.and_then(|ab| count.triples.get_mut(ab * SYMBOLS + symbol))
            {
                *triple += weight;
            }
            before = last;
            last = Some(symbol);
        }
    }

    /// The logarithms of the chances that follow from the counts.
    pub(super) fn finish(&self) -> Trigrams {
        let chances: Vec<Chances<'_>> = self.languages.iter().map(Chances::of).collect();
        let row = |chance: &dyn Fn(&Chances<'_>) -> f32| {
            let mut row = [0; LANGUAGES];
            for (cell, chances) in row.iter_mut().zip(&chances) {
                *cell = in_units(chance(chances).ln());
            }
            row
        };
        let pairs = (0..PAIRS).map(|pair| row(&|chances| chances.pair(pair))).collect();
        let mut places = vec![0; TRIPLES];
        let mut rows = Vec::new();
        for (triple, place) in places.iter_mut().enumerate() {
            let seen = |count: &Count| count.triples.get(triple).is_some_and(|&times| times > 0.0);
            if self.languages.iter().any(seen) {
                rows.push(row(&|chances| chances.triple(triple)));
                *place = u16::try_from(rows.len()).unwrap_or_default();
            }
        }
        Trigrams { pairs, places, rows }
    }
}

/// The chances of one language, smoothed after Witten and Bell: the more different letters
/// follow two letters, the more is left for a letter that was never seen there.
struct Chances<'c> {
    count: &'c Count,
    singles: f32,
    after_one: Vec<(f32, f32)>,
    after_two: Vec<(f32, f32)>,
}

impl<'c> Chances<'c> {
    fn of(count: &'c Count) -> Self {
        let after = |counts: &[f32]| {
            let sums = counts.chunks(SYMBOLS).map(|next| {
                let kinds: f32 = next.iter().map(|&times| f32::from(u8::from(times > 0.0))).sum();
                (next.iter().sum(), kinds)
            });
            sums.collect()
        };
        Self {
            count,
            singles: count.singles.iter().sum(),
            after_one: after(&count.pairs),
            after_two: after(&count.triples),
        }
    }

    fn single(&self, symbol: usize) -> f32 {
        let times = self.count.singles.get(symbol).copied().unwrap_or_default();
        (times + 0.5) / (self.singles + 16.0)
    }

    fn pair(&self, pair: usize) -> f32 {
        let times = self.count.pairs.get(pair).copied().unwrap_or_default();
        let context = self.after_one.get(pair / SYMBOLS).copied().unwrap_or_default();
        smooth(times, context, self.single(pair % SYMBOLS))
    }

    fn triple(&self, triple: usize) -> f32 {
        let times = self.count.triples.get(triple).copied().unwrap_or_default();
        let context = self.after_two.get(triple / SYMBOLS).copied().unwrap_or_default();
        smooth(times, context, self.pair(triple % PAIRS))
    }
}

fn smooth(times: f32, (sum, kinds): (f32, f32), shorter: f32) -> f32 {
    // One more kind than was seen, so that a context without counts leaves the shorter.
    let left = kinds + 1.0;
    (times + left * shorter) / (sum + left)
}

/// The logarithms, ready for adding up.
#[derive(Debug)]
pub(super) struct Trigrams {
    pairs: Vec<Row>,
    /// One more than the place in `rows`; 0 where no language has the triple.
    places: Vec<u16>,
    rows: Vec<Row>,
}

impl Trigrams {
    /// The logarithm of the chance of a word in each language.
    pub(super) fn score(&self, spelling: &Spelling) -> Row {
        let mut sum: Row = [0; LANGUAGES];
        let (mut before, mut last) = (usize::from(EDGE), usize::from(EDGE));
        for symbol in spelling.symbols().iter().copied().chain([EDGE]).map(usize::from) {
            let pair = last * SYMBOLS + symbol;
            let place = self.places.get(before * PAIRS + pair).copied().unwrap_or_default();
            let seen = usize::from(place).checked_sub(1).and_then(|place| self.rows.get(place));
            let unseen = if seen.is_some() { 0 } else { in_units(UNSEEN) };
            if let Some(row) = seen.or_else(|| self.pairs.get(pair)) {
                for (cell, more) in sum.iter_mut().zip(row) {
                    *cell = cell.saturating_add(*more).saturating_add(unseen);
                }
            }
            before = last;
            last = symbol;
        }
        sum
    }
}
