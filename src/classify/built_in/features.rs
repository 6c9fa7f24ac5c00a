//! What the network sees of a message: each word with its neighbours, its letters and its
//! feeling, the cues, and the form of the whole.

use super::cue::Cue;
use super::feelings::Feeling;
use super::haste::haste;
use super::lexicon::Hit;
use super::piece::{Piece, PieceKind};
use super::reading::Reading;
use super::valence::Valence;

/// How much a feature counts, in halves: pieces of words, of which there are many, half;
/// what the word lists tell three times, since it was written down by people.
const WHOLE: i16 = 2;
const HALF: i16 = 1;
const STRONG: i16 = 6;

/// The lengths in bytes of the parts of words, the marks of beginning and end included.
const SHORTEST_PART: usize = 3;
const LONGEST_PART: usize = 5;

/// So many words a negation reaches.
const REACH: u8 = 5;

/// What is left of a feeling that is negated, turned.
const TURNED: f32 = -0.6;

/// The language a message is read in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tongue {
    /// Dutch of the Netherlands and Flanders.
    Dutch,
    /// English.
    English,
}

impl Tongue {
    /// Sets the words of one language apart from those of the other.
    pub(super) const fn seed(self) -> u64 {
        match self {
            Self::Dutch => 0x6e6c_0000,
            Self::English => 0x656e_0000,
        }
    }
}

/// The kinds of features. Part of the key, so that the same word is another feature where
/// it stands first or is negated.
#[derive(Clone, Copy, Debug)]
enum Kind {
    Word = 1,
    Negated,
    First,
    Last,
    Capitals,
    Pair,
    Part,
    Feeling,
    Balance,
    Form,
    Cue,
    CueWeight,
    CuePair,
    Felt,
    Haste,
}

/// One feature: its key, the piece of the message that shows it (`None`: the whole), and
/// how much it counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Feature {
    /// What it is.
    pub key: u32,
    /// The piece that shows it.
    pub piece: Option<u32>,
    /// How much it counts, in halves.
    pub counts: i16,
}

/// Takes the features of a message.
pub(super) trait Sink {
    /// Takes one.
    fn take(&mut self, feature: Feature);

    /// Takes a word with all its parts at once, where it is known so; `parts` is how many
    /// there are.
    fn take_word(&mut self, _word: Feature, _parts: usize) -> bool {
        false
    }
}

/// Features that were seen, so that each counts once: a bit for a part of the key. Of two
/// that share a bit the second is lost, which is rare in a message, and bounds what a long
/// text adds up to.
struct Once([u64; Self::BITS / 64]);

impl Once {
    const BITS: usize = 1 << 14;

    const fn new() -> Self {
        Self([0; Self::BITS / 64])
    }

    fn is_new(&mut self, key: u32) -> bool {
        let bit = key as usize % Self::BITS;
        let Some(word) = self.0.get_mut(bit / 64) else { return false };
        let mask = 1 << (bit % 64);
        let new = *word & mask == 0;
        *word |= mask;
        new
    }
}

/// Gives features to a sink, each once.
struct Giver<'s, S> {
    once: Once,
    sink: &'s mut S,
}

impl<S: Sink> Giver<'_, S> {
    fn give(&mut self, kind: Kind, a: u64, b: u64, piece: Option<usize>, counts: i16) {
        let key = key(kind, a, b);
        if self.once.is_new(key) {
            let piece = piece.and_then(|piece| u32::try_from(piece).ok());
            self.sink.take(Feature { key, piece, counts });
        }
    }

    /// Gives a word and its parts, once.
    fn word(&mut self, symbol: u64, letters: &[u8], piece: usize) {
        let key = key(Kind::Word, symbol, 0);
        let Ok(piece) = u32::try_from(piece) else { return };
        if !self.once.is_new(key) {
            return;
        }
        let word = Feature { key, piece: Some(piece), counts: WHOLE };
        if self.sink.take_word(word, count_parts(letters.len())) {
            return;
        }
        self.sink.take(word);
        each_part(letters, |key| {
            self.sink.take(Feature { key, piece: Some(piece), counts: HALF });
        });
    }

    fn of_whole(&mut self, kind: Kind, a: u64, b: u64) {
        self.give(kind, a, b, None, WHOLE);
    }
}

/// The key of a feature: a well-mixed hash, the same on every machine.
const fn key(kind: Kind, a: u64, b: u64) -> u32 {
    const MIX: u64 = 0xd6e8_feb8_6659_fd93;
    let mixed = (a ^ b.wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(29))
        .wrapping_add((kind as u64) << 56)
        .wrapping_mul(MIX);
    ((mixed ^ (mixed >> 29)).wrapping_mul(MIX) >> 32) as u32
}

/// Gives every feature of `reading` to `sink`. `cues` are the settled hits of all families,
/// in the order of the text.
pub(super) fn features(
    reading: &Reading,
    cues: &[Hit],
    felt: &[Feeling],
    tongue: Tongue,
    valence: Valence<'_>,
    sink: &mut impl Sink,
) {
    let mut giver = Giver { once: Once::new(), sink };
    words(reading, tongue, valence, &mut giver);
    told(reading, cues, felt, &mut giver);
    form(reading, &mut giver);
}

/// What the words show, one by one and with their neighbours.
fn words<S: Sink>(
    reading: &Reading,
    tongue: Tongue,
    valence: Valence<'_>,
    giver: &mut Giver<'_, S>,
) {
    let seed = tongue.seed();
    let mut mood = Mood::default();
    let mut before = [0_u64; 2];
    let mut negated = 0_u8;
    let last = reading.pieces.len().saturating_sub(1);
    let first = usize::from(reading.pieces.first().is_some_and(Piece::is_handle));
    for (index, piece) in reading.pieces.iter().enumerate() {
        let at = Some(index);
        let symbol = if piece.is_sign() { piece.symbol() } else { piece.symbol() ^ seed };
        if piece.ends_clause || piece.kind == PieceKind::Punctuation {
            negated = 0;
        }
        giver.word(symbol, reading.letters(piece), index);
        if index <= first {
            giver.give(Kind::First, symbol, 0, at, WHOLE);
        }
        if index == last {
            giver.give(Kind::Last, symbol, 0, at, WHOLE);
        }
        let [previous, _] = before;
        if previous != 0 {
            giver.give(Kind::Pair, previous, symbol, at, WHOLE);
        }
        if piece.kind.has_letters() {
            if negated > 0 {
                giver.give(Kind::Negated, symbol, 0, at, WHOLE);
            }
            if piece.capitals && !reading.is_all_capitals() {
                giver.give(Kind::Capitals, symbol, 0, at, WHOLE);
            }
        }
        if piece.kind != PieceKind::Punctuation
            && let Some(felt) = valence.of(symbol)
        {
            let turned = negated > 0;
            mood.feel(if turned { felt * TURNED } else { felt });
            giver.give(Kind::Feeling, level(felt, 4.0), u64::from(turned), at, WHOLE);
        }
        if let Some(felt) = valence.of_pair(previous, symbol) {
            mood.feel(felt);
            giver.give(Kind::Feeling, level(felt, 4.0), 2, at, WHOLE);
        }
        if piece.turns {
            mood.turn();
        }
        if piece.negates {
            negated = REACH;
        } else if piece.kind.has_letters() {
            negated = negated.saturating_sub(1);
        }
        before = [symbol, previous];
    }
    mood.show(giver);
}

/// The letters of a word in overlapping parts, the same in both languages: what the network
/// knows words by that it never saw. Gives the key of each.
pub(super) fn each_part(word: &[u8], mut give: impl FnMut(u32)) {
    for start in 0..word.len() {
        let mut packed = 0_u64;
        for (taken, byte) in word.iter().skip(start).take(LONGEST_PART).enumerate() {
            packed = packed << 8 | u64::from(*byte);
            let length = taken + 1;
            if length >= SHORTEST_PART && length < word.len() {
                give(key(Kind::Part, packed, 0));
            }
        }
    }
}

/// How many parts a word of so many letters has.
fn count_parts(letters: usize) -> usize {
    let of_length = |length: usize| (letters + 1).saturating_sub(length);
    (SHORTEST_PART..=LONGEST_PART).filter(|length| *length < letters).map(of_length).sum()
}

/// The key of a word.
pub(super) const fn word_key(symbol: u64) -> u32 {
    key(Kind::Word, symbol, 0)
}

/// What the feelings of a message come to.
#[derive(Debug, Default)]
struct Mood {
    praise: f32,
    blame: f32,
    best: f32,
    worst: f32,
    last: f32,
    /// Praise and blame since the last "but".
    turned: Option<(f32, f32)>,
}

impl Mood {
    fn feel(&mut self, felt: f32) {
        let (praise, blame) = (felt.max(0.0), (-felt).max(0.0));
        self.praise += praise;
        self.blame += blame;
        self.best = self.best.max(felt);
        self.worst = self.worst.min(felt);
        self.last = felt;
        if let Some(turned) = &mut self.turned {
            turned.0 += praise;
            turned.1 += blame;
        }
    }

    const fn turn(&mut self) {
        self.turned = Some((0.0, 0.0));
    }

    fn show<S: Sink>(&self, giver: &mut Giver<'_, S>) {
        let (praise, blame) = (amount(self.praise), amount(self.blame));
        let shown = [
            (1, praise, 0),
            (2, blame, 0),
            (3, praise, blame),
            (4, level(self.best, 4.0), 0),
            (5, level(self.worst, 4.0), 0),
            (6, level(self.best, 4.0), level(self.worst, 4.0)),
            (7, level(self.last, 4.0), 0),
            (8, level((self.praise - self.blame) / 2.0, 5.0), 0),
        ];
        for (which, a, b) in shown {
            giver.of_whole(Kind::Balance, which, a << 8 | b);
        }
        if let Some((praise, blame)) = self.turned {
            giver.of_whole(Kind::Balance, 9, amount(praise).min(3) << 8 | amount(blame).min(3));
        }
    }
}

/// A feeling to the nearest whole, up to `most` either way.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a small number")]
fn level(felt: f32, most: f32) -> u64 {
    (felt.round().clamp(-most, most) + 16.0) as u64
}

/// How much feeling there is, in steps.
const fn amount(sum: f32) -> u64 {
    match sum {
        sum if sum <= 0.0 => 0,
        sum if sum < 1.5 => 1,
        sum if sum < 3.0 => 2,
        sum if sum < 5.0 => 3,
        sum if sum < 8.0 => 4,
        _ => 5,
    }
}

/// What the cues and the feelings tell: each, each with its weight, what they come to, and
/// which cues come together.
fn told<S: Sink>(reading: &Reading, cues: &[Hit], felt: &[Feeling], giver: &mut Giver<'_, S>) {
    let mut met = [false; Cue::ALL.len()];
    for hit in cues {
        let piece = reading.units.get(hit.first).map(|unit| unit.piece);
        giver.give(Kind::Cue, hit.cue as u64, 0, piece, STRONG);
        let weight = if hit.weight.abs() > 8.0 { hit.weight / 15.0 } else { hit.weight };
        giver.give(Kind::CueWeight, hit.cue as u64, level(weight, 8.0), piece, STRONG);
        if let Some(met) = met.get_mut(hit.cue as usize) {
            *met = true;
        }
    }
    let mut sums = [0.0; 4];
    for feeling in felt.iter().filter(|feeling| !feeling.wished) {
        let piece = reading.units.get(feeling.first).map(|unit| unit.piece);
        let kind = feeling.kind as usize;
        giver.give(Kind::Felt, kind as u64, level(feeling.weight, 5.0), piece, 2 * WHOLE);
        if let Some(sum) = sums.get_mut(kind) {
            *sum += feeling.weight;
        }
    }
    let haste = haste(cues);
    for (which, points) in [(1, haste.safety), (2, haste.stuck)] {
        giver.give(Kind::Haste, which, level(points / 12.0, 9.0), None, STRONG);
    }
    giver.of_whole(
        Kind::Haste,
        3,
        u64::from(haste.safety >= 60.0) << 1 | u64::from(haste.safety >= 40.0),
    );
    giver.of_whole(Kind::Balance, 10, level(sums.iter().sum(), 6.0));
    giver.of_whole(Kind::Balance, 11, level(sums.iter().sum::<f32>() / 3.0, 6.0));
    for (kind, sum) in sums.into_iter().enumerate().filter(|(_, sum)| *sum != 0.0) {
        giver.of_whole(Kind::Balance, 12 + kind as u64, level(sum, 5.0));
    }
    for (first, _) in met.iter().enumerate().filter(|(_, met)| **met) {
        for (second, _) in met.iter().enumerate().skip(first + 1).filter(|(_, met)| **met) {
            giver.of_whole(Kind::CuePair, first as u64, second as u64);
        }
    }
}

/// The form of the message: its length, marks and capitals.
fn form<S: Sink>(reading: &Reading, giver: &mut Giver<'_, S>) {
    let words = reading.pieces.iter().filter(|piece| piece.kind == PieceKind::Word).count();
    let capitals = reading.pieces.iter().filter(|piece| piece.capitals).count();
    let shown = [
        (1, 0),
        (2, steps(words)),
        (3, reading.exclaims.min(4).into()),
        (4, reading.asks.min(3).into()),
        (5, steps(capitals)),
        (6, u64::from(reading.ends_asking)),
        (7, u64::from(reading.drawn_out)),
    ];
    for (which, much) in shown {
        giver.of_whole(Kind::Form, which, much);
    }
}

/// A count in steps that grow.
const fn steps(count: usize) -> u64 {
    match count {
        0 => 0,
        1 => 1,
        2..=3 => 2,
        4..=6 => 3,
        7..=12 => 4,
        13..=20 => 5,
        21..=40 => 6,
        _ => 7,
    }
}
