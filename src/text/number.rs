//! Numbers as people write them.

use super::TokenKind;
use super::class::{Class, class};

/// More letters than these behind figures make it a word: `2dehands`.
const LONGEST_UNIT: usize = 3;

/// What begins with a digit at `start`: a number with its unit, or a word that begins
/// with figures.
pub(super) fn scan(text: &str, start: usize) -> (TokenKind, usize) {
    let end = amount(text, start);
    let bytes = text.as_bytes();
    let figures = bytes.get(start..end).unwrap_or_default();
    let follows = bytes.get(end).is_some_and(|b| matches!(class(*b), Class::Letter | Class::Wide));
    if follows && figures.iter().all(u8::is_ascii_digit) {
        let word = super::word::end(text, start);
        if word > end {
            return (TokenKind::Word, word);
        }
    }
    (TokenKind::Number, end)
}

/// The end of the number whose figures begin at `start`, with what belongs to it: `%`, a
/// currency sign, `,-`, a short unit (`km`, `de`, `u30`).
pub(super) fn amount(text: &str, start: usize) -> usize {
    let bytes = text.as_bytes();
    let mut end = figures(bytes, start);
    match (bytes.get(end), bytes.get(end + 1)) {
        (Some(b'%'), _) => return end + 1,
        (Some(b','), Some(b'-')) => {
            end += 1;
            while bytes.get(end) == Some(&b'-') {
                end += 1;
            }
            return end;
        }
        _ => {}
    }
    for sign in ["€", "‰", "£"] {
        if bytes.get(end..).is_some_and(|rest| rest.starts_with(sign.as_bytes())) {
            return end + sign.len();
        }
    }
    let unit = run(bytes, end, u8::is_ascii_alphabetic);
    if unit == end || unit > end + LONGEST_UNIT {
        return end;
    }
    let minutes = run(bytes, unit, u8::is_ascii_digit);
    let goes_on = bytes
        .get(minutes)
        .is_some_and(|byte| byte.is_ascii_alphanumeric() || matches!(class(*byte), Class::Wide));
    if goes_on && text.get(minutes..).is_some_and(|rest| rest.starts_with(char::is_alphanumeric)) {
        return end;
    }
    minutes
}

/// Digits, with a point, comma, colon or slash between any two.
fn figures(bytes: &[u8], start: usize) -> usize {
    let mut at = start;
    loop {
        at = run(bytes, at, u8::is_ascii_digit);
        let between = matches!(bytes.get(at), Some(b'.' | b',' | b':' | b'/'));
        if between && bytes.get(at + 1).is_some_and(u8::is_ascii_digit) {
            at += 1;
        } else {
            return at;
        }
    }
}

fn run(bytes: &[u8], start: usize, belongs: impl Fn(&u8) -> bool) -> usize {
    let rest = bytes.get(start..).unwrap_or_default();
    start + rest.iter().take_while(|byte| belongs(byte)).count()
}
