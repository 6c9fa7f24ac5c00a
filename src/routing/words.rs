//! Words of rules and words of texts: each word of a rule has a number, and a text is read
//! once as the numbers of the words that rules ask about.

use crate::text::{TokenKind, fold, tokens};
use rustc_hash::FxHashMap;
use std::ops::Range;

/// A map that is only looked up, never iterated, with short texts as keys that come from
/// the configuration.
pub(super) type Lookup<T> = FxHashMap<Box<str>, T>;

/// No word of any rule.
const NONE: u32 = u32::MAX;

/// The words of a rule book, numbered.
#[derive(Clone, Debug, Default)]
pub(super) struct Lexicon {
    numbers: Lookup<u32>,
}

impl Lexicon {
    fn number(&mut self, word: &str) -> u32 {
        if let Some(number) = self.numbers.get(word) {
            return *number;
        }
        let number = u32::try_from(self.numbers.len()).unwrap_or(NONE);
        self.numbers.insert(word.into(), number);
        number
    }

    fn find(&self, word: &str) -> u32 {
        self.numbers.get(word).copied().unwrap_or(NONE)
    }

    pub(super) fn len(&self) -> usize {
        self.numbers.len()
    }
}

/// One or more words that a rule looks for, next to each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Pattern {
    words: Vec<Box<str>>,
    numbers: Vec<u32>,
}

impl Pattern {
    /// The words of `text`, folded, without its punctuation; `None` when nothing is left.
    pub(super) fn of(text: &str) -> Option<Self> {
        let matter = tokens(text).filter(|token| token.kind() != TokenKind::Punctuation);
        let words: Vec<Box<str>> = matter.map(|token| fold(token.text()).into()).collect();
        (!words.is_empty()).then(|| Self { words, numbers: Vec::new() })
    }

    /// The handle or hashtag `name`, which may be written with its `sigil`.
    pub(super) fn marked(sigil: char, name: &str) -> Self {
        let bare = name.strip_prefix(sigil).unwrap_or(name);
        Self { words: vec![format!("{sigil}{}", fold(bare)).into()], numbers: Vec::new() }
    }

    /// Gives its words their numbers.
    pub(super) fn number(&mut self, lexicon: &mut Lexicon) {
        self.numbers = self.words.iter().map(|word| lexicon.number(word)).collect();
    }

    /// The numbers of its words.
    pub(super) fn numbers(&self) -> &[u32] {
        &self.numbers
    }
}

/// A word that rules ask about, and where it stands.
#[derive(Clone, Copy, Debug)]
struct Hit {
    word: u32,
    /// How many tokens stand before it, punctuation apart.
    place: usize,
    start: usize,
    end: usize,
    opens_sentence: bool,
}

impl Hit {
    const fn key(&self) -> (u32, usize) {
        (self.word, self.place)
    }
}

/// A text as the rules of one book see it.
#[derive(Debug, Default)]
pub(super) struct Words {
    /// By word, then by place.
    hits: Vec<Hit>,
    marked: Vec<(TokenKind, Range<usize>)>,
}

impl Words {
    /// Reads `text` by the words of `lexicon`.
    pub(super) fn read(text: &str, lexicon: &Lexicon) -> Self {
        let mut words = Self::default();
        let (mut place, mut opens_sentence) = (0, false);
        for token in tokens(text) {
            let kind = token.kind();
            if kind == TokenKind::Punctuation {
                opens_sentence |= token.text().contains(['.', '!', '?', '…']);
                continue;
            }
            let (start, end) = (token.start(), token.end());
            if matches!(kind, TokenKind::Handle | TokenKind::Tag) {
                words.marked.push((kind, start..end));
            }
            let folded = fold(token.text());
            for word in [Some(&*folded), stem(&folded)].into_iter().flatten() {
                let word = lexicon.find(word);
                if word != NONE {
                    words.hits.push(Hit { word, place, start, end, opens_sentence });
                }
            }
            place += 1;
            opens_sentence = false;
        }
        words.hits.sort_unstable_by_key(Hit::key);
        words
    }

    /// The first place where `pattern` stands.
    pub(super) fn find(&self, pattern: &Pattern) -> Option<Range<usize>> {
        let (first, rest) = pattern.numbers.split_first()?;
        let from = self.hits.partition_point(|hit| hit.word < *first);
        let starts = self.hits.get(from..)?.iter().take_while(|hit| hit.word == *first);
        starts.into_iter().find_map(|begin| {
            let mut end = begin.end;
            for (word, place) in rest.iter().zip(begin.place + 1..) {
                let next = self.hits.binary_search_by_key(&(*word, place), Hit::key).ok()?;
                let next = self.hits.get(next).filter(|next| !next.opens_sentence)?;
                end = next.end;
            }
            Some(begin.start..end)
        })
    }

    /// The numbers of the words that occur, each once.
    pub(super) fn known(&self) -> impl Iterator<Item = u32> {
        let mut last = NONE;
        self.hits.iter().filter_map(move |hit| {
            let fresh = hit.word != last;
            last = hit.word;
            fresh.then_some(hit.word)
        })
    }

    /// The places of the handles or hashtags.
    pub(super) fn marked(&self, kind: TokenKind) -> impl Iterator<Item = Range<usize>> {
        self.marked
            .iter()
            .filter(move |(marked, _)| *marked == kind)
            .map(|(_, range)| range.clone())
    }
}

/// The word itself where it stands in the genitive or plural: `ns's` is `ns`.
fn stem(folded: &str) -> Option<&str> {
    let stem = folded.strip_suffix("'s").or_else(|| folded.strip_suffix('\''))?;
    (!stem.is_empty()).then_some(stem)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn find(pattern: &str, text: &str) -> Option<Range<usize>> {
        let mut lexicon = Lexicon::default();
        let mut pattern = Pattern::of(pattern).unwrap();
        pattern.number(&mut lexicon);
        Words::read(text, &lexicon).find(&pattern)
    }

    #[test]
    fn a_word_is_found_as_a_word_only() {
        for (pattern, text, found) in [
            ("NS", "de dienst", None),
            ("NS", "de ns-app", Some(3..5)),
            ("NS", "NS's app", Some(0..4)),
            ("NS", "@NS_online", None),
            ("@ns_online", "hoi @NS_online", Some(4..14)),
            ("geirriteerd", "Ik ben GEÏRRITEERD", Some(7..19)),
            ("foto", "foto’s", Some(0..8)),
            ("#staking", "weer #Staking", Some(5..13)),
            ("staking", "weer #staking", None),
        ] {
            assert_eq!(find(pattern, text), found, "{pattern} in {text}");
        }
    }

    #[test]
    fn a_phrase_stays_within_its_sentence() {
        for (pattern, text, found) in [
            ("geen internet", "al dagen geen internet", Some(9..22)),
            ("geen internet", "geen, internet", Some(0..14)),
            ("geen internet", "geen. Internet", None),
            ("geen internet", "geen snel internet", None),
            ("geen internet", "geen", None),
            ("ns-app", "de NS app", Some(3..9)),
            ("op op weg", "op op op weg", Some(3..12)),
        ] {
            assert_eq!(find(pattern, text), found, "{pattern} in {text}");
        }
    }

    #[test]
    fn a_pattern_needs_a_word_and_its_words_have_numbers() {
        assert_eq!(Pattern::of(" !? "), None);
        let mut lexicon = Lexicon::default();
        let mut pattern = Pattern::of("de trein naar").unwrap();
        pattern.number(&mut lexicon);
        assert_eq!((pattern.numbers(), lexicon.len()), (&[0, 1, 2][..], 3));
        assert_eq!(Pattern::marked('@', "@NS"), Pattern::marked('@', "ns"));
    }

    #[test]
    fn a_word_that_occurs_twice_is_known_once() {
        let mut lexicon = Lexicon::default();
        for word in ["gas", "lek"] {
            lexicon.number(word);
        }
        let words = Words::read("gas lek gas", &lexicon);
        assert_eq!(words.known().collect::<Vec<_>>(), [0, 1]);
    }
}
