//! What kind of character begins or continues what.

use unicode_normalization::char::is_combining_mark;

/// What a byte can begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// White space and control characters.
    Blank,
    /// An ASCII letter.
    Letter,
    /// An ASCII digit.
    Digit,
    /// Any other ASCII character.
    Mark,
    /// Part of a character beyond ASCII.
    Wide,
}

static CLASSES: [Class; 256] = classes();

const fn classes() -> [Class; 256] {
    let mut classes = [Class::Wide; 256];
    let mut byte: u8 = 0;
    while byte < 128 {
        #[expect(clippy::indexing_slicing, reason = "the byte is below 128")]
        {
            classes[byte as usize] = match byte {
                b'a'..=b'z' | b'A'..=b'Z' => Class::Letter,
                b'0'..=b'9' => Class::Digit,
                0x21..=0x7e => Class::Mark,
                _ => Class::Blank,
            };
        }
        byte += 1;
    }
    classes
}

/// The class of a byte.
#[expect(clippy::indexing_slicing, reason = "a byte is below 256")]
pub(super) fn class(byte: u8) -> Class {
    CLASSES[usize::from(byte)]
}

/// Whether a character beyond ASCII can begin a word.
pub(super) fn begins_word(c: char) -> bool {
    c.is_alphanumeric() && !is_combining_mark(c)
}

/// Whether a character beyond ASCII can stand in a word.
pub(super) fn in_word(c: char) -> bool {
    c.is_alphanumeric() || is_combining_mark(c) && !is_invisible(c)
}

/// Whether a mark clings to what stands before it.
pub(super) fn clings(c: char) -> bool {
    !c.is_ascii() && is_combining_mark(c) && !is_invisible(c)
}

/// Whether a character shows as an apostrophe between letters.
pub(super) const fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '\u{2019}' | '\u{2018}' | '\u{02bc}' | '`' | '\u{b4}')
}

/// Whether a character leaves no ink: joiners, variation selectors, direction marks,
/// tags, control characters. On its own it is part of no token.
pub(super) const fn is_invisible(c: char) -> bool {
    matches!(c,
        '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{ad}' | '\u{34f}' | '\u{61c}'
        | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
        | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}')
}

/// Whether an invisible character may stand inside a word without ending it.
pub(super) const fn joins(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{180b}'..='\u{180f}' | '\u{200c}' | '\u{200d}'
        | '\u{2060}' | '\u{feff}' | '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}')
}
