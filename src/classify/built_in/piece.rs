//! A piece of a message as the network sees it.

use super::reading::Part;
use crate::text::Token;

/// What a piece is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PieceKind {
    Word,
    Number,
    Handle,
    Link,
    /// An emoji or an emoticon.
    Picture,
    Punctuation,
}

impl PieceKind {
    /// Whether it is made of letters.
    pub(super) const fn has_letters(self) -> bool {
        matches!(self, Self::Word)
    }
}

/// A piece of a message: a word, a number, a mark.
#[derive(Clone, Copy, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each tells something else of a piece")]
pub(super) struct Piece {
    pub(super) kind: PieceKind,
    pub(super) part: Part,
    pub(super) start: usize,
    pub(super) end: usize,
    /// What stands for its text.
    pub(super) symbol: u64,
    /// Where its letters stand among those of the reading.
    pub(super) letters: (usize, usize),
    /// Written in capitals only.
    pub(super) capitals: bool,
    /// A negation.
    pub(super) negates: bool,
    /// "But".
    pub(super) turns: bool,
    /// Stands on a new line.
    pub(super) ends_clause: bool,
}

impl Piece {
    /// A piece where `token` stands, of which nothing else is known yet.
    pub(super) fn at(part: Part, token: &Token<'_>, new_line: bool) -> Self {
        Self {
            kind: PieceKind::Word,
            part,
            start: token.start(),
            end: token.end(),
            symbol: 0,
            letters: (0, 0),
            capitals: false,
            negates: false,
            turns: false,
            ends_clause: new_line,
        }
    }

    /// What stands for it: its text, or its kind where any number, handle or link will do.
    pub(super) const fn symbol(&self) -> u64 {
        match self.kind {
            PieceKind::Number => 1,
            PieceKind::Handle => 2,
            PieceKind::Link => 3,
            _ => self.symbol,
        }
    }

    pub(super) const fn is_handle(&self) -> bool {
        matches!(self.kind, PieceKind::Handle)
    }

    /// Whether it means the same in every language.
    pub(super) const fn is_sign(&self) -> bool {
        !matches!(self.kind, PieceKind::Word)
    }
}

/// A hash of a word, the same on every machine.
pub(super) fn hash(bytes: &[u8]) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for chunk in bytes.chunks(8) {
        let mut packed = [0; 8];
        for (to, from) in packed.iter_mut().zip(chunk) {
            *to = *from;
        }
        hash = (hash ^ u64::from_le_bytes(packed)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        hash ^= hash >> 29;
    }
    hash | 0x100
}

/// What stands for a run of marks: "!!!!" is "!!!", and "?!" whatever its order.
pub(super) fn sign(marks: &str) -> u64 {
    let (asks, exclaims) = (marks.contains('?'), marks.contains('!'));
    if asks && exclaims {
        return hash(b"?!");
    }
    if marks.starts_with("..") || marks.starts_with('\u{2026}') {
        return hash(b"...");
    }
    let end = marks.char_indices().nth(3).map_or(marks.len(), |(end, _)| end);
    hash(marks.get(..end).unwrap_or_default().as_bytes())
}
