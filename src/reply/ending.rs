//! Walking back from the end of a text.

/// `text` without the last characters that `skipped` holds for.
pub(super) fn skip_back(text: &str, skipped: impl Fn(char) -> bool) -> &str {
    text.trim_end_matches(skipped)
}

/// `text` without blanks, closing marks and emoji at its end; `kept` marks stop it.
pub(super) fn trim_ending<'t>(text: &'t str, kept: &[char]) -> &'t str {
    skip_back(text, |c| !c.is_alphanumeric() && !kept.contains(&c))
}

/// The letters and digits at the end of `text`, if there are 1 to `longest`.
pub(super) fn last_word(text: &str, longest: usize) -> Option<&str> {
    let mut start = text.len();
    for (length, (at, c)) in text.char_indices().rev().enumerate() {
        if !c.is_alphanumeric() {
            break;
        }
        if length == longest {
            return None;
        }
        start = at;
    }
    text.get(start..).filter(|word| !word.is_empty())
}
