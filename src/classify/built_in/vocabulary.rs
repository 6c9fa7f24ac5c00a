//! The words a lexicon knows, and the symbols its patterns are made of.

use rustc_hash::FxHashMap;

/// A word, or a choice of words, as patterns refer to it.
pub(super) type Symbol = u16;

/// A known word; [`Word::UNKNOWN`] for all others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Word(u32);

impl Word {
    pub(super) const UNKNOWN: Self = Self(0);
}

/// The pattern step that stands for any number.
const NUMBER: &str = "#";

/// The shortest beginning that a pattern such as `crash*` may ask for.
pub(super) const SHORTEST_STEM: usize = 3;

/// The words a lexicon knows.
///
/// A word belongs to every choice (`werkt|doet`) that names it. A choice may name a stem
/// (`crash*`), which stands for all words that begin with it.
#[derive(Debug)]
pub(super) struct Vocabulary {
    choices: FxHashMap<&'static str, Symbol>,
    words: Words,
    stems: Words,
    /// For the first bytes of a stem, the lengths that stems beginning so have: bit n for
    /// length n.
    lengths: FxHashMap<[u8; SHORTEST_STEM], u16>,
    /// The symbols of each word; the first belongs to [`Word::UNKNOWN`] and is empty.
    symbols: Vec<Vec<Symbol>>,
}

type Words = FxHashMap<&'static str, Word>;

impl Default for Vocabulary {
    fn default() -> Self {
        Self {
            choices: FxHashMap::default(),
            words: Words::default(),
            stems: Words::default(),
            lengths: FxHashMap::default(),
            symbols: vec![Vec::new()],
        }
    }
}

impl Vocabulary {
    /// The symbol of a choice of words, which is made if it is new.
    pub(super) fn symbol(&mut self, choice: &'static str) -> Symbol {
        if let Some(symbol) = self.choices.get(choice) {
            return *symbol;
        }
        let symbol = Symbol::try_from(self.choices.len()).unwrap_or(Symbol::MAX);
        self.choices.insert(choice, symbol);
        for word in choice.split('|') {
            let (words, word) = match word.strip_suffix('*') {
                Some(stem) => (&mut self.stems, stem),
                None => (&mut self.words, word),
            };
            let new = Word(u32::try_from(self.symbols.len()).unwrap_or(0));
            let word = *words.entry(word).or_insert(new);
            if word == new {
                self.symbols.push(Vec::new());
            }
            if let Some(symbols) = self.symbols.get_mut(word.0 as usize) {
                symbols.push(symbol);
            }
        }
        symbol
    }

    /// To be called once all choices are there: a word, or a stem, takes over what the
    /// stems tell that it begins with, and a number what any number tells.
    pub(super) fn finish(&mut self) {
        for stem in self.stems.keys() {
            if let Some(start) = start(stem) {
                *self.lengths.entry(start).or_default() |= 1 << stem.len().min(LONGEST_STEM);
            }
        }
        let known: Vec<(&str, Word)> =
            self.words.iter().chain(&self.stems).map(|(text, word)| (*text, *word)).collect();
        let number = self.number();
        let mut inherited: Vec<(Word, Vec<Symbol>)> = Vec::new();
        for (text, word) in known {
            let mut more = Vec::new();
            if text.bytes().all(|byte| byte.is_ascii_digit()) {
                more.extend_from_slice(self.symbols(number));
            }
            for length in SHORTEST_STEM..=text.len().min(LONGEST_STEM) {
                if let Some(stem) = text.get(..length)
                    && let Some(shorter) = self.stems.get(stem)
                    && *shorter != word
                {
                    more.extend_from_slice(self.symbols(*shorter));
                }
            }
            inherited.push((word, more));
        }
        for (word, more) in inherited {
            if let Some(symbols) = self.symbols.get_mut(word.0 as usize) {
                symbols.extend(more);
                symbols.sort_unstable();
                symbols.dedup();
            }
        }
    }

    /// The symbols of a word.
    pub(super) fn symbols(&self, word: Word) -> &[Symbol] {
        self.symbols.get(word.0 as usize).map_or(&[], Vec::as_slice)
    }

    /// What any number is.
    pub(super) fn number(&self) -> Word {
        self.words.get(NUMBER).copied().unwrap_or(Word::UNKNOWN)
    }

    /// Looks a folded word up: in full, or else by the longest stem it begins with.
    pub(super) fn find(&self, folded: &str) -> Word {
        if let Some(word) = self.words.get(folded) {
            return *word;
        }
        let Some(lengths) = start(folded).and_then(|start| self.lengths.get(&start)) else {
            return Word::UNKNOWN;
        };
        (SHORTEST_STEM..=folded.len().min(LONGEST_STEM))
            .rev()
            .filter(|length| lengths & (1 << length) != 0)
            .find_map(|length| self.stems.get(folded.get(..length)?).copied())
            .unwrap_or(Word::UNKNOWN)
    }
}

/// The longest beginning that a pattern may ask for.
pub(super) const LONGEST_STEM: usize = 15;

/// The bytes that a stem is looked for by.
fn start(word: &str) -> Option<[u8; SHORTEST_STEM]> {
    word.as_bytes().first_chunk().copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_has_the_symbols_of_all_its_choices() {
        let mut words = Vocabulary::default();
        let both = words.symbol("werkt|doet");
        let one = words.symbol("werkt");
        assert_eq!(words.symbol("werkt|doet"), both);
        assert_eq!(words.symbols(words.find("werkt")), [both, one]);
        assert_eq!(words.symbols(words.find("doet")), [both]);
        assert_eq!(words.find("loopt"), Word::UNKNOWN);
    }

    #[test]
    fn a_stem_stands_for_all_words_that_begin_with_it() {
        let mut words = Vocabulary::default();
        let stem = words.symbol("crash*");
        let longer = words.symbol("crashte*");
        let full = words.symbol("crasht");
        words.finish();
        assert_eq!(words.symbols(words.find("crashing")), [stem]);
        assert_eq!(words.symbols(words.find("crashten")), [stem, longer]);
        assert_eq!(words.symbols(words.find("crasht")), [stem, full]);
        assert_eq!(words.symbols(words.find("crash")), [stem]);
        assert_eq!(words.find("cra"), Word::UNKNOWN);
        assert_eq!(words.find("é"), Word::UNKNOWN);
    }

    #[test]
    fn a_number_is_a_word_where_a_pattern_asks_for_one() {
        let mut words = Vocabulary::default();
        assert_eq!(words.number(), Word::UNKNOWN);
        let number = words.symbol("#");
        assert_eq!(words.symbols(words.number()), [number]);
        let eleven = words.symbol("11");
        words.finish();
        assert_eq!(words.symbols(words.find("11")), [number, eleven]);
    }
}
