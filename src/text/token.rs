//! A token: what it is, how it was typed, where it stands.

use std::ops::Range;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum TokenKind {
    /// A word, with its inner apostrophes (`foto's`, `didn't`) or a clipped one (`'s`).
    /// A hyphen ends a word.
    Word,
    /// A number as people write it: `1.234,50`, `09:00`, `50%`, `€12,-`, `2de`, `18u30`.
    Number,
    /// `@name`, also `@name@server`.
    Handle,
    /// `#tag`.
    Tag,
    /// A web address, with or without `https://`.
    Link,
    /// An e-mail address.
    Email,
    /// One emoji, however many code points it is made of.
    Emoji,
    /// A face or heart of punctuation and letters: `:-)`, `<3`, `xD`.
    Emoticon,
    /// Any other mark. Runs of `!` and `?`, of dots, and of one and the same mark are one
    /// token.
    Punctuation,
}

/// A piece of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Token<'t> {
    kind: TokenKind,
    text: &'t str,
    start: usize,
}

impl<'t> Token<'t> {
    pub(super) const fn new(kind: TokenKind, text: &'t str, start: usize) -> Self {
        Self { kind, text, start }
    }

    /// What it is.
    pub(crate) const fn kind(&self) -> TokenKind {
        self.kind
    }

    /// Whether it is a [`TokenKind::Word`].
    pub(crate) const fn is_word(&self) -> bool {
        matches!(self.kind, TokenKind::Word)
    }

    /// How it was typed.
    pub(crate) const fn text(&self) -> &'t str {
        self.text
    }

    /// Its first byte in the text.
    pub(crate) const fn start(&self) -> usize {
        self.start
    }

    /// One beyond its last byte in the text.
    pub(crate) const fn end(&self) -> usize {
        self.start + self.text.len()
    }

    /// Its bytes in the text.
    pub(crate) const fn range(&self) -> Range<usize> {
        self.start..self.end()
    }
}
