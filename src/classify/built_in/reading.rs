//! A message as the judges read it: units with their sentence and clause.

use super::vocabulary::{Vocabulary, Word};
use crate::judgement::Place;
use crate::text::{Token, TokenKind, fold, is_elongated, squeezed, tokens};

/// Which part of the mention a unit stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Title,
    Text,
}

/// A word, number, tag, emoji or emoticon.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Unit {
    pub(super) word: Word,
    pub(super) part: Part,
    pub(super) start: usize,
    pub(super) end: usize,
    /// Counted over title and text together.
    pub(super) sentence: usize,
    /// Counted over title and text together; a comma ends one.
    pub(super) clause: usize,
    /// Written in capitals among other words, or drawn out.
    pub(super) loud: bool,
    /// Begins with a capital, as a name does.
    pub(super) capital: bool,
}

/// What ends a sentence.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Sentence {
    /// Where its question mark stands.
    pub(super) asks: Option<(Part, usize, usize)>,
    /// How many exclamation marks it has.
    pub(super) exclaims: u8,
}

/// A message, read with the vocabulary of one language.
#[derive(Debug)]
pub(super) struct Reading {
    pub(super) units: Vec<Unit>,
    pub(super) sentences: Vec<Sentence>,
    /// How many links and addresses there are.
    pub(super) links: usize,
    /// How many handles, links, addresses and numbers there are.
    references: usize,
    /// Whether there is anything else: a word, a tag, an emoji.
    speaks: bool,
    /// Whether a part is written in capitals only.
    capitals: bool,
    /// The most marks that stand together: "!!!" has three.
    marks: usize,
}

/// At most this many units of a part are read: more than any channel takes.
const MOST_UNITS: usize = 20_000;

/// So many words in capitals are a text in capitals.
const SHOUTED: usize = 4;

/// Words as long as this are no words, and looked up by their beginning only.
const LONGEST_WORD: usize = 64;

impl Reading {
    /// Reads title and text.
    pub(super) fn of(title: Option<&str>, text: &str, vocabulary: &Vocabulary) -> Self {
        let mut reading = Self {
            units: Vec::with_capacity(text.len().min(4096) / 5),
            sentences: vec![Sentence::default()],
            links: 0,
            references: 0,
            speaks: false,
            capitals: false,
            marks: 0,
        };
        let mut clause = 0;
        if let Some(title) = title {
            reading.part(Part::Title, title, vocabulary, &mut clause);
            reading.end_sentence(&mut clause);
        }
        reading.part(Part::Text, text, vocabulary, &mut clause);
        reading
    }

    fn part(&mut self, part: Part, text: &str, vocabulary: &Vocabulary, clause: &mut usize) {
        let from = self.units.len();
        let (mut words, mut capitals) = (0_usize, 0_usize);
        let (mut last_end, mut sentence_over) = (0, false);
        for token in tokens(text) {
            if self.units.len() - from >= MOST_UNITS {
                break;
            }
            let between = text.get(last_end..token.start()).unwrap_or_default();
            let punctuation = token.kind() == TokenKind::Punctuation;
            if between.contains('\n') || (sentence_over && !punctuation) {
                self.end_sentence(clause);
                sentence_over = false;
            }
            last_end = token.end();
            match token.kind() {
                TokenKind::Punctuation => {
                    sentence_over |= self.punctuation(part, &token, clause);
                }
                TokenKind::Handle => self.references += 1,
                TokenKind::Link | TokenKind::Email => {
                    self.links += 1;
                    self.references += 1;
                }
                TokenKind::Word | TokenKind::Number | TokenKind::Tag => {
                    words += 1;
                    let number = token.text().contains(|c: char| c.is_ascii_digit());
                    self.references += usize::from(number);
                    self.speaks |= !number;
                    let capital = in_capitals(token.text());
                    capitals += usize::from(capital);
                    let (word, drawn_out) = look_up(token.text(), token.kind(), vocabulary);
                    self.push(part, &token, word, capital || drawn_out, *clause);
                }
                TokenKind::Emoji | TokenKind::Emoticon => {
                    self.speaks = true;
                    let word = look_up_sign(token.text(), vocabulary);
                    self.push(part, &token, word, false, *clause);
                }
            }
        }
        // Where everything is in capitals they stress nothing.
        if capitals * 2 > words {
            self.capitals |= capitals >= SHOUTED;
            for unit in self.units.iter_mut().skip(from) {
                unit.loud = false;
            }
        }
    }

    fn push(&mut self, part: Part, token: &Token<'_>, word: Word, loud: bool, clause: usize) {
        let sentence = self.sentences.len().saturating_sub(1);
        let (start, end) = (token.start(), token.end());
        let capital = token.text().starts_with(char::is_uppercase);
        self.units.push(Unit { word, part, start, end, sentence, clause, loud, capital });
    }

    /// Takes a run of punctuation; whether it ends the sentence.
    fn punctuation(&mut self, part: Part, token: &Token<'_>, clause: &mut usize) -> bool {
        let marks = token.text();
        if let Some(sentence) = self.sentences.last_mut() {
            if marks.contains('?') && sentence.asks.is_none() {
                sentence.asks = Some((part, token.start(), token.end()));
            }
            let run = marks.bytes().filter(|mark| matches!(mark, b'!' | b'?')).count();
            self.marks = self.marks.max(run);
            let exclaims = marks.bytes().filter(|mark| *mark == b'!').count();
            let exclaims = u8::try_from(exclaims).unwrap_or(u8::MAX);
            sentence.exclaims = sentence.exclaims.saturating_add(exclaims);
        }
        if marks.contains([',', ';', ':', '(', ')', '.', '…']) || marks == "--" {
            *clause += 1;
        }
        marks.contains(['.', '!', '?', '…', ';'])
    }

    fn end_sentence(&mut self, clause: &mut usize) {
        let sentence = self.sentences.len().saturating_sub(1);
        let empty = self.units.last().is_none_or(|unit| unit.sentence != sentence)
            && self.sentences.last().is_none_or(|sentence| sentence.asks.is_none());
        if !empty {
            self.sentences.push(Sentence::default());
        }
        *clause += 1;
    }

    /// Whether there is nothing to judge: no word, sign or mark at all.
    pub(super) fn is_empty(&self) -> bool {
        self.units.is_empty()
            && self.references == 0
            && self.sentences.iter().all(|sentence| *sentence == Sentence::default())
    }

    /// Whether there is nothing but a number, a link or a handle: in no language, but no
    /// riddle either.
    pub(super) const fn is_bare(&self) -> bool {
        self.references > 0 && !self.speaks
    }

    /// Whether it is written in capitals, with marks in rows.
    pub(super) const fn is_shouted(&self) -> bool {
        self.capitals && self.marks >= 3
    }

    /// The place of the units `first` to `last`. Both stand in one sentence, so in one part.
    pub(super) fn place(&self, first: usize, last: usize) -> Place {
        match (self.units.get(first), self.units.get(last)) {
            (Some(from), Some(to)) => place(from.part, from.start, to.end),
            _ => Place::Fact,
        }
    }
}

/// A place in a part.
pub(super) const fn place(part: Part, start: usize, end: usize) -> Place {
    match part {
        Part::Title => Place::Title { start, end },
        Part::Text => Place::Text { start, end },
    }
}

/// Whether a word of three letters or more has capitals only.
fn in_capitals(word: &str) -> bool {
    let mut letters = 0;
    for letter in word.chars().take(LONGEST_WORD) {
        if letter.is_lowercase() {
            return false;
        }
        letters += usize::from(letter.is_uppercase());
    }
    letters >= 3
}

/// The known word that `typed` is, and whether it was drawn out ("heeeel").
fn look_up(typed: &str, kind: TokenKind, vocabulary: &Vocabulary) -> (Word, bool) {
    if kind == TokenKind::Number {
        let word = vocabulary.find(typed);
        return (if word == Word::UNKNOWN { vocabulary.number() } else { word }, false);
    }
    let typed = cut(if kind == TokenKind::Tag { typed.trim_start_matches('#') } else { typed });
    let folded = fold(typed);
    let word = vocabulary.find(&folded);
    if !is_elongated(&folded) {
        let number = word == Word::UNKNOWN && folded.starts_with(|c: char| c.is_ascii_digit());
        return (if number { vocabulary.number() } else { word }, false);
    }
    let shorter = squeezed(&folded).into_iter().map(|short| vocabulary.find(&short));
    let word = [word].into_iter().chain(shorter).find(|word| *word != Word::UNKNOWN);
    (word.unwrap_or(Word::UNKNOWN), true)
}

/// An emoji is known by its first sign when the whole is not: 👍🏽 is a 👍.
fn look_up_sign(typed: &str, vocabulary: &Vocabulary) -> Word {
    let word = vocabulary.find(typed);
    if word != Word::UNKNOWN {
        return word;
    }
    let first = typed.chars().next().map_or(0, char::len_utf8);
    if typed.is_ascii() { word } else { vocabulary.find(typed.get(..first).unwrap_or_default()) }
}

fn cut(word: &str) -> &str {
    if word.len() <= LONGEST_WORD {
        return word;
    }
    let end = (0..=LONGEST_WORD).rev().find(|end| word.is_char_boundary(*end));
    word.get(..end.unwrap_or(0)).unwrap_or_default()
}
