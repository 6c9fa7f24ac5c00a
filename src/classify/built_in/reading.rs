//! A message as the judges read it: units with their sentence and clause.

use super::lexicon::Lexicon;
use super::piece::{Piece, PieceKind, hash, sign};
use super::vocabulary::{Vocabulary, Word};
use crate::classify::adapt::{Hidden, covers};
use crate::judgement::Place;
use crate::text::{Token, TokenKind, fold, is_elongated, squeezed, tokens};
use std::borrow::Cow;
use std::ops::Range;

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
    /// Its place among the pieces.
    pub(super) piece: usize,
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
#[expect(clippy::struct_excessive_bools, reason = "each tells something else of a message")]
pub(super) struct Reading {
    pub(super) units: Vec<Unit>,
    /// Everything that stands in it, handles and marks too.
    pub(super) pieces: Vec<Piece>,
    /// The folded letters of all words, each between the marks of beginning and end.
    letters: Vec<u8>,
    /// How many marks of exclamation and of question there are.
    pub(super) exclaims: u8,
    pub(super) asks: u8,
    /// Whether the last thing in it asks.
    pub(super) ends_asking: bool,
    /// Whether a word is drawn out.
    pub(super) drawn_out: bool,
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
    /// Reads title and text. What is hidden is read like an unknown name.
    pub(super) fn of(title: Option<&str>, text: &str, lexicon: &Lexicon, hidden: &Hidden) -> Self {
        let mut reading = Self {
            units: Vec::with_capacity(text.len().min(4096) / 5),
            pieces: Vec::with_capacity(text.len().min(4096) / 4),
            letters: Vec::with_capacity(text.len().min(4096) * 5 / 4),
            exclaims: 0,
            asks: 0,
            ends_asking: false,
            drawn_out: false,
            sentences: vec![Sentence::default()],
            links: 0,
            references: 0,
            speaks: false,
            capitals: false,
            marks: 0,
        };
        let mut clause = 0;
        if let Some(title) = title {
            reading.part(Part::Title, title, lexicon, hidden.title(), &mut clause);
            reading.end_sentence(&mut clause);
        }
        reading.part(Part::Text, text, lexicon, hidden.text(), &mut clause);
        reading
    }

    fn part(
        &mut self,
        part: Part,
        text: &str,
        lexicon: &Lexicon,
        hidden: &[Range<usize>],
        clause: &mut usize,
    ) {
        let vocabulary = lexicon.vocabulary();
        let from = self.units.len();
        let (mut words, mut capitals) = (0_usize, 0_usize);
        let (mut last_end, mut sentence_over) = (0, false);
        for token in tokens(text) {
            if self.units.len() - from >= MOST_UNITS {
                break;
            }
            let between = text.get(last_end..token.start()).unwrap_or_default();
            let new_line = between.bytes().any(|byte| byte == b'\n');
            let punctuation = token.kind() == TokenKind::Punctuation;
            if new_line || (sentence_over && !punctuation) {
                self.end_sentence(clause);
                sentence_over = false;
            }
            last_end = token.end();
            self.ends_asking = false;
            let mut piece = Piece::at(part, &token, new_line);
            match token.kind() {
                _ if covers(hidden, token.start()) => {
                    self.speaks = true;
                    self.push(part, &token, Word::UNKNOWN, false, *clause);
                    piece.kind = PieceKind::Handle;
                    self.pieces.push(piece);
                }
                TokenKind::Punctuation => {
                    piece.kind = PieceKind::Punctuation;
                    piece.symbol = sign(token.text());
                    self.pieces.push(piece);
                    sentence_over |= self.punctuation(part, &token, clause);
                }
                TokenKind::Handle => {
                    self.references += 1;
                    piece.kind = PieceKind::Handle;
                    self.pieces.push(piece);
                }
                TokenKind::Link | TokenKind::Email => {
                    self.links += 1;
                    self.references += 1;
                    piece.kind = PieceKind::Link;
                    self.pieces.push(piece);
                }
                TokenKind::Word | TokenKind::Number | TokenKind::Tag => {
                    words += 1;
                    let number = token.text().bytes().any(|byte| byte.is_ascii_digit());
                    self.references += usize::from(number);
                    self.speaks |= !number;
                    let capital = in_capitals(token.text());
                    capitals += usize::from(capital);
                    let known = look_up(token.text(), token.kind(), vocabulary);
                    self.drawn_out |= known.drawn_out;
                    self.push(part, &token, known.word, capital || known.drawn_out, *clause);
                    piece.capitals = capital;
                    if token.kind() == TokenKind::Number {
                        piece.kind = PieceKind::Number;
                    } else {
                        piece.kind = PieceKind::Word;
                        piece.negates = lexicon.negates(known.word);
                        piece.turns = lexicon.turns(known.word);
                        self.spell(&mut piece, &known.letters);
                    }
                    self.pieces.push(piece);
                }
                TokenKind::Emoji | TokenKind::Emoticon => {
                    self.speaks = true;
                    let word = look_up_sign(token.text(), vocabulary);
                    self.push(part, &token, word, false, *clause);
                    piece.kind = PieceKind::Picture;
                    piece.symbol = hash(picture(token.text()).as_bytes());
                    self.pieces.push(piece);
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
        let piece = self.pieces.len();
        self.units.push(Unit { word, piece, part, start, end, sentence, clause, loud, capital });
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
            self.exclaims = self.exclaims.saturating_add(exclaims);
            self.ends_asking = marks.contains('?');
            self.asks = self.asks.saturating_add(u8::from(self.ends_asking));
        }
        if marks.contains([',', ';', ':', '(', ')', '.', '…']) || marks == "--" {
            *clause += 1;
        }
        marks.contains(['.', '!', '?', '…', ';'])
    }

    /// Writes down the letters of a word.
    fn spell(&mut self, piece: &mut Piece, letters: &str) {
        let start = self.letters.len();
        self.letters.push(b'<');
        self.letters.extend_from_slice(letters.as_bytes());
        self.letters.push(b'>');
        piece.letters = (start, self.letters.len());
        piece.symbol = hash(letters.as_bytes());
    }

    /// The folded letters of a word, between the marks of beginning and end.
    pub(super) fn letters(&self, piece: &Piece) -> &[u8] {
        self.letters.get(piece.letters.0..piece.letters.1).unwrap_or_default()
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

    /// Whether a part is written in capitals only.
    pub(super) const fn is_all_capitals(&self) -> bool {
        self.capitals
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

/// A word, looked up.
struct Known<'t> {
    word: Word,
    drawn_out: bool,
    /// Folded, and no longer drawn out.
    letters: Cow<'t, str>,
}

/// The known word that `typed` is, and whether it was drawn out ("heeeel").
fn look_up<'t>(typed: &'t str, kind: TokenKind, vocabulary: &Vocabulary) -> Known<'t> {
    if kind == TokenKind::Number {
        let word = vocabulary.find(typed);
        let word = if word == Word::UNKNOWN { vocabulary.number() } else { word };
        return Known { word, drawn_out: false, letters: Cow::Borrowed("") };
    }
    let typed = cut(if kind == TokenKind::Tag { typed.trim_start_matches('#') } else { typed });
    let folded = fold(typed);
    let word = vocabulary.find(&folded);
    if !is_elongated(&folded) {
        let number = word == Word::UNKNOWN && folded.starts_with(|c: char| c.is_ascii_digit());
        let word = if number { vocabulary.number() } else { word };
        return Known { word, drawn_out: false, letters: folded };
    }
    let mut shorter = squeezed(&folded);
    let known = |letters: &String| vocabulary.find(letters) != Word::UNKNOWN;
    if word != Word::UNKNOWN {
        return Known { word, drawn_out: true, letters: folded };
    }
    let chosen = shorter.iter().position(known);
    let letters = match chosen {
        Some(index) => shorter.swap_remove(index),
        None => shorter.pop().unwrap_or_default(),
    };
    Known { word: vocabulary.find(&letters), drawn_out: true, letters: Cow::Owned(letters) }
}

/// What an emoji shows, whatever the colour of its skin.
fn picture(typed: &str) -> &str {
    let first = typed.chars().next().map_or(0, char::len_utf8);
    if typed.is_ascii() { typed } else { typed.get(..first).unwrap_or_default() }
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
