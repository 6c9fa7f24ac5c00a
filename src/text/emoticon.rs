//! Faces and hearts of punctuation and letters.

use super::class::in_word;

/// Those without eyes, nose and mouth in a row. They stand free on both sides.
const FREE: [&str; 16] = [
    "</3", "(:", "(-:", "(;", "^^", "^_^", "-_-", "-__-", ">_<", ">.<", ";_;", ";-;", "\\o/",
    "(y)", "(Y)", "(n)",
];

/// The shrug, which begins with a mark beyond ASCII.
const SHRUG: &str = "¯\\_(ツ)_/¯";

/// The end of an emoticon that begins with a mark at `start`. `free` says that no letter
/// or digit stands before it.
pub(super) fn of_marks(text: &str, start: usize, free: bool) -> Option<usize> {
    let bytes = text.as_bytes();
    match bytes.get(start)? {
        b':' | b'=' => face(text, start, free),
        b';' => face(text, start, free).or_else(|| listed(text, start, free)),
        b'>' if matches!(bytes.get(start + 1), Some(b':')) => {
            face(text, start + 1, free).or_else(|| listed(text, start, free))
        }
        b'<' => heart(text, start).or_else(|| listed(text, start, free)),
        b'(' | b'^' | b'-' | b'>' | b'\\' => listed(text, start, free),
        0xc2 => text.get(start..)?.starts_with(SHRUG).then_some(start + SHRUG.len()),
        _ => None,
    }
}

/// Eyes, perhaps a tear, perhaps a nose, and a mouth that may be repeated.
fn face(text: &str, eyes: usize, free: bool) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut at = eyes + 1;
    let eyes = *bytes.get(eyes)?;
    if eyes == b':' && matches!(bytes.get(at), Some(b'\'' | b',')) {
        at += 1;
    }
    if matches!(bytes.get(at), Some(b'-' | b'^' | b'o')) && is_mouth(eyes, *bytes.get(at + 1)?) {
        at += 1;
    }
    let mouth = *bytes.get(at)?;
    if !is_mouth(eyes, mouth) {
        return None;
    }
    while bytes.get(at) == Some(&mouth) {
        at += 1;
    }
    let open = match mouth {
        b'(' | b')' | b'[' | b']' => true,
        b'*' | b'|' | b'\\' | b'{' | b'}' | b'$' => ends(text, at),
        _ => ends(text, at) && free,
    };
    open.then_some(at)
}

const fn is_mouth(eyes: u8, mouth: u8) -> bool {
    match eyes {
        b'=' => matches!(mouth, b')' | b'(' | b'D' | b'P' | b'p' | b']' | b'['),
        b';' => matches!(mouth, b')' | b'(' | b'D' | b'P' | b'p' | b'o' | b'O' | b'*' | b']'),
        _ => matches!(
            mouth,
            b')' | b'('
                | b'D'
                | b'P'
                | b'p'
                | b']'
                | b'['
                | b'/'
                | b'\\'
                | b'|'
                | b'*'
                | b'o'
                | b'O'
                | b's'
                | b'S'
                | b'x'
                | b'X'
                | b'c'
                | b'C'
                | b'3'
                | b'@'
                | b'$'
                | b'b'
                | b'{'
                | b'}'
        ),
    }
}

/// `<3`, `<33`.
fn heart(text: &str, start: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut at = start + 1;
    while bytes.get(at) == Some(&b'3') {
        at += 1;
    }
    (at > start + 1 && ends(text, at)).then_some(at)
}

fn listed(text: &str, start: usize, free: bool) -> Option<usize> {
    let bytes = text.as_bytes().get(start..)?;
    let found = FREE.iter().filter(|known| bytes.starts_with(known.as_bytes()));
    let end = start + found.map(|known| known.len()).max()?;
    (free && stands_free(text, end)).then_some(end)
}

/// The end of an emoticon that begins with the letters from `start` to `end`: `xD`,
/// `o_O`, `T_T`.
pub(super) fn of_letters(text: &str, start: usize, end: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let first = *bytes.get(start)?;
    match first {
        b'x' | b'X' => {
            let laugh = bytes.get(start + 1..end)?;
            let laughs =
                laugh.iter().all(|b| matches!(b, b'D')) || laugh.eq_ignore_ascii_case(b"d");
            (!laugh.is_empty() && laughs).then_some(end)
        }
        b'o' | b'O' | b'T' | b'D' if end == start + 1 => {
            let found = match (first, *bytes.get(end)?) {
                (b'D', b':') => end + 1,
                (b'o' | b'O', b'_' | b'.') if matches!(bytes.get(end + 1)?, b'o' | b'O') => end + 2,
                (b'T', b'_') if bytes.get(end + 1)? == &b'T' => end + 2,
                _ => return None,
            };
            stands_free(text, found).then_some(found)
        }
        _ => None,
    }
}

/// Whether no letter, digit or slash follows.
fn ends(text: &str, at: usize) -> bool {
    let next = text.get(at..).and_then(|rest| rest.chars().next());
    !next.is_some_and(|c| in_word(c) || c == '/' || c == '_')
}

/// Whether the text or a word ends here: white space or nothing follows, or a mark that
/// closes.
fn stands_free(text: &str, at: usize) -> bool {
    let next = text.get(at..).and_then(|rest| rest.chars().next());
    next.is_none_or(|c| c.is_whitespace() || matches!(c, '.' | ',' | '!' | '?' | ')' | '"'))
}
