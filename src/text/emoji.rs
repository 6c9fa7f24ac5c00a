//! Emoji, with everything that makes one picture of several code points.

use unicode_segmentation::UnicodeSegmentation;

/// The end of the emoji that begins with `first` at `start`, if it is one.
pub(super) fn end(text: &str, start: usize, first: char) -> Option<usize> {
    let rest = text.get(start..)?;
    let shown_as_emoji = || rest.get(first.len_utf8()..).is_some_and(|s| s.starts_with('\u{fe0f}'));
    if !is_emoji(first) && !shown_as_emoji() {
        return None;
    }
    let cluster = rest.graphemes(true).next()?;
    Some(start + cluster.len())
}

/// The end of a keycap such as 1️⃣ or #️⃣.
pub(super) fn keycap(text: &str, start: usize) -> Option<usize> {
    const CAP: &str = "\u{20e3}";
    const SHOWN: &str = "\u{fe0f}";
    // Neither can follow where the next byte is ASCII, which is nearly always.
    if text.as_bytes().get(start + 1)?.is_ascii() {
        return None;
    }
    let rest = text.get(start + 1..)?;
    let capped = rest.strip_prefix(SHOWN).unwrap_or(rest).strip_prefix(CAP)?;
    Some(text.len() - capped.len())
}

/// The blocks of pictures, and the single older characters that Unicode's emoji data
/// shows as pictures.
const fn is_emoji(c: char) -> bool {
    matches!(c,
        '\u{1f000}'..='\u{1faff}' | '\u{2600}'..='\u{27bf}'
        | '\u{231a}'..='\u{231b}' | '\u{2328}' | '\u{23cf}' | '\u{23e9}'..='\u{23f3}'
        | '\u{23f8}'..='\u{23fa}' | '\u{25aa}'..='\u{25ab}' | '\u{25b6}' | '\u{25c0}'
        | '\u{25fb}'..='\u{25fe}' | '\u{2b05}'..='\u{2b07}' | '\u{2b1b}'..='\u{2b1c}'
        | '\u{2b50}' | '\u{2b55}' | '\u{2934}'..='\u{2935}' | '\u{203c}' | '\u{2049}'
        | '\u{3030}' | '\u{303d}' | '\u{3297}' | '\u{3299}')
}
