//! Where a word ends.

use super::class::{Class, class, in_word, is_apostrophe, joins};

/// Words that people write with a leading apostrophe, without it.
const CLIPPED: [&str; 16] = [
    "s", "t", "n", "k", "m", "r", "ns", "tis", "twas", "em", "cause", "cuz", "bout", "til", "till",
    "round",
];
const LONGEST_CLIPPED: usize = 5;

/// The end of the word that begins at `start`: letters and digits, apostrophes between
/// letters, combining marks, and joiners between any of these.
pub(super) fn end(text: &str, start: usize) -> usize {
    let bytes = text.as_bytes();
    let mut at = start;
    loop {
        while bytes.get(at).is_some_and(|&b| matches!(class(b), Class::Letter | Class::Digit)) {
            at += 1;
        }
        match bytes.get(at) {
            Some(b'\'' | b'`') => {
                if !begins_with_letter(text, at + 1) {
                    return at;
                }
                at += 1;
            }
            Some(byte) if !byte.is_ascii() => match beyond(text, at) {
                Some(next) => at = next,
                None => return at,
            },
            _ => return at,
        }
    }
}

/// Where a word goes on behind the character beyond ASCII at `at`, if it does.
fn beyond(text: &str, at: usize) -> Option<usize> {
    let mut chars = text.get(at..)?.chars();
    let first = chars.next()?;
    let after = at + first.len_utf8();
    if is_apostrophe(first) {
        return begins_with_letter(text, after).then_some(after);
    }
    if !joins(first) {
        return in_word(first).then_some(after);
    }
    let mut end = after;
    for c in chars {
        if !joins(c) {
            return in_word(c).then_some(end);
        }
        end += c.len_utf8();
    }
    None
}

fn begins_with_letter(text: &str, at: usize) -> bool {
    text.get(at..).and_then(|rest| rest.chars().next()).is_some_and(char::is_alphabetic)
}

/// The end of a clipped word (`'s`, `'t`) whose letters begin at `letters`.
pub(super) fn clipped(text: &str, apostrophe: usize, letters: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let run = bytes.iter().skip(letters).take(LONGEST_CLIPPED + 1);
    let length = run.take_while(|byte| byte.is_ascii_alphanumeric()).count();
    let end = letters + length;
    let found = text.get(letters..end)?;
    let known = CLIPPED.iter().any(|word| word.eq_ignore_ascii_case(found));
    let next = text.get(end..)?.chars().next();
    let quoted = next.is_some_and(|c| is_apostrophe(c) || in_word(c) || joins(c));
    (apostrophe < letters && known && !quoted).then_some(end)
}

/// Whether a letter or digit stands right before `at`.
pub(super) fn touches(text: &str, at: usize) -> bool {
    let before = text.get(..at).and_then(|before| before.chars().next_back());
    before.is_some_and(in_word)
}
