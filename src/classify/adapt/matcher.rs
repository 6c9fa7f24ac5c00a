//! Which phrases of a host stand in a text.

use super::entry;
use crate::language::Language;
use crate::text::{Token, TokenKind, fold, is_elongated, squeezed, tokens};
use rustc_hash::FxHashMap;
use std::ops::Range;

/// Words longer than this, in bytes, are looked up as they are, drawn out or not.
const LONGEST_DRAWN_OUT: usize = 64;

/// A place in the tree of phrases; 0 is its root.
type Node = u32;

/// A tree of phrases over numbered words.
///
/// A word of a text costs one look-up, and a word that begins a phrase as many more as the
/// phrase has words, however many phrases there are.
#[derive(Debug, Default)]
pub(super) struct Matcher {
    /// The words of all phrases; only looked up, never iterated.
    words: FxHashMap<Box<str>, u32>,
    edges: FxHashMap<(Node, u32), Node>,
    /// What ends at each node: the entries by language, a later one before an earlier one.
    ends: Vec<Vec<(Option<Language>, usize)>>,
}

/// A word of a text that occurs in a phrase.
#[derive(Clone, Copy, Debug)]
struct Known {
    word: u32,
    /// How many tokens stand before it, punctuation apart.
    place: usize,
    start: usize,
    end: usize,
    opens_sentence: bool,
}

impl Matcher {
    /// Adds a phrase. It takes the place of what was said of it before in its language, or
    /// in every language if it has none.
    pub(super) fn insert(&mut self, phrase: &str, language: Option<Language>, entry: usize) {
        let mut node = 0;
        for word in entry::words(phrase) {
            let new = u32::try_from(self.words.len()).unwrap_or(u32::MAX);
            let word = *self.words.entry(word.into()).or_insert(new);
            let new = u32::try_from(self.edges.len() + 1).unwrap_or(u32::MAX);
            node = *self.edges.entry((node, word)).or_insert(new);
        }
        let index = node as usize;
        if self.ends.len() <= index {
            self.ends.resize(index + 1, Vec::new());
        }
        if let Some(ends) = self.ends.get_mut(index) {
            ends.retain(|(known, _)| language.is_some() && *known != language);
            ends.insert(0, (language, entry));
        }
    }

    /// Calls `tell` with every phrase in `text` that is meant for `language`: of those that
    /// begin at one word the longest, of those that overlap the first.
    pub(super) fn find(
        &self,
        text: &str,
        language: Language,
        mut tell: impl FnMut(Range<usize>, usize),
    ) {
        let known = self.known(text);
        let mut first = 0;
        while let Some(from) = known.get(first) {
            match self.longest(known.get(first..).unwrap_or_default(), language) {
                Some((words, end, entry)) => {
                    tell(from.start..end, entry);
                    first += words;
                }
                None => first += 1,
            }
        }
    }

    /// The longest phrase that begins with the first of `known`: how many words it has,
    /// where it ends, and its entry.
    fn longest(&self, known: &[Known], language: Language) -> Option<(usize, usize, usize)> {
        let mut longest = None;
        let mut node = 0;
        let mut place = known.first()?.place;
        for (count, next) in known.iter().enumerate() {
            if count > 0 && (next.place != place + 1 || next.opens_sentence) {
                break;
            }
            place = next.place;
            let Some(after) = self.edges.get(&(node, next.word)) else { break };
            node = *after;
            let ends = self.ends.get(node as usize).map_or(&[][..], Vec::as_slice);
            let meant = |of: Option<Language>| of.is_none_or(|of| of == language);
            if let Some((_, entry)) = ends.iter().find(|(of, _)| meant(*of)) {
                longest = Some((count + 1, next.end, *entry));
            }
        }
        longest
    }

    fn known(&self, text: &str) -> Vec<Known> {
        let mut known = Vec::new();
        let (mut place, mut opens_sentence) = (0, false);
        for token in tokens(text) {
            if token.kind() == TokenKind::Punctuation {
                opens_sentence |= token.text().contains(['.', '!', '?', '…']);
                continue;
            }
            if let Some(word) = self.word(&token) {
                let (start, end) = (token.start(), token.end());
                known.push(Known { word, place, start, end, opens_sentence });
            }
            place += 1;
            opens_sentence = false;
        }
        known
    }

    /// The number of a word as it was typed, else in the genitive or plural, else as a tag,
    /// else drawn out.
    fn word(&self, token: &Token<'_>) -> Option<u32> {
        let folded = fold(token.text());
        let find = |word: &str| self.words.get(word).copied();
        let bare = || folded.strip_suffix("'s").or_else(|| folded.strip_suffix('\''));
        let tag = || (token.kind() == TokenKind::Tag).then(|| folded.trim_start_matches('#'));
        find(&folded)
            .or_else(|| find(bare()?))
            .or_else(|| find(tag()?))
            .or_else(|| self.drawn_out(&folded))
    }

    fn drawn_out(&self, folded: &str) -> Option<u32> {
        if folded.len() > LONGEST_DRAWN_OUT || !is_elongated(folded) {
            return None;
        }
        squeezed(folded).iter().find_map(|word| self.words.get(word.as_str()).copied())
    }
}
